// Records what Express gets, byte for byte, before it is parsed: app.use(express.json({ verify: record("exchanges.jsonl") }))
const { appendFileSync } = require("node:fs");

exports.record = (file) => (request, response, bytes) => {
  const { method, originalUrl: target, headersDistinct: headers } = request;
  appendFileSync(file, JSON.stringify({ request: { method, target, headers, body: { base64: bytes.toString("base64") } } }) + "\n");
};
