// Answers the test vectors over stdin and stdout; Node's standard library alone. Copy it, and put
// your library's calls in place of the four functions under "implementation".
'use strict';
const crypto = require('node:crypto');
const readline = require('node:readline');
const snap = require('./snap.js'); // leave it out where you have no SNAP

// ---- implementation ----------------------------------------------------------------------------

class Rejected extends Error {} // its message is the reason

function digest(body) {
  return crypto.createHash('sha256').update(body).digest('base64');
}

/** Lines of Name:value joined by LF; a Digest line only where there is a body. */
function canonicalize({ kind, clientId, requestId, timestamp, target, body }) {
  for (const value of [clientId, requestId, timestamp, target]) {
    if (!value) throw new Rejected('missing-component');
    if (/[\r\n]/.test(value)) throw new Rejected('malformed-component');
  }
  const stages = body.length > 0 ? { digest: digest(body) } : {};
  const lines = [
    `Client-Id:${clientId}`,
    `Request-Id:${requestId}`,
    `${kind === 'response' ? 'Response' : 'Request'}-Timestamp:${timestamp}`,
    `Request-Target:${target.split('?', 1)[0]}`,
  ];
  if (stages.digest) lines.push(`Digest:${stages.digest}`);
  return { ...stages, stringToSign: lines.join('\n') };
}

function sign(components, secret) {
  const stages = canonicalize(components);
  const mac = crypto.createHmac('sha256', secret).update(stages.stringToSign, 'utf8').digest('base64');
  return { ...stages, signature: `HMACSHA256=${mac}` };
}

function verify(message, secret, now) {
  let stages;
  try {
    const signature = header(message, 'Signature');
    stages = sign(components(message), secret);
    const mac = /^HMACSHA256=([A-Za-z0-9+/]{43}=)$/.exec(signature);
    // Node decodes leniently; only what encodes to the same text again is base64 as it must be.
    if (!mac || Buffer.from(mac[1], 'base64').toString('base64') !== mac[1]) {
      return { valid: false, reason: 'malformed-signature', stages };
    }
    if (!crypto.timingSafeEqual(Buffer.from(signature), Buffer.from(stages.signature))) {
      return { valid: false, reason: 'signature-mismatch', stages };
    }
    if (now && !(Math.abs(Date.parse(now) - Date.parse(components(message).timestamp)) <= 3600e3)) {
      return { valid: false, reason: 'stale-timestamp', stages };
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
  if (found.length === 0) throw new Rejected('missing-component');
  if (found.length > 1) throw new Rejected('malformed-component');
  return found[0][1];
}

function components(message) {
  const { kind, target } = message;
  return {
    ...{ kind, target },
    clientId: header(message, 'Client-Id'),
    requestId: header(message, 'Request-Id'),
    timestamp: header(message, kind === 'response' ? 'Response-Timestamp' : 'Request-Timestamp'),
    body: bytes(message.body),
  };
}

// ---- protocol ----------------------------------------------------------------------------------

function bytes(form) {
  if (!form) return Buffer.alloc(0);
  return 'utf8' in form ? Buffer.from(form.utf8, 'utf8') : Buffer.from(form.base64, 'base64');
}

const operations = {
  digest: (input) => ({ digest: digest(bytes(input.body)) }),
  canonicalize: (input) => canonicalize(components(input.message)),
  sign: (input) => {
    const stages = sign({ ...input, body: bytes(input.body) }, bytes(input.key.secret));
    return { signature: stages.signature, stages };
  },
  verify: (input) => verify(input.message, bytes(input.key.secret), input.now),
};

function answer(request) {
  try {
    const known = request.input.scheme ? snap : operations;
    return { ok: known[request.op](request.input) };
  } catch (error) {
    if (error instanceof Rejected || error instanceof snap.Rejected) return { rejected: { reason: error.message } };
    return { error: { message: String(error), trace: error.stack } };
  }
}

const implementation = { name: 'reference-node', version: '1.0.0', language: 'javascript' };
const schemes = ['non-snap', ...snap.schemes];
const send = (message) => process.stdout.write(JSON.stringify(message) + '\n');

readline.createInterface({ input: process.stdin, crlfDelay: Infinity }).on('line', (line) => {
  const message = JSON.parse(line);
  if (message.type === 'run') {
    send({ type: 'result', id: message.id, ...answer(message) });
  } else if (message.type === 'hello' && message.protocol === 1) {
    send({ type: 'hello', protocol: 1, implementation, operations: Object.keys(operations), schemes });
  } else {
    if (message.type === 'hello') send({ type: 'hello', protocol: 1 });
    process.stdin.destroy(); // nothing keeps the process alive any more
  }
});
