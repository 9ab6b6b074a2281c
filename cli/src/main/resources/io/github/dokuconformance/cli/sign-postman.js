// Signs each request for DOKU (Non-SNAP) when it is sent: the pre-request script of a request, a folder or a collection.
// The variables client_id and secret_key hold the credentials; keep secret_key in an environment, not in the collection.
const crypto = require("crypto-js");

const resolve = (text) => pm.variables.replaceIn(text);
const setHeader = (key, value) => {
  pm.request.headers.remove(key);
  pm.request.headers.add({ key, value });
};

// From here on the request is final: what is signed is what is sent, so variables are put in now.
const url = resolve(pm.request.url.toString())
  .replace(/#.*$/, "")
  .replace(/[\x00-\x20"<>`{}\x7f]|[^\x00-\x7f]+/g, encodeURIComponent);
pm.request.url.update(url);
let body = "";
if (pm.request.body && !pm.request.body.isEmpty() && !pm.request.body.disabled) {
  if (pm.request.body.mode !== "raw") throw new Error(`expected a raw body, got one of the mode ${pm.request.body.mode}`);
  body = resolve(pm.request.body.raw);
  pm.request.body.update({ mode: "raw", raw: body });
  pm.request.headers.upsert({ key: "Content-Type", value: "application/json" });
}
