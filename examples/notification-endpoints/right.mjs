// A notification endpoint that is right. DOKU_CLIENT_ID and DOKU_SECRET_KEY come from the environment.
import { createHash, createHmac, timingSafeEqual } from 'node:crypto';
import { listen } from './server.mjs';

const clientId = required('DOKU_CLIENT_ID');
const secret = required('DOKU_SECRET_KEY');
const DAY = 24 * 60 * 60 * 1000; // DOKU's last retry comes after 12 hours
const paid = new Map(); // invoice number to status; a database with a unique key in real life

await listen(handle, () => paid.size);

function handle({ path, header, body }) {
  const refusal = verify(path, header, body);
  if (refusal) {
    return refusal;
  }
  const notification = parse(body);
  const invoice = notification?.order?.invoice_number;
  const status = notification?.transaction?.status;
  if (typeof invoice !== 'string' || typeof status !== 'string') {
    return 400;
  }
  if (!paid.has(invoice)) {
    paid.set(invoice, status); // once, however often the message comes
  }
  return 200;
}

function verify(path, header, body) {
  const names = ['Client-Id', 'Request-Id', 'Request-Timestamp', 'Signature'];
  const [id, requestId, timestamp, signature] = names.map(header);
  if (id !== clientId || !requestId || !timestamp || !signature) {
    return 401;
  }
  const lines = [
    `Client-Id:${id}`,
    `Request-Id:${requestId}`,
    `Request-Timestamp:${timestamp}`,
    `Request-Target:${path}`,
  ];
  if (body.length > 0) {
    lines.push(`Digest:${createHash('sha256').update(body).digest('base64')}`);
  }
  const mac = createHmac('sha256', secret).update(lines.join('\n')).digest('base64');
  const expected = Buffer.from(`HMACSHA256=${mac}`);
  const got = Buffer.from(signature);
  if (got.length !== expected.length || !timingSafeEqual(got, expected)) {
    return 401;
  }
  return Math.abs(Date.now() - Date.parse(timestamp)) <= DAY ? undefined : 401;
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
