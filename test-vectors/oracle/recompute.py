"""Recomputes every stage of every case and every verdict of verify, from the vector files alone.

Usage: python3 recompute.py VECTORS_DIRECTORY [--openssl EVERY_NTH]

Python's standard library alone; shares no code with the generator, nor with the library under test.
With --openssl, every Nth stage is computed a second time by the openssl command.
Exit code: 0 all agree, 1 something differs (each difference on a line), 2 wrong usage.
"""

import argparse
import base64
import calendar
import hashlib
import hmac
import json
import pathlib
import re
import subprocess
import sys
import time


def octets(form):
    """The bytes of a body: utf8, base64 or repeat; nothing for no body."""
    if form is None:
        return b""
    if "base64" in form:
        return base64.b64decode(form["base64"], validate=True)
    if "repeat" in form:
        r = form["repeat"]
        return (r.get("before", "") + r["utf8"] * r["times"] + r.get("after", "")).encode("utf-8")
    return form["utf8"].encode("utf-8")


def b64(raw):
    return base64.b64encode(raw).decode("ascii")


class Oracle:
    def __init__(self, directory, every):
        self.directory = directory
        self.every = every
        self.keys = self.read("keys.json")["keys"]
        self.stages = self.verdicts = self.openssl = 0
        self.differences = []

    def read(self, name):
        return json.loads((self.directory / name).read_bytes())

    def compare(self, case, what, expected, actual):
        if expected != actual:
            self.differences.append(f"{case}: {what}: expected {expected!r}, computed {actual!r}")

    def stage(self, case, name, expected, computed, again):
        """Counts and compares one stage; every Nth also with what openssl makes of it."""
        self.stages += 1
        self.compare(case, name, expected, computed)
        if self.every and self.stages % self.every == 0 and again:
            self.openssl += 1
            self.compare(case, name + " by openssl", expected, again())

    def check_stages(self, case, expected, text, body, secret):
        if "digest" in expected or body:
            self.stage(case, "digest", expected.get("digest"), b64(hashlib.sha256(body).digest()),
                       lambda: b64(openssl(body)))
        self.stage(case, "stringToSign", expected["stringToSign"], text, None)
        if secret is not None:
            self.stage(case, "signature", expected["signature"], signature(text, secret),
                       lambda: "HMACSHA256=" + b64(openssl(text.encode("utf-8"), secret)))

    def secret(self, name):
        return self.keys[name]["secret"]["utf8"].encode("utf-8")

    def digest(self, case):
        body = octets(case["input"]["body"])
        self.stage(case["id"], "digest", case["expected"]["stages"]["digest"],
                   b64(hashlib.sha256(body).digest()), lambda: b64(openssl(body)))

    def canonicalize(self, case):
        message = case["input"]["message"]
        parts, problem = components(message)
        self.compare(case["id"], "rejected", case["expected"].get("rejected"), problem)
        if not problem:
            body = octets(message.get("body"))
            self.check_stages(case["id"], case["expected"]["stages"], string_to_sign(*parts, body), body, None)

    def sign(self, case):
        i = case["input"]
        values = [i["clientId"], i["requestId"], i["timestamp"], i["target"]]
        problem = None
        if any(value == "" for value in values):
            problem = "missing-component"
        elif any(c in value for value in values for c in "\r\n"):
            problem = "malformed-component"
        self.compare(case["id"], "rejected", case["expected"].get("rejected"), problem)
        if not problem:
            body = octets(i.get("body"))
            name = "Response-Timestamp" if i["kind"] == "response" else "Request-Timestamp"
            text = string_to_sign(i["clientId"], i["requestId"], name, i["timestamp"], i["target"], body)
            self.check_stages(case["id"], case["expected"]["stages"], text, body, self.secret(i["key"]))

    def verify(self, case):
        i, expected = case["input"], case["expected"]
        body, secret = octets(i["message"].get("body")), self.secret(i["key"])
        parts, problem = components(i["message"])
        right = None
        if not problem:
            text = string_to_sign(*parts, body)
            right = signature(text, secret)
            self.check_stages(case["id"], expected["stages"], text, body, secret)
        else:
            self.compare(case["id"], "stages", None, expected.get("stages"))
        reason = problem or judge(i, parts, right)
        self.verdicts += 1
        self.compare(case["id"], "valid", expected["valid"], reason is None)
        if reason is not None and reason not in expected.get("reasons", []):
            self.compare(case["id"], "reason", expected.get("reasons"), reason)

    def run(self):
        for name in ("digest", "canonicalize", "sign", "verify"):
            for case in self.read(name + ".json")["cases"]:
                getattr(self, name)(case)


def values(message, name):
    return [value for n, value in message["headers"] if n.lower() == name.lower()]


def components(message):
    """Client-Id, Request-Id, the timestamp's name and value, target; or what is wrong with them."""
    name = "Response-Timestamp" if message["kind"] == "response" else "Request-Timestamp"
    found = [values(message, n) for n in ("Client-Id", "Request-Id", name)]
    if any(len(f) > 1 for f in found):
        return None, "malformed-component"
    if any(len(f) == 0 for f in found):
        return None, "missing-component"
    return (found[0][0], found[1][0], name, found[2][0], message["target"]), None


def string_to_sign(client_id, request_id, timestamp_name, timestamp, target, body):
    lines = [("Client-Id", client_id), ("Request-Id", request_id), (timestamp_name, timestamp),
             ("Request-Target", target.partition("?")[0])]
    if len(body) > 0:
        lines.append(("Digest", b64(hashlib.sha256(body).digest())))
    return "\n".join(name + ":" + value for name, value in lines)


def signature(text, secret):
    return "HMACSHA256=" + b64(hmac.new(secret, text.encode("utf-8"), hashlib.sha256).digest())


def judge(case_input, parts, right):
    """Why the message is to be refused, or None."""
    sent = values(case_input["message"], "Signature")
    if len(sent) != 1:
        return "malformed-component" if sent else "missing-component"
    if not re.fullmatch(r"HMACSHA256=[A-Za-z0-9+/]{42}[AEIMQUYcgkosw048]=", sent[0]):
        return "malformed-signature"
    if sent[0] != right:
        return "signature-mismatch"
    if "now" in case_input and abs(instant(case_input["now"]) - instant(parts[3])) > 3600:
        return "stale-timestamp"
    return None


def instant(text):
    return calendar.timegm(time.strptime(text, "%Y-%m-%dT%H:%M:%SZ"))


def openssl(data, key=None):
    """SHA-256, or HMAC-SHA256 where there is a key; test keys may stand in an argument."""
    mac = [] if key is None else ["-mac", "HMAC", "-macopt", "hexkey:" + key.hex()]
    command = ["openssl", "dgst", "-sha256", "-binary", *mac]
    return subprocess.run(command, input=data, capture_output=True, check=True).stdout


def main():
    parser = argparse.ArgumentParser(description="Recompute the vectors.")
    parser.add_argument("directory", type=pathlib.Path)
    parser.add_argument("--openssl", type=int, default=0, metavar="EVERY_NTH")
    arguments = parser.parse_args()
    oracle = Oracle(arguments.directory, arguments.openssl)
    oracle.run()
    for difference in oracle.differences:
        print(difference)
    print(f"{oracle.stages} stages and {oracle.verdicts} verdicts recomputed, "
          f"{oracle.openssl} of the stages by openssl too, {len(oracle.differences)} differences")
    return 1 if oracle.differences else 0


if __name__ == "__main__":
    sys.exit(main())
