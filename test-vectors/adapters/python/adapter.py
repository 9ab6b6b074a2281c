# Answers the test vectors over stdin and stdout; Python's standard library alone. Copy it, and put
# your library's calls in place of the functions under "implementation".
import base64, hashlib, hmac, json, re, sys, traceback
import snap  # leave it out where you have no SNAP
from calendar import timegm
from time import strptime

# ---- implementation ------------------------------------------------------------------------------

class Rejected(Exception):  # its text is the reason
    pass

def digest(body):
    return base64.b64encode(hashlib.sha256(body).digest()).decode("ascii")

def canonicalize(kind, client_id, request_id, timestamp, target, body):
    """Lines of Name:value joined by LF; a Digest line only where there is a body."""
    for value in (client_id, request_id, timestamp, target):
        if not value:
            raise Rejected("missing-component")
        if "\r" in value or "\n" in value:
            raise Rejected("malformed-component")
    stages = {"digest": digest(body)} if body else {}
    name = "Response-Timestamp" if kind == "response" else "Request-Timestamp"
    lines = [f"Client-Id:{client_id}", f"Request-Id:{request_id}", f"{name}:{timestamp}"]
    lines.append("Request-Target:" + target.split("?", 1)[0])
    lines += [f"Digest:{value}" for value in stages.values()]
    return {**stages, "stringToSign": "\n".join(lines)}

def sign(secret, **components):
    stages = canonicalize(**components)
    mac = hmac.new(secret, stages["stringToSign"].encode("utf-8"), hashlib.sha256).digest()
    return {**stages, "signature": "HMACSHA256=" + base64.b64encode(mac).decode("ascii")}

def verify(message, secret, now=None):
    stages = {}
    try:
        signature = header(message, "Signature")
        stages = sign(secret, **components(message))
        # fullmatch: a $ would also match in front of a line end.
        mac = re.fullmatch(r"HMACSHA256=([A-Za-z0-9+/]{43}=)", signature)
        # Python ignores unused bits; only what encodes to the same text again is strict base64.
        if not mac or base64.b64encode(base64.b64decode(mac[1])).decode("ascii") != mac[1]:
            raise Rejected("malformed-signature")
        if not hmac.compare_digest(signature.encode("ascii"), stages["signature"].encode("ascii")):
            raise Rejected("signature-mismatch")
        if now and abs(seconds(now) - seconds(components(message)["timestamp"])) > 3600:
            raise Rejected("stale-timestamp")
        return {"valid": True, "stages": stages}
    except Rejected as rejected:
        return {"valid": False, "reason": str(rejected), "stages": stages}

def seconds(text):
    try:
        return timegm(strptime(text, "%Y-%m-%dT%H:%M:%SZ"))
    except ValueError:
        raise Rejected("malformed-component") from None

def header(message, wanted):
    """The one value of a header; names are compared without regard to case."""
    found = [value for name, value in message["headers"] if name.lower() == wanted.lower()]
    if len(found) != 1:
        raise Rejected("malformed-component" if found else "missing-component")
    return found[0]

def components(message):
    kind, target, body = message["kind"], message["target"], octets(message.get("body"))
    clock = "Response-Timestamp" if kind == "response" else "Request-Timestamp"
    client_id, request_id, timestamp = (header(message, n) for n in ("Client-Id", "Request-Id", clock))
    return dict(kind=kind, client_id=client_id, request_id=request_id, timestamp=timestamp, target=target, body=body)

# ---- protocol ------------------------------------------------------------------------------------

def octets(form):
    if form is None:
        return b""
    return form["utf8"].encode("utf-8") if "utf8" in form else base64.b64decode(form["base64"])

def run_sign(i):
    ids = {"client_id": i["clientId"], "request_id": i["requestId"], "timestamp": i["timestamp"]}
    stages = sign(octets(i["key"]["secret"]), kind=i["kind"], target=i["target"], body=octets(i.get("body")), **ids)
    return {"signature": stages["signature"], "stages": stages}

OPERATIONS = {
    "digest": lambda i: {"digest": digest(octets(i["body"]))},
    "canonicalize": lambda i: canonicalize(**components(i["message"])),
    "sign": run_sign,
    "verify": lambda i: verify(i["message"], octets(i["key"]["secret"]), i.get("now")),
}

def answer(request):
    try:
        known = snap.OPERATIONS if "scheme" in request["input"] else OPERATIONS
        return {"ok": known[request["op"]](request["input"])}
    except (Rejected, snap.Rejected) as rejected:
        return {"rejected": {"reason": str(rejected)}}
    except Exception as error:
        return {"error": {"message": repr(error), "trace": traceback.format_exc()}}

def send(message):
    sys.stdout.buffer.write(json.dumps(message).encode("ascii") + b"\n")
    sys.stdout.buffer.flush()

for line in sys.stdin.buffer:
    message = json.loads(line)
    if message["type"] == "run":
        send({"type": "result", "id": message["id"], **answer(message)})
    elif message["type"] == "hello" and message["protocol"] == 1:
        about = {"name": "reference-python", "version": "1.0.0", "language": "python"}
        known = {"operations": list(OPERATIONS), "schemes": ["non-snap", *snap.SCHEMES]}
        send({"type": "hello", "protocol": 1, "implementation": about, **known})
    else:
        if message["type"] == "hello":
            send({"type": "hello", "protocol": 1})
        break
