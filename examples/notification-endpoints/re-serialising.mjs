// WRONG on purpose: it digests its own writing of the body, as code behind a JSON body parser does.
import { createHash, createHmac } from 'node:crypto';
import { listen } from './server.mjs';

const clientId = process.env.DOKU_CLIENT_ID;
const secret = process.env.DOKU_SECRET_KEY;
const paid = new Map();

await listen(handle, () => paid.size);

function handle({ path, header, body }) {
  const notification = JSON.parse(body); // answers 500 where the body is not JSON
  const text = [
    `Client-Id:${clientId}`,
    `Request-Id:${header('Request-Id')}`,
    `Request-Timestamp:${header('Request-Timestamp')}`,
    `Request-Target:${path}`,
    `Digest:${createHash('sha256').update(JSON.stringify(notification)).digest('base64')}`,
  ].join('\n');
  const mac = createHmac('sha256', secret).update(text).digest('base64');
  if (header('Signature') !== `HMACSHA256=${mac}`) {
    return 401;
  }
  paid.set(notification.order.invoice_number, notification.transaction.status);
  return 200;
}
