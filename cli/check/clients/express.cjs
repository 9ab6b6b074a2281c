// A shop on Express that logs by pino, with a mistake: it signs the whole URL, not its path.
const { createHash, createHmac, randomUUID } = require("node:crypto");
const express = require("express");
const pino = require("pino");

const { DOKU_BASE_URL, DOKU_CLIENT_ID, DOKU_SECRET_KEY } = process.env;
const log = pino(pino.destination({ dest: process.argv[2], sync: true }));

async function pay(order) {
  const url = DOKU_BASE_URL + "/akulaku-peer-to-peer/v2/generate-order";
  const body = JSON.stringify(order);
  const headers = {
    "Client-Id": DOKU_CLIENT_ID,
    "Request-Id": randomUUID(),
    "Request-Timestamp": new Date().toISOString().slice(0, 19) + "Z",
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}:${value}`);
  lines.push(`Request-Target:${url}`, `Digest:${createHash("sha256").update(body).digest("base64")}`);
  headers.Signature = "HMACSHA256=" + createHmac("sha256", DOKU_SECRET_KEY).update(lines.join("\n")).digest("base64");
  headers["Content-Type"] = "application/json";
  const response = await fetch(url, { method: "POST", headers, body });
  const answer = await response.json();
  log.info({ request: { method: "POST", url, headers, body }, response: { status: response.status, answer } }, "DOKU answered");
  return answer;
}

const app = express();
app.use(express.json());
app.post("/checkout", async (request, response) => {
  const { cart, customer } = request.body;
  const amount = cart.reduce((sum, { price, quantity }) => sum + price * quantity, 0);
  const answer = await pay({
    order: { invoice_number: "INV-" + randomUUID(), amount, line_items: cart, callback_url: "https://merchant.example/return" },
    payment: { merchant_unique_reference: "MUR-" + randomUUID() },
    customer,
  });
  response.json(answer);
});

// A customer buys, and the shop closes.
const server = app.listen(0, "127.0.0.1", async () => {
  const cart = [{ name: "T-Shirt", price: 45000, quantity: 2, sku: "1002", category: "Shirt" }];
  const customer = { id: "CUST-1", name: "Anton Budiman", phone: "6285694566147" };
  const options = { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify({ cart, customer }) };
  await fetch(`http://127.0.0.1:${server.address().port}/checkout`, options);
  server.close();
});
