// Judges every example and every constraint case with ajv, straight from the plain files, and the
// OpenAPI document with its schema. Prints one JSON object a line for each document judged:
// {"document":"examples/…" or "case 12 pass", "accepted":true}. Exits with 1 if any of them is not
// as it should be, and says on stderr which.
import { readFileSync } from "node:fs";
import { Validator } from "@seriousme/openapi-schema-validator";
import Ajv2020 from "ajv/dist/2020.js";
import { address, ajv, read, strict } from "./ajv.mjs";
import { bundle, bundleOfSchemas, componentOf, idOf, pascal, stale } from "./bundle.mjs";

const wrong = [];
const expect = (right, message) => right || wrong.push(message);

// The bundled documents say what the single files say: the same verdict of each example and case that a schema in them is about.
for (const file of stale()) expect(false, `${file}: expected what node schemas/check/bundle.mjs writes`);
const bundled = new Ajv2020({ ...strict, allowUnionTypes: false, keywords: ["components"] });
const document = JSON.parse(bundle());
bundled.addSchema({ $id: "bundled", components: { schemas: document.components.schemas } }, "bundled");
const identified = new Ajv2020(strict).addSchema(JSON.parse(bundleOfSchemas()));
let twice = 0;

// A generator writes a class for a tag and a member for a property, in its own spelling, and loses one of two that it spells alike.
const tagsOf = (paths) => Object.values(paths).flatMap((item) => Object.values(item)).flatMap(({ tags }) => tags ?? []);
const shared = tagsOf(document.paths).filter((tag) => tagsOf(document.webhooks).includes(tag));
expect(shared.length === 0, `expected tags of what DOKU calls that no path has, got ${shared}`);
JSON.stringify(document.components.schemas, (key, value) => {
  const names = key === "properties" && typeof value === "object" ? Object.keys(value).map(pascal) : [];
  expect(new Set(names).size === names.length, `expected properties that no generator spells alike, got ${names}`);
  return value;
});

function judge(document, schema, instance) {
  const validate = ajv.getSchema(address(schema));
  const accepted = validate(instance);
  const twin = bundled.getSchema(`bundled#/components/schemas/${componentOf(schema)}`);
  if (twin) {
    twice++;
    expect(twin(instance) === accepted, `${document}: expected the bundled schema to ${accepted ? "accept" : "refuse"} it as ${schema} does`);
  }
  expect(identified.getSchema(idOf(schema))(instance) === accepted, `${document}: expected the schema ${idOf(schema)} to say the same as ${schema}`);
  console.log(JSON.stringify({ document, accepted }));
  return accepted ? [] : validate.errors;
}

// Samples of DOKU's own that break its own pages are listed, and break them: a schema, or a rule beside it.
const slips = new Set(read("slips.json").slips.filter(({ code }) => code.startsWith("schema.")).map(({ file }) => file));

const schemaOf = {};
for (const { file, schema } of read("examples/PROVENANCE.json").examples) {
  schemaOf[file] = schema;
  const errors = judge(file, schema, read(file));
  expect(
    (errors.length === 0) === !slips.has(file),
    `${file}: expected to ${slips.has(file) ? "break" : "pass"} ${schema}, got ${ajv.errorsText(errors)}`,
  );
}

function expand(value) {
  const repeat = value?.$repeat;
  return repeat ? repeat[0].repeat(repeat[1]) : value;
}

function put({ base, pointer }, value) {
  if (pointer === "") return value;
  const document = read(base);
  const names = pointer.slice(1).split("/");
  const last = names.pop();
  const parent = names.reduce((node, name) => node[name], document);
  if (value?.$absent) delete parent[last];
  else parent[last] = expand(value);
  return document;
}

const { cases } = JSON.parse(readFileSync(new URL("../cases/constraint-cases.json", import.meta.url), "utf8"));
cases.forEach((each, i) => {
  const name = `case ${i} (${each.schema}#${each.constraint})`;
  const passErrors = judge(`case ${i} pass`, schemaOf[each.base], put(each, each.pass));
  expect(passErrors.length === 0, `${name}: expected "pass" to pass, got ${ajv.errorsText(passErrors)}`);

  const failErrors = judge(`case ${i} fail`, schemaOf[each.base], put(each, each.fail));
  const keyword = each.constraint.replace(/\/required\/\d+$/, "/required").split("/").pop();
  const at = keyword === "required" ? each.pointer.replace(/\/[^/]*$/, "") : each.pointer;
  expect(
    failErrors.some((error) => error.keyword === keyword && error.instancePath === at),
    `${name}: expected "fail" to break ${keyword} at "${at}", got ${ajv.errorsText(failErrors)}`,
  );
});

// The validator of OpenAPI follows no reference into another file: each is resolved here, and a
// schema that accepts anything put in its place.
const openapi = JSON.parse(readFileSync(new URL("../contract/openapi.json", import.meta.url), "utf8"), (_, value) => {
  const ref = value?.$ref;
  if (typeof ref !== "string" || ref.startsWith("#")) return value;
  expect(ajv.getSchema(address(ref)), `openapi.json: expected a schema at ${ref}, found none`);
  return {};
});
for (const [file, document] of Object.entries({ "openapi.json": openapi, "openapi.bundled.json": JSON.parse(bundle()) })) {
  const { valid, errors } = await new Validator().validate(document);
  expect(valid, `${file}: expected valid OpenAPI 3.1, got ${JSON.stringify(errors)}`);
}
expect(twice > cases.length, `expected to judge most examples and cases by the bundled schemas too, got ${twice}`);

wrong.forEach((message) => console.error(message));
console.error(`${Object.keys(schemaOf).length} examples and ${cases.length} cases judged by ajv, ${wrong.length} wrong`);
process.exitCode = wrong.length === 0 ? 0 : 1;
