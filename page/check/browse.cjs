// Uses the page as its users do, in the installed Chromium, opened from disk:
//   node browse.cjs PAGE CHROMIUM FOLDER-FOR-PICTURES
// Writes a line of JSON for each case: its name, and the error where it failed.
const assert = require("node:assert");
const { readFileSync, readdirSync } = require("node:fs");
const { createServer } = require("node:http");
const path = require("node:path");
const { pathToFileURL } = require("node:url");
const { chromium } = require("playwright-core");

const [file, executablePath, pictures] = process.argv.slice(2);
const top = path.join(__dirname, "../..");
const address = pathToFileURL(file).href;
const axe = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");
const example = (name) => readFileSync(path.join(top, "examples", name));
const key = (name) => readFileSync(path.join(top, "core/src/test/resources/io/github/dokuconformance/snap", name), "utf8");
const mistakes = JSON.parse(readFileSync(path.join(top, "page/src/test/resources/io/github/dokuconformance/page/mistakes.json")));
const SECRET = example("secret.txt").toString().trim();
const CODES = {
  "amount-decimal-string.http": [],
  "amount-not-the-sum.http": [],
  "body-minified.http": ["body.minified"],
  "notification-doku-path.http": ["target.not-own-path"],
  "request-id-reused.jsonl": [],
  "signature-hex.http": ["signature.encoding-hex"],
  "string-to-sign-trailing-newline.http": ["string-to-sign.trailing-newline"],
  "target-leading-slash-missing.http": ["target.leading-slash-missing"],
  "target-path-prefix.http": ["target.path-prefix"],
  "timestamp-local-time.har": [],
  "timestamp-milliseconds-sent.http": [],
  "timestamp-milliseconds-signed.http": ["timestamp.milliseconds"],
};

/** Waits until the answer to what stands there is there. */
const answered = (page) =>
  page.waitForSelector("#right[aria-busy=false]", { timeout: 100_000 });
const codes = (page) => page.$$eval("#answer code", (all) => all.map((it) => it.textContent));
const verdict = (page) => page.locator("#answer .verdict").allTextContents();
const fill = async (page, values) => {
  for (const [id, value] of Object.entries(values)) {
    if (["own", "ofDoku", "other", "token", "stringToSign"].includes(id)) await page.$eval("#more", (more) => (more.open = true));
    await page.fill("#" + id, value);
  }
  await answered(page);
};
const drop = (page, id, bytes) =>
  page.$eval(
    "#" + id,
    (target, base64) => {
      const data = new DataTransfer();
      data.items.add(new File([Uint8Array.from(atob(base64), (c) => c.charCodeAt(0))], "dropped"));
      for (const type of ["dragover", "drop"]) {
        target.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
      }
    },
    Buffer.from(bytes).toString("base64"),
  );
const violations = async (page) => {
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run({ resultTypes: ["violations"] }));
  return found.violations.map((it) => it.id + ": " + it.nodes.map((node) => node.html).join(" "));
};
const copied = async (page, button) => {
  await page.click(button);
  await page.waitForFunction(() => document.getElementById("copied").textContent === "Copied.");
  return page.evaluate(() => navigator.clipboard.readText());
};
const has = (text, wanted) => assert.ok(text.includes(wanted), `expected ${wanted} in: ${text}`);
const lacks = (text, unwanted) => assert.ok(!text.includes(unwanted), `expected no ${unwanted} in: ${text}`);

const cases = {
  "broken examples, pasted": async (page) => {
    for (const name of readdirSync(path.join(top, "examples/broken"))) {
      await page.click("#clear");
      await fill(page, { secret: SECRET, message: example("broken/" + name).toString() });
      assert.deepEqual(await codes(page), CODES[name], name);
      assert.ok(CODES[name].length || (await verdict(page)).every((it) => it === "The signature is right."), name);
    }
  },
  "broken examples, dropped": async (page) => {
    for (const name of readdirSync(path.join(top, "examples/broken"))) {
      await page.click("#clear");
      await page.fill("#secret", SECRET);
      await drop(page, "message", example("broken/" + name));
      await answered(page);
      assert.deepEqual(await codes(page), CODES[name], name);
    }
  },
  "bytes that a paste loses, kept by a drop": async (page) => {
    const [head, body] = example("broken/target-path-prefix.http").toString().replace(/\r?\n/g, "\r\n").split(/(?<=\r\n\r\n)/);
    const http = head.replace(/Content-Length: .*/, "Content-Length: " + Buffer.byteLength(body)) + body;
    await fill(page, { secret: SECRET, message: http.replace(/Content-Length: .*\r\n/, "") });
    has(await page.textContent("#recognised"), "drop the file");
    await drop(page, "message", Buffer.from(http));
    await answered(page);
    has(await page.textContent("#recognised"), "Body of " + Buffer.byteLength(body) + " bytes");
    lacks(await page.textContent("#recognised"), "drop the file");
  },
  "a secret of a .env, in quotes": async (page) => {
    await fill(page, { message: example("broken/target-path-prefix.http").toString() });
    lacks(await page.textContent("#right"), "Answered");
    await fill(page, { secret: `DOKU_SECRET_KEY="${SECRET}"` });
    has(await page.textContent("#secret-note"), "Check value: 4d95df");
    has(await page.textContent("#right"), "Answered");
    assert.deepEqual(await codes(page), ["target.path-prefix"]);
    assert.deepEqual(await page.$$eval("mark", (all) => all.map((it) => it.textContent)), ["api/"]);
    await fill(page, { secret: ` "${SECRET}"` });
    has(await page.textContent("#secret-note"), "quotation marks");
    assert.deepEqual(await codes(page), ["target.path-prefix"]);
    await page.fill("#secret", "");
    await page.setInputFiles("#secret-file", { name: ".env", mimeType: "text/plain", buffer: Buffer.from(`A=1\nDOKU_SECRET_KEY='${SECRET}'\n`) });
    await answered(page);
    assert.deepEqual(await codes(page), ["target.path-prefix"]);
    await page.fill("#message", example("broken/target-path-prefix.http").toString().replace("Client-Id", `X-Key: ${SECRET}\nClient-Id`));
    await answered(page);
    lacks(await copied(page, "#copy-http"), SECRET);
    await page.click("#copy-link");
    has(await page.textContent("#copied"), "no link is made");
  },
  "a log's line": async (page) => {
    for (const name of ["express", "laravel"]) {
      await page.click("#clear");
      await fill(page, { message: example(`logs/${name}.log`).toString(), secret: SECRET });
      assert.equal((await codes(page)).length, 1, name);
    }
  },
  "headers and body, and the path that is missing": async (page) => {
    const lines = example("broken/target-path-prefix.http").toString().split("\n");
    await fill(page, { secret: SECRET, message: lines.slice(1).join("\n") });
    await fill(page, { target: lines[0].replace(" HTTP/1.1", "") });
    assert.deepEqual(await codes(page), ["target.path-prefix"]);
  },
  "SNAP: a transaction": async (page) => {
    const { exchange, secret } = mistakes["snap.hash.base64"];
    await fill(page, { message: JSON.stringify(exchange), secret });
    has(await page.textContent("#recognised"), "SNAP, transaction");
    assert.deepEqual(await codes(page), ["snap.hash.base64"]);
  },
  "SNAP: a request for a token, with an RSA key": async (page) => {
    const { exchange } = mistakes["snap.token-string.order"];
    await fill(page, { message: JSON.stringify(exchange) });
    has(await page.textContent("#recognised"), "Missing: your RSA key");
    for (const name of ["merchant-NOT-A-SECRET.pem", "merchant-pkcs1-NOT-A-SECRET.pem", "merchant-public.pem", "merchant-certificate.pem"]) {
      await fill(page, { own: key(name) });
      assert.deepEqual(await codes(page), ["snap.token-string.order"], name);
    }
    await fill(page, { own: key("merchant-encrypted-NOT-A-SECRET.pem") });
    has(await page.textContent("#answer"), "An encrypted key is not readable in this page");
  },
  "a wrong secret": async (page) => {
    await fill(page, { message: example("broken/body-minified.http").toString(), secret: "SK-TEST-ANOTHER-NOT-A-SECRET" });
    has((await verdict(page)).join(), "No known mistake explains this signature");
    has(await page.textContent("#answer"), "Compare the secret's check value");
    await page.click("#answer summary");
    has(await page.textContent("#answer"), "Not searched:");
  },
  "a string to sign alone": async (page) => {
    const text = "Client-Id:MCH-1\nRequest-Id:1\nRequest-Timestamp:2026-01-01T00:00:00Z\nRequest-Target:/x";
    const crypto = require("node:crypto");
    const signature = "HMACSHA256=" + crypto.createHmac("sha256", SECRET).update(text).digest("base64");
    await page.fill("#message", text);
    await page.waitForSelector("#signature", { state: "visible" });
    await fill(page, { signature, secret: SECRET });
    await page.waitForSelector("#answer .verdict.valid");
  },
  "what is typed on is answered, what it was before is not": async (page) => {
    await page.fill("#secret", "SK-TEST-ANOTHER-NOT-A-SECRET");
    await page.fill("#message", example("broken/body-minified.http").toString());
    await page.waitForFunction(() => /pairs are searched/.test(document.getElementById("answer").textContent), null, { timeout: 60_000 });
    await fill(page, { secret: SECRET });
    await page.waitForSelector("#answer code");
    assert.deepEqual(await codes(page), ["body.minified"]);
  },
  "nothing leaves the page": async (page, requests) => {
    let calls = 0;
    const server = createServer((request, response) => {
      calls++;
      response.writeHead(200, { "Access-Control-Allow-Origin": "*" }).end();
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const target = `http://127.0.0.1:${server.address().port}/`;
    const attempt = (url) => fetch(url).then(() => "sent", (error) => String(error));
    await page.click("#example");
    await answered(page);
    has(await page.evaluate(attempt, target), "TypeError");
    assert.ok(page.workers().length, "expected a worker");
    for (const worker of page.workers()) has(await worker.evaluate(attempt, target), "TypeError");
    const picture = await page.evaluate((url) => new Promise((resolve) => {
      const image = new Image();
      image.onload = () => resolve("loaded");
      image.onerror = () => resolve("refused");
      image.src = url;
    }), target);
    assert.equal(picture, "refused");
    const socket = await page.evaluate((url) => new Promise((resolve) => {
      try {
        const made = new WebSocket(url.replace("http", "ws"));
        made.onopen = () => resolve("open");
        made.onerror = () => resolve("refused");
      } catch {
        resolve("refused");
      }
    }), target);
    assert.equal(socket, "refused");
    assert.equal(calls, 0);
    server.close();
    // The same attempt from a page without the policy arrives: it is the policy that refuses.
    assert.deepEqual(requests.filter((url) => !/^(file|blob):/.test(url) && url !== target), []);
  },
  "nothing of the secret is kept or copied": async (page) => {
    await page.click("#example");
    await answered(page);
    assert.equal(page.url(), address);
    const all = [];
    for (const button of ["#copy-markdown", "#copy-curl", "#copy-http", "#copy-link"]) all.push(await copied(page, button));
    const [markdown, curl, http, link] = all;
    all.forEach((text) => lacks(text, SECRET));
    has(markdown, "`target.path-prefix`");
    has(curl, "curl -X POST 'https://api-sandbox.doku.com/akulaku-peer-to-peer/v2/generate-order'");
    has(http, "POST /akulaku-peer-to-peer/v2/generate-order HTTP/1.1\n");
    assert.ok(link.startsWith(address + "#message="), link);
    const kept = await page.evaluate(async () => [localStorage.length, sessionStorage.length, document.cookie, (await indexedDB.databases()).length]);
    assert.deepEqual(kept, [0, 0, "", 0]);
    const message = await page.inputValue("#message");
    for (const text of [curl, http]) {
      await page.click("#clear");
      await fill(page, { message: text, secret: SECRET });
      assert.deepEqual(await codes(page), ["target.path-prefix"]);
    }
    await page.goto("about:blank");
    await page.goto(link);
    assert.equal(await page.inputValue("#message"), message);
    assert.equal(await page.inputValue("#secret"), "");
  },
  "nothing that is pasted becomes markup": async (page) => {
    const text = example("broken/target-path-prefix.http").toString().replace("MCH-0001-10791114622547", "<img src=x onerror=alert(1)>");
    await fill(page, { message: text, secret: SECRET });
    has(await page.textContent("#answer"), "<img src=x");
    assert.equal(await page.locator("#answer img").count(), 0);
  },
  "by keyboard alone": async (page) => {
    const reached = [];
    await page.keyboard.press("Tab");
    await page.keyboard.insertText(example("broken/body-minified.http").toString());
    for (let i = 0; i < 7 && reached.at(-1) !== "secret"; i++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement.id));
    }
    await page.keyboard.insertText(SECRET);
    await answered(page);
    await page.waitForSelector("#answer code");
    for (let i = 0; i < 12 && reached.at(-1) !== "copy-link"; i++) {
      await page.keyboard.press("Tab");
      reached.push(await page.evaluate(() => document.activeElement.id));
    }
    for (const id of ["file", "example", "clear", "secret", "show", "secret-file", "copy-markdown", "copy-link"]) has(reached.join(" "), id);
  },
};

for (const [name, options] of Object.entries({
  light: { viewport: { width: 1440, height: 900 } },
  dark: { viewport: { width: 1440, height: 900 }, colorScheme: "dark" },
  narrow: { viewport: { width: 360, height: 740 } },
  wide: { viewport: { width: 2560, height: 1300 } },
})) {
  cases["accessible, " + name] = async (page) => {
    assert.deepEqual(await violations(page), []);
    await page.click("#example");
    await answered(page);
    await page.click("#answer summary");
    await page.click("#more summary");
    assert.deepEqual(await violations(page), []);
    assert.ok(await page.evaluate(() => document.scrollingElement.scrollWidth <= innerWidth), "expected nothing beside the window");
    await page.screenshot({ path: path.join(pictures, name + ".png"), fullPage: true });
  };
  cases["accessible, " + name].options = options;
}

/** Runs cases as long as there are some, in a browser with a clipboard of its own. */
const lane = async (waiting) => {
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  for (let next = waiting.shift(); next; next = waiting.shift()) {
    const [name, run] = next;
    const context = await browser.newContext({ permissions: ["clipboard-read", "clipboard-write"], ...run.options });
    const page = await context.newPage();
    const requests = [];
    const errors = [];
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => errors.push(String(error)));
    let error;
    try {
      await page.goto(address);
      await run(page, requests);
      assert.deepEqual(errors, []);
    } catch (caught) {
      error = caught.message;
    }
    console.log(JSON.stringify({ name, error }));
    await context.close();
  }
  await browser.close();
};

(async () => {
  const waiting = Object.entries(cases).filter(([name]) => !process.env.ONLY || name.includes(process.env.ONLY));
  await Promise.all([lane(waiting), lane(waiting)]);
})();
