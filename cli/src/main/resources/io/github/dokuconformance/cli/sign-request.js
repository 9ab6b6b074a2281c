const required = (name) => {
  const value = resolve(`{{${name}}}`);
  if (value === `{{${name}}}` || value === "") throw new Error(`expected a value of the variable ${name}, got none`);
  return value;
};
const base64 = (words) => crypto.enc.Base64.stringify(words);

const components = {
  "Client-Id": required("client_id"),
  "Request-Id": resolve("{{$guid}}"),
  "Request-Timestamp": new Date().toISOString().slice(0, 19) + "Z",
};
const target = url.replace(/^[a-z][a-z0-9+.-]*:\/\//i, "").replace(/^[^/?]*/, "").replace(/\?.*$/, "") || "/";
const lines = Object.entries(components).map(([name, value]) => `${name}:${value}`);
lines.push(`Request-Target:${target}`);
if (body !== "") lines.push(`Digest:${base64(crypto.SHA256(body))}`);
components.Signature = "HMACSHA256=" + base64(crypto.HmacSHA256(lines.join("\n"), required("secret_key")));
for (const [name, value] of Object.entries(components)) setHeader(name, value);
