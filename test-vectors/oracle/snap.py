"""Recomputes every stage of every case of SNAP, and every verdict of verify, by the openssl command.

Usage: python3 snap.py VECTORS_DIRECTORY

Python reads the files, minifies bodies and joins strings; each hash, HMAC and RSA signature is made by
openssl. Shares no code with the generator, nor with the library under test, nor with the adapters.
Exit code: 0 all agree, 1 something differs (each difference on a line), 2 wrong usage.
"""

import base64
import json
import pathlib
import subprocess
import sys
import tempfile

OPERATIONS = ("digest", "canonicalize", "sign", "verify")
ESCAPES = {'"': '\\"', "\\": "\\\\", "\b": "\\b", "\f": "\\f", "\n": "\\n", "\r": "\\r", "\t": "\\t"}


def octets(form):
    if form is None:
        return b""
    return base64.b64decode(form["base64"], validate=True) if "base64" in form else form["utf8"].encode("utf-8")


def pieces(text):
    """A JSON text's strings, and what stands between them, in turn."""
    piece, inside, escaped = "", False, False
    for c in text:
        if c == '"' and not inside:
            yield piece, False
            piece, inside = c, True
        elif inside and c == '"' and not escaped:
            yield piece + c, True
            piece, inside = "", False
        else:
            escaped = inside and c == "\\" and not escaped
            piece += c
    yield piece, inside


def minified(body, anew):
    """Without white space between strings; anew: each string with the fewest escapes, else as it is."""
    out = ""
    for piece, is_string in pieces(body.decode("utf-8")):
        if not is_string:
            out += "".join(piece.split(" ")).translate({9: None, 10: None, 13: None})
        elif anew:
            plain = json.loads(piece, strict=False)
            out += '"' + "".join(ESCAPES.get(c) or (c if c >= " " else f"\\u{ord(c):04x}") for c in plain) + '"'
        else:
            out += piece
    return out.encode("utf-8")


class Openssl:
    """Answers in two goes: what is asked first is computed all at once, by few processes."""

    def __init__(self, directory, keys):
        self.directory = pathlib.Path(directory)
        self.keys = keys
        self.asked = {}
        self.known = {}
        self.made = 0
        for name, key in keys.items():
            if "privateKey" in key:
                (self.directory / (name + ".pem")).write_text(key["privateKey"])

    def value(self, how, key, data):
        """The hash, HMAC or signature in hex; empty while it is only asked for."""
        question = (how, key, data)
        if question not in self.known:
            self.asked.setdefault((how, key), {})[data] = None
        return self.known.get(question, "")

    def answer(self):
        for (how, key), inputs in self.asked.items():
            files = []
            for data in inputs:
                files.append(self.directory / f"in{len(files)}")
                files[-1].write_bytes(data)
            if how == "rsa":
                made = [self.run("-sha256", "-sign", self.directory / (key + ".pem"), f).hex() for f in files]
            else:
                options = ["-sha256"] if how == "sha256" else ["-sha512", "-mac", "HMAC", "-macopt", "hexkey:" + key]
                made = [line.split()[0] for line in self.run("-r", *options, *files).decode().splitlines()]
            assert len(made) == len(inputs), f"{how}: {len(made)} answers to {len(inputs)} questions"
            self.made += len(made)
            self.known.update({(how, key, data): value for data, value in zip(inputs, made)})
        self.asked = {}

    @staticmethod
    def run(*arguments):
        return subprocess.run(["openssl", "dgst", *map(str, arguments)], capture_output=True, check=True).stdout


class Oracle:
    def __init__(self, directory, openssl, keys):
        self.openssl, self.keys = openssl, keys
        self.cases = [
            (operation, case)
            for operation in OPERATIONS
            for case in json.loads((directory / f"snap-{operation}.json").read_bytes())["cases"]
        ]
        self.start()

    def start(self):
        self.stages = self.verdicts = 0
        self.differences = []

    def compare(self, case, what, expected, actual):
        if expected != actual:
            self.differences.append(f"{case['id']}: {what}: expected {expected!r}, computed {actual!r}")

    def computed(self, parts, key, anew=False, query=False):
        """The stages of a message; a signature only where there is a key."""
        scheme, stages = parts["scheme"], {}
        if scheme == "snap.token":
            text = parts["clientId"] + "|" + parts["timestamp"]
        else:
            stages["digest"] = self.openssl.value("sha256", "", minified(parts["body"], anew))
            path = parts["target"] if query else parts["target"].partition("?")[0]
            values = [parts["method"], path, parts["token"], stages["digest"], parts["timestamp"]]
            text = ":".join(values if scheme == "snap.symmetric" else values[:2] + values[3:])
        stages["stringToSign"] = text
        if key:
            data = text.encode("utf-8")
            secret = self.keys[key]["secret"]["utf8"].encode("utf-8").hex()
            value = (self.openssl.value("hmac", secret, data) if scheme == "snap.symmetric"
                     else self.openssl.value("rsa", key, data))
            stages["signature"] = base64.b64encode(bytes.fromhex(value)).decode("ascii")
        return stages

    def check(self, case, expected, computed):
        self.stages += len(computed)
        for name in sorted(expected.keys() | computed.keys()):
            self.compare(case, name, expected.get(name), computed.get(name))

    def check_all(self, case, parts, key):
        """Holds the stages and those of the other readings against what was computed."""
        expected = case["expected"]
        self.check(case, expected["stages"], self.computed(parts, key))
        others = {"minify writes": dict(anew=True), "the query is": dict(query=True)}
        for start, reading in others.items():
            found = [a for a in expected.get("alternatives", []) if a["reading"].startswith(start)]
            other = self.computed(parts, key, **reading)
            if other != self.computed(parts, key):
                self.compare(case, "alternatives", 1, len(found))
            for alternative in found:
                self.check(case, alternative["stages"], other)

    def digest(self, case):
        body = octets(case["input"]["body"])
        for anew, stages in [(False, case["expected"]["stages"])] + [
            (True, a["stages"]) for a in case["expected"].get("alternatives", [])
        ]:
            self.check(case, stages, {"digest": self.openssl.value("sha256", "", minified(body, anew))})

    def canonicalize(self, case):
        parts, problem = received(case["input"])
        self.compare(case, "rejected", None, problem)
        self.check_all(case, parts, None)

    def sign(self, case):
        i = case["input"]
        self.check_all(case, {"clientId": "", "token": "", **i, "body": octets(i.get("body"))}, i["key"])

    def verify(self, case):
        i, expected = case["input"], case["expected"]
        parts, problem = received(i)
        sent = values(i["message"], "X-SIGNATURE")
        rights = []
        if not problem:
            rights = [self.computed(parts, i["key"], anew, query) for anew in (False, True) for query in (False, True)]
            if "stages" in expected:
                used = [r for r in rights if expected["valid"] and [r["signature"]] == sent] or rights
                self.check(case, expected["stages"], used[0])
        elif "stages" in expected:
            self.compare(case, "stages", None, expected["stages"])
        if len(sent) != 1:
            problem = problem or ("malformed-component" if sent else "missing-component")
        elif not problem and sent[0] not in [r["signature"] for r in rights]:
            problem = "malformed-signature" if not is_base64(sent[0]) else "signature-mismatch"
        self.verdicts += 1
        self.compare(case, "valid", expected["valid"], problem is None)
        if problem and problem not in expected.get("reasons", []):
            self.compare(case, "reason", expected.get("reasons"), problem)

    def run(self):
        for _ in range(3):  # asks for hashes, then for signatures, then has all
            self.start()
            for operation, case in self.cases:
                getattr(self, operation)(case)
            self.openssl.answer()


def values(message, name):
    return [value for n, value in message["headers"] if n.lower() == name.lower()]


def received(case_input):
    message = case_input["message"]
    other = {"snap.token": ["X-CLIENT-KEY"], "snap.symmetric": ["Authorization"], "snap.asymmetric": []}
    wanted = ["X-TIMESTAMP"] + other[case_input["scheme"]]
    found = {name: values(message, name) for name in wanted}
    if any(len(f) > 1 for f in found.values()):
        return None, "malformed-component"
    if any(len(f) == 0 for f in found.values()):
        return None, "missing-component"
    token = found.get("Authorization", [""])[0]
    return {
        "scheme": case_input["scheme"], "method": message["method"], "target": message["target"],
        "clientId": found.get("X-CLIENT-KEY", [""])[0], "timestamp": found["X-TIMESTAMP"][0],
        "token": token[7:] if token.lower().startswith("bearer ") else token, "body": octets(message.get("body")),
    }, None


def is_base64(text):
    try:
        return text != "" and base64.b64encode(base64.b64decode(text, validate=True)).decode("ascii") == text
    except ValueError:
        return False


def main():
    if len(sys.argv) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    directory = pathlib.Path(sys.argv[1])
    keys = json.loads((directory / "keys.json").read_bytes())["keys"]
    with tempfile.TemporaryDirectory() as scratch:
        openssl = Openssl(scratch, keys)
        oracle = Oracle(directory, openssl, keys)
        oracle.run()
    for difference in oracle.differences:
        print(difference)
    print(f"{len(oracle.cases)} cases: {oracle.stages} stages and {oracle.verdicts} verdicts recomputed, "
          f"{openssl.made} values by openssl, {len(oracle.differences)} differences")
    return 1 if oracle.differences else 0


if __name__ == "__main__":
    sys.exit(main())
