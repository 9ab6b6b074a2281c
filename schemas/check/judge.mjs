// Judges bodies with ajv: reads a line with a schema's path, a space and a body in base64; answers with true or false.
import { createInterface } from "node:readline";
import { address, ajv } from "./ajv.mjs";

for await (const line of createInterface({ input: process.stdin })) {
  const [schema, body] = line.split(" ");
  const validate = ajv.getSchema(address(schema));
  console.log(validate(JSON.parse(Buffer.from(body, "base64").toString("utf8"))));
}
