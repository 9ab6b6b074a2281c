// The contract's schemas in ajv, straight from the plain files.
import { readFileSync, readdirSync } from "node:fs";
import Ajv2020 from "ajv/dist/2020.js";

const contract = new URL("../contract/", import.meta.url);
export const read = (path) => JSON.parse(readFileSync(new URL(path, contract), "utf8"));
export const address = (path) => new URL(path, contract).href;

// The strict modes that are off want a type beside every keyword and a property for every required
// name; a condition speaks of what is described elsewhere. The union types here are meant.
export const strict = { strict: true, strictTypes: false, strictRequired: false, allowUnionTypes: true, allErrors: true };
export const ajv = new Ajv2020(strict);
for (const file of readdirSync(new URL("json/", contract), { recursive: true })) {
  const path = `json/${file.replaceAll("\\", "/")}`;
  if (path.endsWith(".json")) ajv.addSchema(read(path), address(path));
}
