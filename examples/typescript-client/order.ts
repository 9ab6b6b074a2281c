// Orders at DOKU by a client whose types come from the contract. They say what a body may hold; the signature is made
// here, over the bytes that are sent, and that of the answer is looked at before anything in it is used.
import { createHash, createHmac, randomUUID, timingSafeEqual } from "node:crypto";
import createClient from "openapi-fetch";
import type { components, paths } from "./doku.js";

const { DOKU_BASE_URL = "", DOKU_CLIENT_ID = "", DOKU_SECRET_KEY = "" } = process.env;
const PATH = "/akulaku-peer-to-peer/v2/generate-order";
const doku = createClient<paths>({ baseUrl: DOKU_BASE_URL });

function signature(id: string, time: string, target: string, body: string | Buffer): string {
  const digest = createHash("sha256").update(body).digest("base64");
  const lines = [`Client-Id:${DOKU_CLIENT_ID}`, `Request-Id:${id}`, time, `Request-Target:${target}`, `Digest:${digest}`];
  return "HMACSHA256=" + createHmac("sha256", DOKU_SECRET_KEY).update(lines.join("\n")).digest("base64");
}

const order: components["schemas"]["AkulakuGenerateOrderRequest"] = {
  order: {
    invoice_number: "INV-" + Date.now(),
    amount: 90000,
    line_items: [{ name: "Socks", price: 30000, quantity: 3, sku: "SKU-1", category: "Socks" }],
    callback_url: "https://merchant.example/return",
  },
  payment: { merchant_unique_reference: "MUR-" + Date.now() },
  customer: { id: "CUST-1", name: "Anton", phone: "6281234567890", address: "", city: "", state: "", postcode: "12190" },
};
const text = JSON.stringify(order); // Written once: signed, and sent.
const id = randomUUID();
const time = new Date().toISOString().slice(0, 19) + "Z";

const { data, error, response } = await doku.POST(PATH, {
  params: {
    header: {
      "Client-Id": DOKU_CLIENT_ID,
      "Request-Id": id,
      "Request-Timestamp": time,
      Signature: signature(id, `Request-Timestamp:${time}`, PATH, text),
    },
  },
  body: order,
  bodySerializer: () => text,
  parseAs: "arrayBuffer",
});
if (data === undefined) throw new Error(`${response.status} ${JSON.stringify(error)}`);
const bytes = Buffer.from(data);
const wanted = Buffer.from(signature(id, `Response-Timestamp:${response.headers.get("Response-Timestamp")}`, PATH, bytes));
const came = Buffer.from(response.headers.get("Signature") ?? "");
if (came.length !== wanted.length || !timingSafeEqual(came, wanted)) throw new Error("the answer is not DOKU's");

const answer: components["schemas"]["AkulakuGenerateOrderResponse"] = JSON.parse(bytes.toString());
console.log(`pay at ${answer.payment.url}`);
