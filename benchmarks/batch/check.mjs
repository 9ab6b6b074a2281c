// Checks recorded exchanges as a short Node program would: node check.mjs SECRET-FILE FILE. One thread, ajv, node:crypto.
//
// For each line of exchange JSON it finds the operation, holds headers and bodies against the contract's schemas, looks for
// what DOKU's pages contradict each other about, holds echoes, ids and numbers used before, and both signatures, and
// writes a line as `doku-conformance check --format jsonl` does. It exits with 1 where something is wrong.
import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { createReadStream, readFileSync, writeSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";
import { address, operations, read, schemas } from "./contract.mjs";

const [secretFile, file] = process.argv.slice(2);
const secret = readFileSync(secretFile, "utf8").trim();
const ajv = new Ajv2020({ strict: false, allErrors: true, verbose: true });
schemas.forEach((path) => ajv.addSchema(read(path), address(path)));
const HELP = "https://github.com/dokuconformance/doku-conformance/blob/main/docs/codes.md#";
const headerSchema = (name) => ajv.getSchema(address(`json/headers/${name}.schema.json`));
const headers = { request: headerSchema("request"), response: headerSchema("response"), snap: headerSchema("snap") };

function value(tree, names) {
  for (const name of names) tree = tree?.[name];
  return tree;
}
const names = (pointer) => (typeof pointer === "string" && pointer.startsWith("/") ? pointer.slice(1).split("/") : undefined);

/** Turns a condition of the contract's files into a function. */
function condition(of) {
  if (Array.isArray(of)) return every(of.map(condition));
  const parts = [];
  if (of.at) {
    const at = names(of.at);
    const types = of.type === undefined ? undefined : [of.type].flat();
    const pattern = of.matches === undefined ? undefined : new RegExp(of.matches, "u");
    const here = (got) =>
      got !== undefined &&
      (!types || types.includes(got === null ? "null" : Array.isArray(got) ? "array" : typeof got)) &&
      (!of.oneOf || of.oneOf.includes(got)) &&
      (!pattern || (typeof got === "string" && pattern.test(got)));
    const any = (tree, i) => {
      for (; i < at.length; i++) {
        if (at[i] === "*") return Array.isArray(tree) && tree.some((one) => any(one, i + 1));
        tree = tree?.[at[i]];
      }
      return here(tree);
    };
    parts.push((tree) => any(tree, 0) === (of.present ?? true));
  }
  if (of.allOf) parts.push(every(of.allOf.map(condition)));
  if (of.anyOf) parts.push(some(of.anyOf.map(condition)));
  if (of.noneOf) {
    const none = some(of.noneOf.map(condition));
    parts.push((tree) => !none(tree));
  }
  return every(parts);
}
const every = (all) => (tree) => all.every((one) => one(tree));
const some = (all) => (tree) => all.some((one) => one(tree));

const contradictions = read("contradictions.json").contradictions;
for (const operation of operations) {
  operation.shown = contradictions.flatMap((one) =>
    (one.shownBy ?? [])
      .filter((by) => by.shows && [by.operation].flat().includes(operation.id))
      .map((by) => ({ one, part: by.part, got: by.got, when: condition(by.when ?? {}), shows: [by.shows].flat().map((it) => ({ at: it.at ?? "", holds: condition(it) })) })),
  );
  operation.echoes = (operation.doku.echoes ?? []).map(([from, to]) => ({ from: names(from), to: names(to), at: to })).filter(({ from, to }) => from && to);
  operation.invoice = operation.doku.unique?.includes("invoice") ? [operation.doku.request.invoice].flat().map(names).find(Boolean) : undefined;
  operation.snap = operation.doku.scheme.startsWith("snap");
  for (const part of ["request", "response"]) {
    if (operation[part].schema) operation[part].validate = () => (operation[part].compiled ??= ajv.getSchema(address(operation[part].schema)));
  }
}
const byPath = new Map(operations.filter(({ path }) => path && !path.includes("{")).map((one) => [`${one.method} ${one.path}`, one]));
const byPattern = operations.filter(({ path }) => path?.includes("{")).map((one) => [new RegExp(`^${one.method} ${one.path.replace(/\{[^}]*\}/g, "[^/]+")}$`), one]);
const byId = new Map(operations.map((one) => [one.id, one]));
const recognised = (exchange, path) =>
  byId.get(exchange.operation) ?? byPath.get(`${exchange.request.method} ${path}`) ?? byPattern.find(([pattern]) => pattern.test(`${exchange.request.method} ${path}`))?.[1];

const kebab = (keyword) => keyword.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`);
const shown = (got) => (got === undefined ? "nothing" : JSON.stringify(got));
function finding(code, severity, part, at, requirement, wanted, got, hint, source) {
  return { code, severity, part, at, message: `${requirement}: wanted ${wanted}, got ${got}`, facts: { wanted, got }, hint, source, help: HELP + code };
}

function schema(validate, part, tree, findings, isHeader) {
  if (validate(tree)) return;
  for (const { keyword, instancePath, params, parentSchema, schema, data, message } of validate.errors) {
    const missing = keyword === "required" ? `/${params.missingProperty}` : "";
    const about = missing ? (parentSchema.properties?.[params.missingProperty] ?? parentSchema) : parentSchema;
    const at = isHeader ? (instancePath + missing).slice(1) : instancePath + missing;
    const code = isHeader && missing ? "header.missing" : `schema.${kebab(keyword)}`;
    const wanted = missing ? "a value" : Array.isArray(schema) ? schema.join(" or ") : `${kebab(keyword)} ${JSON.stringify(schema)}`;
    findings.push(finding(code, "error", part, at, message, wanted, missing ? "nothing" : shown(data), `The contract says of it: ${about.description ?? ""}`, about.$comment ?? ""));
  }
}

function contradicted(operation, part, tree, findings) {
  for (const { one, part: of, got: said, when, shows } of operation.shown) {
    if (of !== part || !when(tree)) continue;
    const found = shows.filter(({ holds }) => holds(tree));
    if (found.length === 0) continue;
    const at = found.map((it) => it.at);
    const got = said ?? at.map((it) => `${it.slice(1).replaceAll("/", ".")} as ${shown(value(tree, names(it) ?? []))}`).join(", ");
    findings.push({ code: one.code, severity: one.severity ?? "warning", part, at: at[0], message: `${one.summary.replace(/\.$/, "")}: got ${got}`, facts: { got }, hint: one.chosen, source: one.says.map((it) => `${it.basis}: ${it.source}`).join("; "), help: HELP + one.code });
  }
}

const sha256 = (body, form) => createHash("sha256").update(body).digest(form);
const equal = (wanted, got) => wanted.length === got.length && timingSafeEqual(Buffer.from(wanted), Buffer.from(got));

function signature(operation, part, fields, names, timestamp, method, target, body, findings) {
  const got = names.get(operation.snap ? "x-signature" : "signature");
  if (got === undefined) return "absent";
  let wanted;
  if (operation.snap) {
    const token = (names.get("authorization") ?? "").replace("Bearer ", "");
    const hash = sha256(JSON.stringify(JSON.parse(body)), "hex");
    wanted = createHmac("sha512", secret).update(`${method}:${target}:${token}:${hash}:${names.get("x-timestamp")}`).digest("base64");
  } else {
    const text = `Client-Id:${names.get("client-id")}\nRequest-Id:${names.get("request-id")}\n${timestamp}:${names.get(timestamp.toLowerCase())}\nRequest-Target:${target}`;
    const digest = body.length > 0 ? `\nDigest:${sha256(body, "base64")}` : "";
    wanted = `HMACSHA256=${createHmac("sha256", secret).update(text + digest).digest("base64")}`;
  }
  if (equal(wanted, got)) return "valid";
  findings.push(finding("signature.mismatch", "error", part, "Signature", "the signature is what the key gives for the message as it came", "another", got, "The command explain shows the string to sign.", "documented: Signature component from request header"));
  return "invalid";
}

const byName = (fields) => new Map(fields.map(([name, text]) => [name.toLowerCase(), text]));
function json(body, part, findings) {
  try {
    return JSON.parse(body);
  } catch (e) {
    findings.push(finding("json.malformed", "error", part, "", "a body is JSON", "JSON", e.message, "Send JSON.", ""));
    return undefined;
  }
}

const requests = new Map();
const invoices = new Map();
function check(exchange, ordinal, source) {
  const { request, response } = exchange;
  const path = request.target.replace(/\?.*/, "");
  const operation = recognised(exchange, path);
  const findings = [];
  const statuses = { request: "unchecked", response: "unchecked" };
  if (operation) {
    const sent = byName(request.headers);
    const body = request.body?.utf8 ?? "";
    statuses.request = signature(operation, "request", request.headers, sent, "Request-Timestamp", request.method, path, body, findings);
    schema(operation.snap ? headers.snap : headers.request, "request", Object.fromEntries(request.headers), findings, true);
    if (!/^application\/json\b/.test(sent.get("content-type") ?? "")) findings.push(finding("header.content-type", "warning", "request", "Content-Type", "a body of JSON says that it is", "application/json", shown(sent.get("content-type")), "Send Content-Type: application/json.", "documented: Signature component from request header"));
    const tree = json(body, "request", findings);
    if (operation.request.validate) schema(operation.request.validate(), "request", tree, findings, false);
    contradicted(operation, "request", tree, findings);
    if (response) {
      const got = byName(response.headers);
      const text = response.body?.utf8 ?? "";
      if (!operation.snap) {
        if (operation.doku.signed.includes("response")) {
          statuses.response = signature(operation, "response", response.headers, got, "Response-Timestamp", request.method, path, text, findings);
        }
        schema(headers.response, "response", Object.fromEntries(response.headers), findings, true);
        for (const name of ["Client-Id", "Request-Id"]) {
          const wanted = sent.get(name.toLowerCase());
          const came = got.get(name.toLowerCase());
          if (wanted !== undefined && came !== undefined && wanted !== came) findings.push(finding("header.echo", "error", "response", name, `a response repeats the request's ${name}`, wanted, came, "", ""));
        }
      }
      const answer = json(text, "response", findings);
      if (operation.response.validate) schema(operation.response.validate(), "response", answer, findings, false);
      contradicted(operation, "response", answer, findings);
      for (const { from, to, at } of operation.echoes) {
        const wanted = value(tree, from);
        const came = value(answer, to);
        if (wanted !== undefined && came !== undefined && String(wanted) !== String(came)) findings.push(finding(`echo.${to.at(-1)}`, "error", "response", at, `a response repeats the request's ${from.join(".")}`, shown(wanted), shown(came), "", ""));
      }
    }
    repeated(operation, sent, body, tree, ordinal, findings);
  }
  const line = { source, operation: operation?.id ?? null, signatures: { request: { status: statuses.request }, response: { status: statuses.response } }, findings };
  if (findings.length > 0) line.again = [`doku-conformance check --secret-file ${secretFile} ${source}`];
  return line;
}

function repeated(operation, sent, body, tree, ordinal, findings) {
  const id = `${sent.get("client-id") ?? sent.get("x-partner-id")} ${sent.get("request-id") ?? sent.get("x-external-id")}`;
  const before = requests.get(id);
  if (before === undefined) requests.set(id, { ordinal, hash: sha256(body, "base64") });
  else if (before.hash !== sha256(body, "base64")) findings.push(finding("run.request-id", "error", "request", "Request-Id", "a Request-Id is new", "another", `that of exchange ${before.ordinal}`, "", ""));
  const invoice = operation.invoice && value(tree, operation.invoice);
  if (typeof invoice !== "string") return;
  if (invoices.has(invoice)) findings.push(finding("run.invoice", "error", "request", "", "an invoice number is new", "another", `that of exchange ${invoices.get(invoice)}`, "", ""));
  else invoices.set(invoice, ordinal);
}

let out = "";
function flush() {
  const bytes = Buffer.from(out);
  for (let written = 0; written < bytes.length; ) written += writeSync(1, bytes, written);
  out = "";
}

let ordinal = 0;
let rest = "";
let wrong = 0;
for await (const piece of createReadStream(file, { encoding: "utf8", highWaterMark: 1 << 18 })) {
  const lines = (rest + piece).split("\n");
  rest = lines.pop();
  for (const text of lines) {
    const line = check(JSON.parse(text), ++ordinal, `${file}#${ordinal}`);
    if (line.findings.some(({ severity }) => severity === "error")) wrong++;
    out += JSON.stringify(line) + "\n";
    if (out.length > 1 << 16) flush();
  }
}
flush();
process.exitCode = wrong > 0 ? 1 : 0;
