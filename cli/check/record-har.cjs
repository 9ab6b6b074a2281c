// Records the same exchanges by Playwright (content embedded, attached, omitted) and by DevTools' events, over HTTP/1.1
// and HTTP/2, with the installed Chromium and a server on loopback that has a certificate of its own:
//   node record-har.cjs FOLDER CHROMIUM [MITMDUMP HAR_DUMP.PY]
// Writes a HAR for each way, and exchanges.json with the bytes that the server got and sent. With mitmproxy 8, whose
// examples hold har_dump.py, it records by that alone.
const { once } = require("node:events");
const { execFileSync, spawn } = require("node:child_process");
const { mkdirSync, readFileSync, writeFileSync } = require("node:fs");
const { createSecureServer } = require("node:http2");
const { createServer } = require("node:https");
const path = require("node:path");
const zlib = require("node:zlib");
const { harFromMessages } = require("chrome-har");
const { chromium } = require("playwright-core");

const [folder, executablePath, mitmdump, script] = process.argv.slice(2);
const file = (name) => path.join(folder, name);
const TARGET = "/akulaku-peer-to-peer/v2/cancel";
const JSON_TYPE = { "Content-Type": "application/json" };

// What the page sends, and what the server answers to it.
const answer = (body, headers = {}, status = 200) => ({ status, headers: { "Content-Type": "application/json", ...headers }, body: Buffer.from(body) });
const withLength = (body) => answer(body, { "Content-Length": Buffer.byteLength(body) });
const plain = answer('{"order":{"invoice_number":"INV-1"}}');
const exchanges = {
  "plain": [{ body: '{"a":1}', headers: JSON_TYPE }, plain],
  "no type": [{ body: '{"a":1}' }, answer("{}", { "Content-Type": "" })],
  "lines": [{ body: '{\r\n   "a": 1\n}\n', headers: JSON_TYPE }, answer('{\r\n "a": 1\n}\n')],
  "letters": [{ body: '{"a":"é – 😀 \u2028"}', headers: JSON_TYPE }, withLength('{"a":"é – 😀 \u2028"}')],
  "byte order mark": [{ body: '\ufeff{"a":1}', headers: JSON_TYPE }, withLength('\ufeff{"a":1}')],
  "control characters": [{ body: '{"a":"\u0000\u0001"}', headers: JSON_TYPE }, answer('{"a":"\u0000\u0001"}')],
  "replacement character": [{ body: '{"a":"\ufffd"}', headers: JSON_TYPE }, answer('{"a":"\ufffd"}')],
  "not UTF-8": [{ body: '{"a":"\xe9\xff"}', encoding: "latin1", headers: JSON_TYPE }, answer(Buffer.from('{"a":"\xe9\xff"}', "latin1"))],
  "not UTF-8, no type": [{ body: '{"a":"\xe9\xff"}', encoding: "latin1" }, plain],
  "a blob": [{ body: '{"a":1}', blob: true, headers: JSON_TYPE }, plain],
  "a form": [{ body: "a=1&b=%C3%A9+x&b=", headers: { "Content-Type": "application/x-www-form-urlencoded" } }, plain],
  "long": [{ body: JSON.stringify({ a: "0123456789".repeat(20_000) }), headers: JSON_TYPE }, answer(JSON.stringify({ a: "x".repeat(300_000) }))],
  "empty": [{ body: "", headers: JSON_TYPE }, answer("")],
  "no content": [{ body: '{"a":2}', headers: JSON_TYPE }, answer("", {}, 204)],
  "a query": [{ body: '{"a":1}', headers: JSON_TYPE, query: "?a=1%202&b=%C3%A9" }, plain],
  "gzip": [{ body: '{"a":3}', headers: JSON_TYPE }, answer(zlib.gzipSync('{"a":"é"}'), { "Content-Encoding": "gzip" })],
  "deflate": [{ body: '{"a":4}', headers: JSON_TYPE }, answer(zlib.deflateSync('{"a":"é"}'), { "Content-Encoding": "deflate" })],
  "br": [{ body: '{"a":5}', headers: JSON_TYPE }, answer(zlib.brotliCompressSync('{"a":"é"}'), { "Content-Encoding": "br" })],
  "Latin-1": [{ body: '{"a":6}', headers: JSON_TYPE }, answer(Buffer.from('{"a":"é"}', "latin1"), { "Content-Type": "application/json; charset=iso-8859-1" })],
  "an error": [{ body: '{"a":7}', headers: JSON_TYPE }, answer('{"error":{"message":"Invalid Header Signature"}}', {}, 400)],
  "a picture": [{ body: '{"a":8}', headers: JSON_TYPE }, answer(Buffer.from([0x89, 0x50, 0, 1, 0xff]), { "Content-Type": "image/png" })],
};

const uncompressed = ({ headers, body }) => {
  const undo = { gzip: zlib.gunzipSync, deflate: zlib.inflateSync, br: zlib.brotliDecompressSync }[headers["Content-Encoding"]];
  return undo ? undo(body) : body;
};

function serve(create, options, seen) {
  const server = create({ ...options, cert: readFileSync(file("cert.pem")), key: readFileSync(file("key.pem")) }, (request, response) => {
    const chunks = [];
    request.on("data", (chunk) => chunks.push(chunk));
    request.on("end", () => {
      const id = request.headers["request-id"];
      if (id === undefined) return response.writeHead(200, { "Content-Type": "text/html" }).end("<title>shop</title>");
      const [, sent] = exchanges[id.replace(/.*:/, "")];
      const headers = Object.fromEntries(Object.entries(sent.headers).filter(([, value]) => value !== ""));
      seen[id] = { target: request.url, body: Buffer.concat(chunks).toString("base64"), status: sent.status, answer: uncompressed(sent).toString("base64") };
      response.writeHead(sent.status, headers).end(sent.body);
    });
  });
  return new Promise((resolve) => server.listen(0, "127.0.0.1", () => resolve(server)));
}

/** Runs in the page. */
async function send({ target, id, bytes, text, blob, headers }) {
  const binary = Uint8Array.from(atob(bytes), (c) => c.charCodeAt(0));
  const body = text ? new TextDecoder("utf-8", { ignoreBOM: true }).decode(binary) : blob ? new Blob([binary]) : binary;
  const response = await fetch(target, { method: "POST", body, headers: { "Request-Id": id, Signature: "HMACSHA256=none", ...headers } });
  await response.arrayBuffer();
}

async function visit(page, origin, way) {
  await page.goto(origin + "/");
  for (const [name, [{ body, encoding, blob, headers, query }]] of Object.entries(exchanges)) {
    const bytes = Buffer.from(body, encoding ?? "utf8").toString("base64");
    await page.evaluate(send, { target: TARGET + (query ?? ""), id: `${way}:${name}`, bytes, text: !encoding && !blob, blob, headers });
  }
}

/** Listens to DevTools' events, and asks for the bodies as soon as they are there. */
async function record(context, page, origin, way) {
  const session = await context.newCDPSession(page);
  const messages = [];
  const bodies = [];
  const ask = (method, requestId, keep) => bodies.push(session.send(method, { requestId }).then(keep, () => {}));
  const names = ["Page.frameStartedLoading", "Page.frameScheduledNavigation", "Page.frameRequestedNavigation", "Page.navigatedWithinDocument", "Page.domContentEventFired", "Page.loadEventFired"];
  names.push(...["requestWillBeSent", "requestWillBeSentExtraInfo", "responseReceived", "responseReceivedExtraInfo", "dataReceived", "loadingFinished", "loadingFailed", "requestServedFromCache", "resourceChangedPriority"].map((name) => "Network." + name));
  for (const method of names) session.on(method, (params) => messages.push({ method, params }));
  session.on("Network.loadingFinished", ({ requestId }) => {
    const received = messages.find(({ method, params }) => method === "Network.responseReceived" && params.requestId === requestId);
    ask("Network.getResponseBody", requestId, ({ body, base64Encoded }) => Object.assign(received.params.response, { body, encoding: base64Encoded ? "base64" : undefined }));
  });
  await session.send("Page.enable");
  await session.send("Network.enable", { maxPostDataSize: 10_000_000 });
  await visit(page, origin, way);
  await Promise.all(bodies);
  writeFileSync(file(way + ".har"), JSON.stringify(harFromMessages(messages, { includeTextFromResponseBody: true }), null, 1));
}

async function recordInBrowser(browser, servers) {
  for (const [protocol, server] of Object.entries(servers)) {
    const origin = `https://localhost:${server.address().port}`;
    for (const content of ["embed", "attach", "omit"]) {
      const way = `${protocol}-${content}`;
      // Attached bodies lie beside the HAR.
      mkdirSync(file(way));
      const context = await browser.newContext({ ignoreHTTPSErrors: true, recordHar: { path: path.join(file(way), "shop.har"), content } });
      await visit(await context.newPage(), origin, way);
      await context.close();
    }
    const context = await browser.newContext({ ignoreHTTPSErrors: true });
    await record(context, await context.newPage(), origin, `${protocol}-devtools`);
    await context.close();
  }
}

async function recordByMitmproxy(browser, servers) {
  const port = 18_745;
  const options = ["--quiet", "--ssl-insecure", "--listen-host", "127.0.0.1", "--listen-port", port, "--scripts", script];
  const proxy = spawn(mitmdump, [...options, "--set", `hardump=${file("mitmproxy.har")}`, "--set", `confdir=${file("ca")}`], { stdio: "inherit" });
  await new Promise((resolve) => setTimeout(resolve, 5_000));
  for (const [protocol, server] of Object.entries(servers)) {
    const context = await browser.newContext({ ignoreHTTPSErrors: true, proxy: { server: `http://127.0.0.1:${port}`, bypass: "<-loopback>" } });
    await visit(await context.newPage(), `https://localhost:${server.address().port}`, `${protocol}-mitmproxy`);
    await context.close();
  }
  proxy.kill("SIGTERM");
  await once(proxy, "exit");
}

async function main() {
  mkdirSync(folder, { recursive: true });
  execFileSync("openssl", ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", file("key.pem"), "-out", file("cert.pem")], { stdio: "ignore" });
  const seen = {};
  const servers = { h1: await serve(createServer, {}, seen), h2: await serve(createSecureServer, {}, seen) };
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  if (mitmdump === undefined) await recordInBrowser(browser, servers);
  else await recordByMitmproxy(browser, servers);
  await browser.close();
  Object.values(servers).forEach((server) => server.close());
  writeFileSync(file("exchanges.json"), JSON.stringify(seen, null, 1));
}
main();
