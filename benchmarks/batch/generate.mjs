// Writes a day's traffic as exchange JSON, a line each: node generate.mjs COUNT [SEED] > FILE.
//
// Requests and responses of every operation whose request the contract knows whole, signed by the scheme of each with the
// secret in secret.txt. One body in ten has text beyond ASCII, a third are indented, one exchange in ten breaks the
// contract in one of several ways, one in a thousand is signed wrongly. The same seed gives the same bytes.
import { createHash, createHmac } from "node:crypto";
import { readFileSync, writeSync } from "node:fs";
import { operations, read } from "./contract.mjs";

const count = Number(process.argv[2] ?? 1000);
const secret = readFileSync(new URL("secret.txt", import.meta.url), "utf8").trim();
let state = Number(process.argv[3] ?? 1) >>> 0;

/** Returns the next number of mulberry32, below a bound. */
function below(bound) {
  state = (state + 0x6d2b79f5) >>> 0;
  let t = Math.imul(state ^ (state >>> 15), 1 | state);
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
  return Math.floor((((t ^ (t >>> 14)) >>> 0) / 4294967296) * bound);
}
const hex = (digits) => Array.from({ length: digits }, () => below(16).toString(16)).join("");
const uuid = () => `${hex(8)}-${hex(4)}-4${hex(3)}-8${hex(3)}-${hex(12)}`;
const pick = (list) => list[below(list.length)];

// An example of what failed, or of headers, is no answer to an order.
const bodies = (of) => of.examples.filter((name) => !/failed|headers|error/.test(name)).map(read);
const templates = operations
  .filter(({ doku }) => doku.known.request === "full" && doku.signed.length > 0 && doku.scheme !== "snap.token")
  .map((operation) => ({ ...operation, requests: bodies(operation.request), responses: bodies(operation.response) }))
  .filter(({ requests, path }) => requests.length > 0 && !path?.includes("{"));

function set(tree, pointer, value) {
  if (typeof pointer !== "string" || !pointer.startsWith("/")) return;
  const names = pointer.slice(1).split("/");
  const last = names.pop();
  const parent = names.reduce((node, name) => node?.[name], tree);
  if (typeof parent?.[last] === "string") parent[last] = String(value);
  else if (typeof parent?.[last] === "number" && Number(value) === +value) parent[last] = Number(value);
}
const get = (tree, pointer) => pointer.slice(1).split("/").reduce((node, name) => node?.[name], tree);

/** Returns all objects in a tree that hold a text or a number. */
function holders(tree) {
  const inner = Object.values(tree).filter((value) => value && typeof value === "object").flatMap(holders);
  return Object.values(tree).some((value) => typeof value === "string") ? [tree, ...inner] : inner;
}
const texts = (object) => Object.keys(object).filter((name) => typeof object[name] === "string");

const NAMES = ["Siti Nurhaliza é", "Raden Ajeng Kartini — Jepara", "Tōkyō Tanaka 田中", "Björn Åse", "Café “Kopi Tubruk” ☕"];
const SPOILT = {
  tooLong: (body) => change(body, (text) => text.padEnd(300, "X")),
  empty: (body) => change(body, () => ""),
  number: (body) => change(body, () => 7),
  missing: (body) => change(body, () => undefined),
  unknown: (body) => (pick(holders(body)).unexpected_field = "surplus"),
  time: (body, headers) => headers.forEach((one) => (one[1] = one[1].replace(/^(20..-..-..)T/, "$1 "))),
  noType: (body, headers) => headers.splice(headers.findIndex(([name]) => name === "Content-Type"), 1),
};
function change(body, to) {
  const object = pick(holders(body));
  const name = pick(texts(object));
  object[name] = to(object[name]);
}

const sha256 = (bytes) => createHash("sha256").update(bytes);
const compact = (text) => JSON.stringify(JSON.parse(text));

function text(body) {
  let json = below(3) === 0 ? JSON.stringify(body, null, 2) : JSON.stringify(body);
  if (below(4) === 0) json = json.replace(/[^\x00-\x7f]/g, (c) => "\\u" + c.charCodeAt(0).toString(16).padStart(4, "0"));
  return json;
}

function nonSnap(headers, timestamp, target, body, wrong) {
  const value = (name) => headers.find(([n]) => n === name)?.[1] ?? "";
  const lines = ["Client-Id", "Request-Id", timestamp].map((name) => `${name}:${value(name)}`);
  lines.push(`Request-Target:${target}`, `Digest:${sha256(body).digest("base64")}`);
  const mac = createHmac("sha256", secret).update(lines.join("\n") + (wrong ? "\n" : ""));
  headers.push(["Signature", `HMACSHA256=${mac.digest("base64")}`]);
}

function snap(headers, method, target, body, wrong) {
  const value = (name) => headers.find(([n]) => n === name)?.[1] ?? "";
  const token = value("Authorization").replace("Bearer ", "");
  const hash = sha256(compact(body)).digest("hex");
  const mac = createHmac("sha512", secret).update([method, target, token, hash, value("X-TIMESTAMP")].join(":") + (wrong ? "\n" : ""));
  headers.push(["X-SIGNATURE", mac.digest("base64")]);
}

function exchange(ordinal) {
  const { id, method, path, doku, requests, responses } = pick(templates);
  const request = structuredClone(pick(requests));
  const response = structuredClone(pick(responses.length > 0 ? responses : [undefined]));
  const merchant = "MCH-0001-10791114622547";
  const number = `INV-${String(ordinal).padStart(8, "0")}`;
  const time = new Date(Date.UTC(2026, 0, 31, 0, 0, 0) + ordinal * 50).toISOString().replace(/\.\d+/, "");
  const isSnap = doku.scheme.startsWith("snap");
  [doku.request.invoice].flat().forEach((at) => set(request, at, number));
  [doku.request.reference, doku.request.refundReference].flat().forEach((at) => set(request, at, `REF${ordinal}`));
  for (const [from, to] of doku.echoes ?? []) {
    const sent = get(request, from);
    if (response && sent !== undefined) set(response, to, sent);
  }
  if (below(10) === 0) {
    for (const object of [...holders(request), ...(response ? holders(response) : [])]) {
      const name = texts(object).find((one) => /(^|_)name$|Name$/.test(one) && /^\p{L}+ /u.test(object[one]));
      if (name) object[name] = pick(NAMES);
    }
  }
  const target = path ?? "/payments/notify";
  const sent = isSnap
    ? [["Content-Type", "application/json"], ["X-EXTERNAL-ID", `${ordinal}`.padStart(10, "0") + below(1e9)], ["X-TIMESTAMP", time], ["X-PARTNER-ID", merchant], ["Authorization", "Bearer FAKE-TOKEN-NOT-A-SECRET"], ["CHANNEL-ID", "H2H"], ["X-IP-ADDRESS", "203.0.113.7"], ["X-DEVICE-ID", "FAKE-DEVICE"], ["Authorization-Customer", "Bearer FAKE-TOKEN-NOT-A-SECRET"]]
    : [["Client-Id", merchant], ["Request-Id", uuid()], ["Request-Timestamp", time], ["Content-Type", "application/json"]];
  const got = isSnap
    ? [["Content-Type", "application/json"], ["X-TIMESTAMP", time]]
    : [["Client-Id", merchant], ["Request-Id", sent[1][1]], ["Response-Timestamp", time], ["Content-Type", "application/json"]];
  if (below(10) === 0) {
    const ofResponse = response && below(4) === 0;
    pick(Object.values(SPOILT))(ofResponse ? response : request, ofResponse ? got : sent);
  }
  const wrong = below(1000) === 0;
  const body = text(request);
  const line = { request: { method, target, headers: sent, body: { utf8: body } } };
  (isSnap ? snap(sent, method, target, body, wrong) : nonSnap(sent, "Request-Timestamp", target, body, wrong));
  // The path of a merchant's own does not tell which of the notifications it is.
  if (!path) line.operation = id;
  if (response) {
    const answer = text(response);
    if (doku.signed.includes("response") && !isSnap) nonSnap(got, "Response-Timestamp", target, answer, false);
    line.response = { status: 200, headers: got, body: { utf8: answer } };
  }
  return JSON.stringify(line);
}

for (let ordinal = 1; ordinal <= count; ordinal += 500) {
  const lines = Array.from({ length: Math.min(500, count - ordinal + 1) }, (_, i) => exchange(ordinal + i) + "\n");
  const bytes = Buffer.from(lines.join(""));
  for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written);
}
