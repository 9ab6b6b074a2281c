// Checks one exchange as a short Node program would: reads an .http file with a request and its
// response, holds headers and bodies against the contract's schemas with ajv, verifies both
// signatures. node check.mjs SECRET-FILE FILE; exits with 1 unless all of it is right.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { readFileSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const contract = new URL("../../schemas/contract/", import.meta.url);
const json = (url) => JSON.parse(readFileSync(url, "utf8"));
const secret = readFileSync(process.argv[2], "utf8").replace(/\r?\n$/, "");
const bytes = readFileSync(process.argv[3]);

function message(from) {
  const end = bytes.indexOf("\r\n\r\n", from);
  const [start, ...lines] = bytes.toString("latin1", from, end).split("\r\n");
  const headers = lines.map((line) => line.split(/:\s*/, 1).concat(line.replace(/^[^:]*:\s*/, "")));
  const header = (name) => headers.find(([n]) => n.toLowerCase() === name.toLowerCase())?.[1];
  const length = Number(header("Content-Length") ?? 0);
  const body = bytes.subarray(end + 4, end + 4 + length);
  return { start, headers, header, body, end: end + 4 + length };
}

const ajv = new Ajv2020({ strict: false });
function schema(url) {
  const loaded = ajv.getSchema(url.href);
  if (loaded) return loaded;
  add(url);
  return ajv.getSchema(url.href);
}
function add(url) {
  if (ajv.schemas[url.href] || ajv.refs[url.href]) return;
  const document = json(url);
  ajv.addSchema(document, url.href);
  JSON.stringify(document, (key, value) => {
    if (key === "$ref" && typeof value === "string" && !value.startsWith("#")) add(new URL(value.replace(/#.*/, ""), url));
    return value;
  });
}

function signatureIsRight({ header, body }, timestamp, target) {
  const lines = ["Client-Id", "Request-Id", timestamp].map((name) => `${name}:${header(name)}`);
  lines.push(`Request-Target:${target}`);
  if (body.length > 0) lines.push(`Digest:${createHash("sha256").update(body).digest("base64")}`);
  const wanted = `HMACSHA256=${createHmac("sha256", secret).update(lines.join("\n")).digest("base64")}`;
  const got = header("Signature") ?? "";
  return wanted.length === got.length && timingSafeEqual(Buffer.from(wanted), Buffer.from(got));
}

const request = message(0);
const response = request.end < bytes.length ? message(request.end) : undefined;
const [method, target] = request.start.split(" ");
const path = target.replace(/\?.*/, "");
const operation = json(new URL("openapi.json", contract)).paths[path][method.toLowerCase()];
const bodySchema = (content) => new URL(content.content["application/json"].schema.$ref, contract);
const wrong = [];
const judge = (what, url, value) => {
  const validate = schema(url);
  if (!validate(value)) wrong.push(`${what}: ${ajv.errorsText(validate.errors)}`);
};
judge("request headers", new URL("json/headers/request.schema.json", contract), Object.fromEntries(request.headers));
judge("request", bodySchema(operation.requestBody), JSON.parse(request.body));
if (!signatureIsRight(request, "Request-Timestamp", path)) wrong.push("request signature");
if (response) {
  judge("response headers", new URL("json/headers/response.schema.json", contract), Object.fromEntries(response.headers));
  judge("response", bodySchema(operation.responses["200"]), JSON.parse(response.body));
  if (!signatureIsRight(response, "Response-Timestamp", path)) wrong.push("response signature");
}
wrong.forEach((line) => console.log(line));
console.log(`${wrong.length === 0 ? "conformant" : "not-conformant"}: ${operation.operationId}`);
process.exitCode = wrong.length === 0 ? 0 : 1;
