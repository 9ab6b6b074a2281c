// Prints what Node writes for each body of a folder: node node.mjs FOLDER
import { readdirSync, readFileSync } from "node:fs";

const profiles = {
  "JSON.stringify": (o) => JSON.stringify(o),
  "JSON.stringify 2": (o) => JSON.stringify(o, null, 2),
  "JSON.stringify 3": (o) => JSON.stringify(o, null, 3),
  "JSON.stringify 4": (o) => JSON.stringify(o, null, 4),
  "JSON.stringify tab": (o) => JSON.stringify(o, null, "\t"),
};
const outputs = {};
for (const [name, write] of Object.entries(profiles)) {
  outputs[name] = {};
  for (const file of readdirSync(process.argv[2]).sort()) {
    outputs[name][file] = write(JSON.parse(readFileSync(`${process.argv[2]}/${file}`, "utf8")));
  }
}
console.log(JSON.stringify({ runtime: `node ${process.version}`, outputs }, null, 1));
