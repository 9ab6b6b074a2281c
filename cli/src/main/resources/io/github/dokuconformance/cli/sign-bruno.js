// Signs each request for DOKU (Non-SNAP) when it is sent: the pre-request script of a request, a folder or a collection.
// The variables client_id and secret_key hold the credentials; make secret_key a secret variable of an environment.
const crypto = require("crypto-js");

const resolve = (text) => bru.interpolate(text);
const setHeader = (name, value) => req.setHeader(name, value);

// From here on the request is final: what is signed is what is sent, so variables are put in now.
let url = resolve(req.getUrl()).replace(/#.*$/, "");
for (const { name, value } of req.getPathParams?.() ?? []) {
  url = url.replace(new RegExp(`/:${name}(?=[/?]|$)`), () => "/" + resolve(value));
}
url = url.replace(/[\x00-\x20"<>`{}\x7f]|[^\x00-\x7f]+/g, encodeURIComponent);
req.setUrl(url);
let body = req.getBody({ raw: true }) ?? "";
if (typeof body !== "string") throw new Error("expected a body of text or JSON, got one of another kind");
body = resolve(body).trim();
if (body !== "") req.setBody(body, { raw: true });
