// A shop that is paid at DOKU Checkout, right and small: Node 18 or newer, no packages.
import { createHash, createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import { createServer } from "node:http";

const { DOKU_BASE_URL, DOKU_CLIENT_ID, DOKU_SECRET_KEY, PORT } = process.env;
const NOTIFICATIONS = "/payments/notifications";
const orders = new Map();

// The digest is of the very bytes that go over the wire, or came over it.
function signature(clientId, requestId, timestampName, timestamp, target, bytes) {
  const digest = createHash("sha256").update(bytes).digest("base64");
  const text =
    `Client-Id:${clientId}\nRequest-Id:${requestId}\n${timestampName}:${timestamp}\n` +
    `Request-Target:${target}\nDigest:${digest}`;
  return "HMACSHA256=" + createHmac("sha256", DOKU_SECRET_KEY).update(text).digest("base64");
}

function isSame(wanted, got) {
  const [a, b] = [Buffer.from(wanted), Buffer.from(got ?? "")];
  return a.length === b.length && timingSafeEqual(a, b);
}

function now() {
  return new Date().toISOString().slice(0, 19) + "Z";
}

/** Asks for a page at which the customer pays; returns its address. */
async function checkout(invoice, amount) {
  const target = "/checkout/v1/payment";
  const requestId = randomUUID();
  const timestamp = now();
  const body = JSON.stringify({
    order: { invoice_number: invoice, amount, auto_redirect: true, callback_url: "https://shop.example/thanks" },
    payment: { payment_due_date: 60, payment_method_types: ["VIRTUAL_ACCOUNT_BCA", "CREDIT_CARD", "QRIS"] },
    customer: { name: "Anton Budiman", email: "anton@example.com" },
  });
  const response = await fetch(DOKU_BASE_URL + target, {
    method: "POST",
    headers: {
      "Client-Id": DOKU_CLIENT_ID,
      "Request-Id": requestId,
      "Request-Timestamp": timestamp,
      Signature: signature(DOKU_CLIENT_ID, requestId, "Request-Timestamp", timestamp, target, body),
      "Content-Type": "application/json",
    },
    body,
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new Error(`DOKU answered ${response.status} ${bytes}`);
  const { headers } = response;
  const responseTimestamp = headers.get("Response-Timestamp") ?? "";
  const wanted = signature(DOKU_CLIENT_ID, requestId, "Response-Timestamp", responseTimestamp, target, bytes);
  if (!isSame(wanted, headers.get("Signature"))) throw new Error("this response is not DOKU's");
  return JSON.parse(bytes).response.payment.url;
}

/** Takes what DOKU tells of a payment; returns the status to answer with. */
function notified({ headers, url }, bytes) {
  const target = url.split("?")[0];
  const wanted = signature(
    DOKU_CLIENT_ID, headers["request-id"], "Request-Timestamp", headers["request-timestamp"], target, bytes);
  if (headers["client-id"] !== DOKU_CLIENT_ID || !isSame(wanted, headers.signature)) return 401;
  const told = JSON.parse(bytes);
  const known = orders.get(told?.order?.invoice_number);
  // After FAILED the customer may take another method, so only SUCCESS ends an order; a second one changes nothing.
  if (known && told.transaction?.status === "SUCCESS" && Number(told.order.amount) === known.amount) known.state = "PAID";
  return 200;
}

async function answer(request, bytes) {
  const { pathname, searchParams } = new URL(request.url, "http://shop");
  if (request.method === "POST" && pathname === NOTIFICATIONS) return [notified(request, bytes), {}];
  if (request.method === "POST" && pathname === "/buy") {
    const invoice = "INV-" + randomUUID().slice(0, 18);
    const amount = Number(searchParams.get("amount"));
    orders.set(invoice, { amount, state: "PENDING" });
    return [200, { invoice, url: await checkout(invoice, amount) }];
  }
  const order = orders.get(pathname.slice("/orders/".length));
  return order ? [200, order] : [404, {}];
}

createServer(async (request, response) => {
  let status, content;
  try {
    const pieces = [];
    for await (const piece of request) pieces.push(piece); // throws where the connection breaks off
    [status, content] = await answer(request, Buffer.concat(pieces));
  } catch (e) {
    [status, content] = [e instanceof SyntaxError ? 400 : 502, { error: e.message }];
  }
  response.writeHead(status, { "Content-Type": "application/json" }).end(JSON.stringify(content));
}).listen(Number(PORT ?? 8080), "127.0.0.1", function () {
  console.log(`shop at http://127.0.0.1:${this.address().port}`);
});
