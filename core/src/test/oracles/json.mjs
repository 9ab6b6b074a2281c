// Reads bytes as JSON: takes a line of base64, answers with the value as JSON.stringify writes it, or with "refused".
// JSON.parse wants text without a byte order mark, and keeps the last of two members with one name.
import { createInterface } from "node:readline";

const utf8 = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });
for await (const line of createInterface({ input: process.stdin })) {
  let answer = "refused";
  try {
    answer = JSON.stringify(JSON.parse(utf8.decode(Buffer.from(line, "base64"))));
  } catch {}
  console.log(answer);
}
