// A merchant that chooses the numbers which customers pay at a bank or a store: DOKU asks POST /payments/inquiries what there
// is to pay, and tells POST /payments/notifications what was paid. Node.js 18 or later, no packages. DOKU_CLIENT_ID and
// DOKU_SECRET_KEY come from the environment, PORT too.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { createServer } from 'node:http';

const clientId = required('DOKU_CLIENT_ID');
const secret = required('DOKU_SECRET_KEY');
const LONGEST = 1 << 20;
const DAY = 24 * 60 * 60 * 1000; // DOKU's last retry of a notification comes after 12 hours

// A database in real life. One is a virtual account number, the other a code to pay at a store.
const bills = new Map([
  ['8896512345678123', { invoice: 'INV-VA-1', amount: 150000, paid: false }],
  ['7712345678901234', { invoice: 'INV-O2O-1', amount: 80000, paid: false }],
]);

// Where each kind of question has its number, and its answer too.
const KINDS = [
  { info: 'virtual_account_info', number: 'virtual_account_number', inquiry: 'virtual_account_inquiry' },
  { info: 'online_to_offline_info', number: 'payment_code', inquiry: 'online_to_offline_inquiry' },
];

const server = createServer(async (request, response) => {
  const path = request.url.split('?')[0];
  const handle = { '/payments/inquiries': inquiry, '/payments/notifications': notification }[path];
  if (request.method !== 'POST' || !handle) {
    return response.writeHead(404).end();
  }
  try {
    const body = await read(request);
    if (!body || !isGenuine(path, request, body)) {
      return response.writeHead(body ? 401 : 413).end();
    }
    handle(path, request, parse(body), response);
  } catch (error) {
    console.error(error.message); // a sender that breaks off ends here too
    response.writeHead(500).end();
  }
});
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () =>
  console.log(`http://127.0.0.1:${server.address().port}/payments/inquiries`));

function inquiry(path, request, question, response) {
  const kind = KINDS.find((one) => typeof question?.[one.info]?.[one.number] === 'string');
  if (!kind) {
    return response.writeHead(400).end();
  }
  const number = question[kind.info][kind.number];
  const bill = bills.get(number);
  const state = !bill ? 'billing_not_found' : bill.paid ? 'billing_already_paid' : 'success';
  answer(path, request, response, state === 'success' ? 200 : bill ? 400 : 404, {
    ...(bill && { order: { invoice_number: bill.invoice, amount: bill.amount } }),
    [kind.info]: { [kind.number]: number },
    [kind.inquiry]: { status: state },
    ...(bill && { customer: { name: 'Anton Budiman' } }),
  });
}

function notification(path, request, told, response) {
  const bill = [...bills.values()].find((one) => one.invoice === told?.order?.invoice_number);
  if (bill && told.transaction?.status === 'SUCCESS') {
    bill.paid = true; // once, however often the message comes
    console.log(`${bill.invoice} is paid`);
  }
  response.writeHead(bill ? 200 : 400).end();
}

/** Answers, signed: the target is the path of this URL, the time that of the answer, the digest that of its bytes. */
function answer(path, request, response, status, content) {
  const body = Buffer.from(JSON.stringify(content));
  const timestamp = new Date().toISOString().slice(0, 19) + 'Z';
  const requestId = header(request, 'Request-Id');
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Client-Id': clientId,
    'Request-Id': requestId,
    'Response-Timestamp': timestamp,
    Signature: signature(clientId, requestId, 'Response-Timestamp', timestamp, path, body),
  });
  response.end(body);
}

function signature(id, requestId, timestampName, timestamp, path, body) {
  const lines = [`Client-Id:${id}`, `Request-Id:${requestId}`, `${timestampName}:${timestamp}`, `Request-Target:${path}`];
  if (body.length > 0) {
    lines.push(`Digest:${createHash('sha256').update(body).digest('base64')}`);
  }
  return 'HMACSHA256=' + createHmac('sha256', secret).update(lines.join('\n')).digest('base64');
}

/** Judges the bytes that came, before anything in them is read. */
function isGenuine(path, request, body) {
  const names = ['Client-Id', 'Request-Id', 'Request-Timestamp', 'Signature'];
  const [id, requestId, timestamp, given] = names.map((name) => header(request, name));
  if (id !== clientId || !requestId || !timestamp || !given) {
    return false;
  }
  const wanted = Buffer.from(signature(id, requestId, 'Request-Timestamp', timestamp, path, body));
  const got = Buffer.from(given);
  return got.length === wanted.length && timingSafeEqual(got, wanted) && Math.abs(Date.now() - Date.parse(timestamp)) <= DAY;
}

/** The header's value; undefined unless it stands exactly once. */
function header(request, name) {
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

function parse(body) {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return undefined;
  }
}

function required(name) {
  const value = process.env[name];
  if (!value) {
    throw new Error(`set ${name}: without it nothing can be verified`);
  }
  return value;
}
