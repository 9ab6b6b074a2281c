// The careless twin of client.mjs: it signs its requests, and believes whatever comes back.
// Run it with a fault and see it caught:  doku-conformance sandbox --fault response.wrong-key --for node careless.mjs
import { createHash, createHmac, randomUUID } from "node:crypto";

const { DOKU_BASE_URL, DOKU_CLIENT_ID, DOKU_SECRET_KEY, DOKU_SANDBOX_CONTROL } = process.env;

function signature(clientId, requestId, timestampName, timestamp, path, body) {
  const lines = [`Client-Id:${clientId}`, `Request-Id:${requestId}`, `${timestampName}:${timestamp}`, `Request-Target:${path}`];
  if (body.length > 0) lines.push(`Digest:${createHash("sha256").update(body).digest("base64")}`);
  return "HMACSHA256=" + createHmac("sha256", DOKU_SECRET_KEY).update(lines.join("\n")).digest("base64");
}

async function call(method, path, content) {
  const requestId = randomUUID();
  const timestamp = new Date().toISOString().slice(0, 19) + "Z";
  const body = content === undefined ? "" : JSON.stringify(content);
  const response = await fetch(DOKU_BASE_URL + path, {
    method,
    headers: {
      "Client-Id": DOKU_CLIENT_ID,
      "Request-Id": requestId,
      "Request-Timestamp": timestamp,
      Signature: signature(DOKU_CLIENT_ID, requestId, "Request-Timestamp", timestamp, path, body),
      ...(body && { "Content-Type": "application/json" }),
    },
    body: body || undefined,
  });
  const bytes = Buffer.from(await response.arrayBuffer());
  if (!response.ok) throw new Error(`${path}: ${response.status} ${bytes}`);
  return JSON.parse(bytes);
}

const AKULAKU = "/akulaku-peer-to-peer/v2";
const invoice = "INV-" + randomUUID();
const payment = { merchant_unique_reference: "MUR-" + randomUUID() };

let identifier;
try {
  const made = await call("POST", AKULAKU + "/generate-order", {
    order: {
      invoice_number: invoice,
      amount: 90000,
      line_items: [{ name: "T-Shirt", price: 45000, quantity: 2, sku: "1002", category: "Shirt" }],
      callback_url: "https://merchant.example/return",
    },
    payment,
    customer: { id: "CUST-1", name: "Anton Budiman", phone: "6285694566147", address: "", city: "", state: "", postcode: "120129" },
  });
  identifier = made.payment.identifier;
} catch (distrust) {
  console.log(`client: ${distrust.message}; asking for the order's status instead`);
}

await fetch(`${DOKU_SANDBOX_CONTROL}/orders/${invoice}/pay`, { method: "POST" }); // what a customer does
const status = await call("GET", "/orders/v1/status/" + invoice);
console.log(`client: ${invoice} is ${status.transaction.status}`);
identifier ??= status.peer_to_peer_info.identifier;
const refunded = await call("POST", AKULAKU + "/refund", {
  order: { invoice_number: invoice },
  payment: { ...payment, identifier },
  refund: { merchant_unique_reference: "REF-" + randomUUID() },
});
console.log(`client: refund ${refunded.refund.status}`);
