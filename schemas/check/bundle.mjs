// The contract as one OpenAPI document for tools that follow no reference into another file, or know no list of types,
// and its schemas as one document for tools that find a schema by its $id: node schemas/check/bundle.mjs writes
// contract/openapi.bundled.json and contract/schemas.bundled.json. They say what the single files say. In the first each
// schema becomes a component, each example that passes stands in its place, and a list of types is an anyOf of its types.
import { readFileSync, readdirSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";

const contract = new URL("../contract/", import.meta.url);
const made = { "openapi.bundled.json": bundle, "schemas.bundled.json": bundleOfSchemas };
const read = (path) => JSON.parse(readFileSync(new URL(path, contract), "utf8"));

// Where a value of each type is held by what.
const keywords = {
  string: ["minLength", "maxLength", "pattern", "format"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  object: ["properties", "required", "additionalProperties", "minProperties", "maxProperties", "propertyNames"],
  array: ["items", "minItems", "maxItems", "contains", "uniqueItems"],
  boolean: [],
  null: [],
};
keywords.integer = keywords.number;
const headers = {
  Request: "akulaku.generate-order/request-headers-documented.json",
  Response: "akulaku.generate-order/response-headers-documented.json",
  Notification: "akulaku.notification/request-headers-documented.json",
  Snap: "snap.va.create/request-headers.json",
  SnapToken: "snap.tokens.merchant/request-headers.json",
};

/** Returns the schema with an anyOf in place of a list of types: each type with the keywords that are about it. */
function oneTypeEach({ type, ...schema }) {
  const anyOf = type.map((each) => ({ type: each }));
  for (const [keyword, value] of Object.entries(schema)) {
    const owners = anyOf.filter((each) => keywords[each.type].includes(keyword));
    for (const owner of owners) owner[keyword] = value;
    if (owners.length > 0) delete schema[keyword];
  }
  if (schema.anyOf !== undefined) throw new Error("expected a list of types without an anyOf beside it");
  return { ...schema, anyOf };
}

/** Puts each property that a generator spells as one before it, such as api_format after apiFormat, where generators don't look. */
function oneSpellingEach(schema) {
  const spelled = new Set();
  const made = { ...schema, properties: {} };
  for (const [name, property] of Object.entries(schema.properties)) {
    if (spelled.has(pascal(name))) made.patternProperties = { ...made.patternProperties, [`^${name}$`]: property };
    else made.properties[name] = property;
    spelled.add(pascal(name));
  }
  return made;
}

export const pascal = (text) => text.split(/[^A-Za-z0-9]+/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join("");

/** Returns akulaku/refund-request as AkulakuRefundRequest, $defs/amount of the shared file as Amount. */
function nameOf(file, pointer) {
  const part = pointer.split("/").pop();
  const whole = pascal(file.replace("json/", "").replace(".schema.json", ""));
  if (pointer === "") return whole;
  return whole.replace(/^Common/, "").replace(/^Notification$/, "Notified") + pascal(part);
}

/** Returns the name of the component that a file becomes. */
export const componentOf = (file) => nameOf(file, "");

/** Gives what DOKU calls tags of its own: generators write a class for a tag, and one of two with the same name is lost. */
function separateWebhooks(document) {
  const called = (tag) => `${tag}, called by DOKU`;
  const used = new Set();
  for (const operation of Object.values(document.webhooks).flatMap((item) => Object.values(item))) {
    operation.tags.forEach((tag) => used.add(tag));
    operation.tags = operation.tags.map(called);
  }
  const own = document.tags.filter(({ name }) => used.has(name)).map(({ name, description }) => ({ name: called(name), description }));
  document.tags.push(...own);
}

export function bundle() {
  // Samples of DOKU's own that break its own pages.
  const slips = new Set(read("slips.json").slips.map(({ file }) => file));
  const schemas = {};
  const files = new Map();

  function component(address) {
    const [file, pointer = ""] = address.split("#");
    const name = nameOf(file, pointer);
    if (files.has(name) && files.get(name) !== address) throw new Error(`${name}: two schemas of this name`);
    if (!files.has(name)) {
      files.set(name, address);
      const schema = pointer.split("/").slice(1).reduce((node, each) => node[each], read(file));
      schemas[name] = {}; // The order is that of the first mention.
      schemas[name] = ofSchema(schema, file);
      const example = pointer.startsWith("/properties/") && headers[pascal(file.split("/").pop().split(".")[0])];
      if (example) schemas[name].examples = [read(`examples/${example}`)[pointer.split("/").pop()]];
    }
    return `#/components/schemas/${name}`;
  }

  function resolve(reference, file) {
    const [path, pointer = ""] = reference.split("#");
    const target = path === "" ? file : new URL(path, new URL(file, "file:///")).pathname.slice(1);
    return component(target + (pointer === "" ? "" : `#${pointer}`));
  }

  function ofSchema(node, file) {
    if (Array.isArray(node)) return node.map((each) => ofSchema(each, file));
    if (node === null || typeof node !== "object") return node;
    const { $schema, $defs, ...rest } = node;
    const made = {};
    for (const [key, value] of Object.entries(rest)) {
      const isReference = key === "$ref" && typeof value === "string";
      const isValue = key === "const" || (Array.isArray(value) && (key === "enum" || key === "required"));
      made[key] = isReference ? resolve(value, file) : isValue ? value : ofSchema(value, file);
    }
    const isObject = made.type === "object" && made.properties !== undefined;
    const single = Array.isArray(made.type) ? oneTypeEach(made) : isObject ? oneSpellingEach(made) : made;
    for (const each of [single, ...(single.anyOf ?? [])]) if (each.type === "array") each.items ??= {};
    return single;
  }

  function ofDocument(node, path) {
    if (Array.isArray(node)) return node.map((each) => ofDocument(each, path));
    if (node === null || typeof node !== "object") return node;
    const made = {};
    for (const [key, value] of Object.entries(node)) {
      if (key === "x-doku" || slips.has(value?.externalValue)) continue;
      if (key === "externalValue") made.value = read(value);
      else if (key === "$ref" && !value.startsWith("#")) made.$ref = resolve(value, "openapi.json");
      else made[key] = ofDocument(value, path);
    }
    return made;
  }

  const { openapi, jsonSchemaDialect, info, servers, ...rest } = read("openapi.json");
  // A signature is made of the message, so no scheme of OpenAPI says it; the header Signature does.
  const made = ofDocument({ openapi, jsonSchemaDialect, info, servers, security: [], ...rest });
  separateWebhooks(made);
  for (const [name, part] of Object.entries({ ...made.components.parameters, ...made.components.headers })) {
    const schema = schemas[part.schema.$ref?.split("/").pop()];
    if (schema?.examples === undefined) throw new Error(`${name}: expected an example`);
    part.example = schema.examples[0];
  }
  made.components.schemas = schemas;
  return JSON.stringify(made, null, 1) + "\n";
}

/** Returns json/akulaku/refund-request.schema.json as urn:doku-conformance:contract:akulaku:refund-request. */
export const idOf = (file) =>
  `urn:doku-conformance:contract:${file.replace("json/", "").replace(".schema.json", "").replaceAll("/", ":")}`;

export function bundleOfSchemas() {
  const withIds = (node, file) => {
    if (Array.isArray(node)) return node.map((each) => withIds(each, file));
    if (node === null || typeof node !== "object") return node;
    const entries = Object.entries(node).map(([key, value]) => {
      if (key !== "$ref" || typeof value !== "string" || value.startsWith("#")) return [key, withIds(value, file)];
      const target = new URL(value, new URL(file, "file:///"));
      return [key, idOf(target.pathname.slice(1)) + target.hash];
    });
    return Object.fromEntries(entries);
  };
  const files = readdirSync(new URL("json/", contract), { recursive: true })
    .map((file) => `json/${file.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".json"))
    .sort();
  const $defs = {};
  for (const file of files) {
    const { $schema, ...schema } = read(file);
    $defs[idOf(file).split(":").slice(3).join(":")] = { $id: idOf(file), ...withIds(schema, file) };
  }
  const $schema = "https://json-schema.org/draft/2020-12/schema";
  return JSON.stringify({ $schema, $id: "urn:doku-conformance:contract", $defs }, null, 1) + "\n";
}

/** Returns the files that say other than the single files do. */
export const stale = () =>
  Object.entries(made).filter(([file, write]) => readFileSync(new URL(file, contract), "utf8") !== write()).map(([file]) => file);

if (import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const [file, write] of Object.entries(made)) writeFileSync(new URL(file, contract), write());
}
