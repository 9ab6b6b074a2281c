// A merchant's client for OVO push payments: no header is signed, a checksum in the body stands for that. Node.js 18 or later,
// no packages. Run it against the sandbox:  doku-conformance sandbox --for node client.mjs
import { createHash, randomUUID } from 'node:crypto';

const { DOKU_BASE_URL, DOKU_CLIENT_ID, DOKU_SECRET_KEY, DOKU_SANDBOX_CONTROL } = process.env;

/** The values as they stand in the body, one after the other, and the Secret Key last. */
function checksum(...values) {
  return createHash('sha256').update(values.join('') + DOKU_SECRET_KEY).digest('hex');
}

async function call(path, content) {
  const response = await fetch(DOKU_BASE_URL + path, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(content),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.json();
}

/** Asks the customer's phone for the money; the answer comes when the customer has decided, within 70 seconds. */
function pay(invoice, amount, phone) {
  return call('/ovo-emoney/v1/payment', {
    client: { id: DOKU_CLIENT_ID },
    order: { invoice_number: invoice, amount },
    ovo_info: { ovo_id: phone },
    security: { check_sum: checksum(amount, DOKU_CLIENT_ID, invoice, phone) },
  });
}

/** Takes a payment back; the checksum is over the values by the alphabet of their names. */
function takeBack(invoice, amount, phone, { batch_number, trace_number, reference_number, approval_code }) {
  return call('/ovo-emoney/v1/cancel', {
    client: { id: DOKU_CLIENT_ID },
    order: { invoice_number: invoice, amount },
    ovo_info: { ovo_id: phone },
    ovo_payment: { batch_number, trace_number, reference_number, approval_code },
    security: {
      check_sum: checksum(
        amount, approval_code, batch_number, DOKU_CLIENT_ID, invoice, phone, reference_number, trace_number),
    },
  });
}

/** What the customer does; the sandbox knows the order as soon as the request came. */
async function customer(invoice, action) {
  const url = `${DOKU_SANDBOX_CONTROL}/orders/${invoice}/${action}`;
  for (let tries = 0; tries < 100; tries++) {
    if ((await fetch(url, { method: 'POST' })).ok) return;
    await new Promise((later) => setTimeout(later, 50));
  }
  throw new Error(`the sandbox knows no order ${invoice}`);
}

const PHONE = '081211111111';
const yes = 'INV-' + randomUUID();
const [paid] = await Promise.all([pay(yes, 90000, PHONE), customer(yes, 'pay')]);
console.log(`client: a customer who says yes: ${paid.ovo_payment.status}`);

const no = 'INV-' + randomUUID();
const [declined] = await Promise.all([pay(no, 90000, PHONE), customer(no, 'fail')]);
console.log(`client: a customer who says no: ${declined.ovo_payment.status}`);

const silent = 'INV-' + randomUUID();
const waiting = pay(silent, 90000, PHONE);
await customer(silent, 'expire'); // or wait for 70 seconds
console.log(`client: a customer who says nothing: ${(await waiting).ovo_payment.status}`);

const back = await takeBack(yes, 90000, PHONE, paid.ovo_payment);
console.log(`client: taken back: ${back.ovo_payment.status}`);
