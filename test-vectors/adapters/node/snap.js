// SNAP's three signatures for adapter.js; Node's standard library alone. Put your library's calls in
// place of what is here, or leave this file and its line in adapter.js out.
'use strict';
const crypto = require('node:crypto');

class Rejected extends Error {} // its message is the reason

/** The body less the white space outside of strings: all that is sure of "minify". */
function minify(body) {
  const text = body.toString('latin1'); // byte for byte
  return Buffer.from(text.replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/gs, '$1'), 'latin1');
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** The other reading: each string written anew, with the fewest escapes. */
function rewrite(body) {
  const anew = (_, string) => (string ? JSON.stringify(JSON.parse(string)) : '');
  try {
    return Buffer.from(utf8.decode(body).replace(/("(?:[^"\\]|\\.)*")|[ \t\r\n]+/gs, anew));
  } catch {
    return minify(body); // no JSON or no UTF-8, so there is nothing to write anew
  }
}

const digest = (body, reading = minify) => crypto.createHash('sha256').update(reading(body)).digest('hex');

function canonicalize({ scheme, clientId, method, path, token, timestamp, body }, reading) {
  for (const value of scheme === 'snap.token' ? [clientId, timestamp] : [timestamp]) {
    if (!value) throw new Rejected('missing-component');
  }
  if (scheme === 'snap.token') return { stringToSign: `${clientId}|${timestamp}` };
  const hash = digest(body, reading);
  const values = scheme === 'snap.symmetric' ? [method, path, token, hash] : [method, path, hash];
  return { digest: hash, stringToSign: [...values, timestamp].join(':') };
}

function sign(parts, { secret, privateKey }, reading) {
  const stages = canonicalize(parts, reading);
  const text = Buffer.from(stages.stringToSign, 'utf8');
  const signature =
    parts.scheme === 'snap.symmetric'
      ? crypto.createHmac('sha512', secret).update(text).digest('base64')
      : crypto.sign('RSA-SHA256', text, privateKey).toString('base64'); // PKCS #1 v1.5
  return { ...stages, signature };
}

function isRight(sent, parts, key, reading) {
  if (parts.scheme === 'snap.symmetric') {
    const right = Buffer.from(sign(parts, key, reading).signature, 'base64');
    return sent.length === right.length && crypto.timingSafeEqual(sent, right);
  }
  const text = Buffer.from(canonicalize(parts, reading).stringToSign, 'utf8');
  return crypto.verify('RSA-SHA256', text, key.publicKey, sent);
}

function verify(scheme, message, key) {
  let stages;
  try {
    const signature = header(message, 'X-SIGNATURE');
    const parts = received(scheme, message);
    stages = canonicalize(parts);
    const sent = Buffer.from(signature, 'base64');
    // Node decodes leniently; only what encodes to the same text again is base64 as it must be.
    if (!signature || sent.toString('base64') !== signature) throw new Rejected('malformed-signature');
    if (![minify, rewrite].some((reading) => isRight(sent, parts, key, reading))) {
      throw new Rejected('signature-mismatch');
    }
    return { valid: true, stages };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { valid: false, reason: error.message, stages };
  }
}

/** The one value of a header; names are compared without regard to case. */
function header(message, name) {
  const found = message.headers.filter(([n]) => n.toLowerCase() === name.toLowerCase());
  if (found.length > 1) throw new Rejected('malformed-component');
  if (found.length === 0) throw new Rejected('missing-component');
  return found[0][1];
}

function received(scheme, message) {
  return {
    scheme,
    clientId: scheme === 'snap.token' ? header(message, 'X-CLIENT-KEY') : '',
    method: message.method,
    path: message.target.split('?', 1)[0],
    token: scheme === 'snap.symmetric' ? header(message, 'Authorization').replace(/^bearer /i, '') : '',
    timestamp: header(message, 'X-TIMESTAMP'),
    body: bytes(message.body),
  };
}

function bytes(form) {
  if (!form) return Buffer.alloc(0);
  return 'utf8' in form ? Buffer.from(form.utf8, 'utf8') : Buffer.from(form.base64, 'base64');
}

const key = (input) => ({ ...input.key, secret: bytes(input.key.secret) });
const given = (input) => ({ ...input, path: (input.target ?? '').split('?', 1)[0], body: bytes(input.body) });

module.exports = {
  Rejected,
  schemes: ['snap.token', 'snap.symmetric', 'snap.asymmetric'],
  digest: (input) => ({ digest: digest(bytes(input.body)) }),
  canonicalize: (input) => canonicalize(received(input.scheme, input.message)),
  sign: (input) => {
    const stages = sign(given(input), key(input));
    return { signature: stages.signature, stages };
  },
  verify: (input) => verify(input.scheme, input.message, key(input)),
};
