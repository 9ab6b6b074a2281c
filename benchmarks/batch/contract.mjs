// The contract's plain files, as generate.mjs and check.mjs both read them.
import { readFileSync, readdirSync } from "node:fs";

const folder = new URL("../../schemas/contract/", import.meta.url);
export const read = (path) => JSON.parse(readFileSync(new URL(path, folder), "utf8"));
export const address = (path) => new URL(path, folder).href;
export const schemas = readdirSync(new URL("json/", folder), { recursive: true })
  .filter((name) => name.endsWith(".json"))
  .map((name) => `json/${name.replaceAll("\\", "/")}`);

const document = read("openapi.json");

/** Every operation with its method, path, and the schemas and examples of its bodies. */
export const operations = [document.paths, document.webhooks].flatMap((group) =>
  Object.entries(group).flatMap(([path, methods]) =>
    Object.entries(methods)
      .filter(([, of]) => of.operationId)
      .map(([method, of]) => ({
        id: of.operationId,
        method: method.toUpperCase(),
        path: group === document.paths ? path : undefined,
        doku: of["x-doku"],
        request: content(of.requestBody),
        response: content(of.responses?.["200"]),
      })),
  ),
);

function content(of) {
  const json = of?.content?.["application/json"];
  const examples = Object.values(json?.examples ?? {}).flatMap((one) => one.externalValue ?? []);
  return { schema: json?.schema?.$ref, examples };
}
