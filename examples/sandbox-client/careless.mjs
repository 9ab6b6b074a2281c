// The careless twin of client.mjs: the same, but without the line that refuses what is not signed as DOKU signs.
// Run it with a fault and see it caught:  doku-conformance sandbox --fault response.wrong-key --for node careless.mjs
import { readFileSync } from "node:fs";

const right = readFileSync(new URL("client.mjs", import.meta.url), "utf8");
const careless = right.replace(/^ *if \(!isGenuine\(.*\n/m, "");
if (careless === right) throw new Error("expected client.mjs to check what comes back");
await import("data:text/javascript," + encodeURIComponent(careless));
