# SNAP's three signatures for adapter.py; Python's standard library alone. Put your library's calls in
# place of what is here, or leave this file and its lines in adapter.py out.
import base64, hashlib, hmac, json, re

SCHEMES = ["snap.token", "snap.symmetric", "snap.asymmetric"]
STRING_OR_SPACE = re.compile(r'("(?:[^"\\]|\\.)*")|[ \t\r\n]+', re.DOTALL)

class Rejected(Exception):  # its text is the reason
    pass

def minify(body):
    """The body less the white space outside of strings: all that is sure of "minify"."""
    text = body.decode("latin-1")  # byte for byte
    return STRING_OR_SPACE.sub(lambda m: m[1] or "", text).encode("latin-1")

def rewrite(body):
    """The other reading: each string written anew, with the fewest escapes."""
    def anew(match):
        return json.dumps(json.loads(match[1], strict=False), ensure_ascii=False) if match[1] else ""
    try:
        return STRING_OR_SPACE.sub(anew, body.decode("utf-8")).encode("utf-8")
    except ValueError:
        return minify(body)  # no JSON, so there is nothing to write anew

def digest(body, reading=minify):
    return hashlib.sha256(reading(body)).hexdigest()

def canonicalize(parts, reading=minify):
    is_token = parts["scheme"] == "snap.token"
    if not parts["timestamp"] or is_token and not parts["clientId"]:
        raise Rejected("missing-component")
    if is_token:
        return {"stringToSign": parts["clientId"] + "|" + parts["timestamp"]}
    hashed = digest(parts["body"], reading)
    token = [parts["token"]] if parts["scheme"] == "snap.symmetric" else []
    values = [parts["method"], parts["path"], *token, hashed, parts["timestamp"]]
    return {"digest": hashed, "stringToSign": ":".join(values)}

def sign(parts, key, reading=minify):
    stages = canonicalize(parts, reading)
    text = stages["stringToSign"].encode("utf-8")
    if parts["scheme"] == "snap.symmetric":
        raw = hmac.new(octets(key["secret"]), text, hashlib.sha512).digest()
    else:
        n, _, d = integers(key["privateKey"])[1:4]  # version, modulus, exponent, private exponent
        raw = pow(padded(text, n), d, n).to_bytes(length(n), "big")
    return {**stages, "signature": base64.b64encode(raw).decode("ascii")}

def is_right(sent, parts, key, reading):
    if parts["scheme"] == "snap.symmetric":
        return hmac.compare_digest(sent, base64.b64decode(sign(parts, key, reading)["signature"]))
    n, e = integers(key["publicKey"])[:2]
    text = canonicalize(parts, reading)["stringToSign"].encode("utf-8")
    number = int.from_bytes(sent, "big")
    return len(sent) == length(n) and number < n and pow(number, e, n) == padded(text, n)

def length(n):
    return (n.bit_length() + 7) // 8

def padded(text, n):
    """EMSA-PKCS1-v1_5 of the SHA-256 of a text, as a number (RFC 8017, section 9.2)."""
    info = bytes.fromhex("3031300d060960864801650304020105000420") + hashlib.sha256(text).digest()
    return int.from_bytes(b"\0\1" + b"\xff" * (length(n) - len(info) - 3) + b"\0" + info, "big")

def integers(pem):
    """The integers of a key in the order in which they stand in its DER."""
    found = []
    def walk(der):
        while der:
            tag, size, start = der[0], der[1], 2
            if size > 127:
                start = 2 + size - 128
                size = int.from_bytes(der[2:start], "big")
            inner, der = der[start:start + size], der[start + size:]
            if tag == 0x30:  # SEQUENCE
                walk(inner)
            elif tag in (0x03, 0x04):  # BIT STRING, OCTET STRING: a key inside
                walk(inner[1:] if tag == 0x03 else inner)
            elif tag == 0x02:
                found.append(int.from_bytes(inner, "big"))
    walk(base64.b64decode("".join(line for line in pem.splitlines() if "-----" not in line)))
    return found[1:] if "PRIVATE" in pem else found  # PKCS #8 has a version of its own

def verify(scheme, message, key):
    stages = {}
    try:
        signature = header(message, "X-SIGNATURE")
        parts = received(scheme, message)
        stages = canonicalize(parts)
        try:
            sent = base64.b64decode(signature, validate=True)
        except ValueError:
            sent = b""
        # Python ignores unused bits; only what encodes to the same text again is strict base64.
        if not sent or base64.b64encode(sent).decode("ascii") != signature:
            raise Rejected("malformed-signature")
        if not any(is_right(sent, parts, key, reading) for reading in (minify, rewrite)):
            raise Rejected("signature-mismatch")
        return {"valid": True, "stages": stages}
    except Rejected as rejected:
        return {"valid": False, "reason": str(rejected), "stages": stages}

def header(message, wanted):
    """The one value of a header; names are compared without regard to case."""
    found = [value for name, value in message["headers"] if name.lower() == wanted.lower()]
    if len(found) > 1:
        raise Rejected("malformed-component")
    if not found:
        raise Rejected("missing-component")
    return found[0]

def received(scheme, message):
    client_id = header(message, "X-CLIENT-KEY") if scheme == "snap.token" else ""
    token = re.sub("(?i)^bearer ", "", header(message, "Authorization")) if scheme == "snap.symmetric" else ""
    return {"scheme": scheme, "clientId": client_id, "method": message["method"], "token": token,
            "path": message["target"].split("?", 1)[0], "timestamp": header(message, "X-TIMESTAMP"),
            "body": octets(message.get("body"))}

def octets(form):
    if form is None:
        return b""
    return form["utf8"].encode("utf-8") if "utf8" in form else base64.b64decode(form["base64"])

def run_sign(i):
    given = {"clientId": "", "method": "", "token": "", **i, "path": i.get("target", "").split("?", 1)[0]}
    stages = sign({**given, "body": octets(i.get("body"))}, i["key"])
    return {"signature": stages["signature"], "stages": stages}

OPERATIONS = {
    "digest": lambda i: {"digest": digest(octets(i["body"]))},
    "canonicalize": lambda i: canonicalize(received(i["scheme"], i["message"])),
    "sign": run_sign,
    "verify": lambda i: verify(i["scheme"], i["message"], i["key"]),
}
