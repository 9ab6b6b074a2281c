// A merchant whom DOKU calls by SNAP: it gives tokens, and hears of payments. DOKU_CLIENT_ID, DOKU_SECRET_KEY and
// DOKU_PUBLIC_KEY, DOKU's public key in PEM or a file that holds it, come from the environment.
import { createHash, createHmac, createPublicKey, randomBytes, timingSafeEqual, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const clientId = required('DOKU_CLIENT_ID');
const secret = required('DOKU_SECRET_KEY');
const ofDoku = createPublicKey(pem(required('DOKU_PUBLIC_KEY')));
const LIFE = Number(process.env.TOKEN_LIFE ?? 900); // seconds
const DAY = 24 * 60 * 60 * 1000;
const LONGEST = 1 << 20;
const tokens = new Map(); // token to when it ends; any text will do, for nobody else reads it
const paid = new Map(); // order to amount; a database with a unique key in real life

const ROUTES = {
  '/authorization/v1/access-token/b2b': { service: '73', handle: giveToken },
  '/v1.1/transfer-va/payment': { service: '25', handle: hear },
};

const server = createServer(async (request, response) => {
  const path = request.url.split('?')[0];
  if (path === '/effect') {
    return response.end(String(paid.size));
  }
  const route = ROUTES[path];
  const body = request.method === 'POST' && route ? await read(request) : undefined;
  const [status, reply] = body
    ? route.handle({ path, body, header: (name) => only(request, name) })
    : [404, { case: '00', responseMessage: 'Not Found' }];
  const { case: code, ...rest } = reply;
  response.writeHead(status, { 'Content-Type': 'application/json' });
  response.end(JSON.stringify({ responseCode: `${status}${route?.service ?? '00'}${code}`, ...rest }));
});
await new Promise((resolve) => server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', resolve));
console.log(`http://127.0.0.1:${server.address().port}/v1.1/transfer-va/payment`);

/** DOKU asks, and its RSA signature shows that it is DOKU. */
function giveToken({ header }) {
  const [client, timestamp, signature] = ['X-CLIENT-KEY', 'X-TIMESTAMP', 'X-SIGNATURE'].map(header);
  const signed = Buffer.from(`${client}|${timestamp}`);
  if (client !== clientId || !verify('RSA-SHA256', signed, ofDoku, Buffer.from(signature ?? '', 'base64'))) {
    return unauthorized('Signature');
  }
  const accessToken = randomBytes(32).toString('base64url');
  tokens.set(accessToken, Date.now() + LIFE * 1000);
  return [200, { case: '00', responseMessage: 'Successful', accessToken, tokenType: 'Bearer', expiresIn: LIFE, additionalInfo: '' }];
}

function hear({ path, body, header }) {
  const [, token] = /^Bearer ([!-~]+)$/.exec(header('Authorization') ?? '') ?? [];
  if (!(tokens.get(token) > Date.now())) {
    return [401, { case: '01', responseMessage: 'Invalid Token (B2B)' }];
  }
  const timestamp = header('X-TIMESTAMP');
  const text = ['POST', path, token, sha256(minified(body)), timestamp].join(':');
  const wanted = Buffer.from(createHmac('sha512', secret).update(text).digest('base64'));
  const got = Buffer.from(header('X-SIGNATURE') ?? '');
  if (wanted.length !== got.length || !timingSafeEqual(wanted, got)) {
    return unauthorized('Signature');
  }
  if (header('X-PARTNER-ID') !== clientId || !(Math.abs(Date.now() - Date.parse(timestamp)) < DAY)) {
    return unauthorized('Unknown Client');
  }
  const told = parse(body);
  if (typeof told?.trxId !== 'string' || typeof told?.paidAmount?.value !== 'string') {
    return [400, { case: '02', responseMessage: 'Invalid Mandatory Field trxId' }];
  }
  if (!paid.has(told.trxId)) {
    paid.set(told.trxId, told.paidAmount.value); // once, however often the message comes
  }
  return [200, { case: '00', responseMessage: 'Successful' }];
}

/** The raw body without the white space outside of strings: nothing is parsed and written anew. */
function minified(body) {
  return body.toString('latin1').replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/gs, (_, string) => string ?? '');
}

function sha256(text) {
  return createHash('sha256').update(text, 'latin1').digest('hex');
}

function unauthorized(reason) {
  return [401, { case: '00', responseMessage: `Unauthorized. ${reason}` }];
}

function parse(body) {
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    return undefined;
  }
}

/** The header's value; undefined unless it stands exactly once. Node gives names in lower case. */
function only(request, name) {
  const values = request.headersDistinct[name.toLowerCase()] ?? [];
  return values.length === 1 ? values[0] : undefined;
}

/** The raw body; undefined if it is too long. */
async function read(request) {
  const chunks = [];
  let length = 0;
  for await (const chunk of request) {
    length += chunk.length;
    if (length > LONGEST) {
      return undefined;
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

function pem(value) {
  return value.startsWith('-----') ? value : readFileSync(value, 'utf8');
}

function required(name) {
  const value = process.env[name];
  if (!value) {
    console.error(`${name} is not set`);
    process.exit(1);
  }
  return value;
}
