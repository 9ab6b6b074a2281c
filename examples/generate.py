#!/usr/bin/env python3
"""Writes the recordings in conformant/ and broken/ anew: python3 examples/generate.py

Bodies are DOKU's documentation samples, byte for byte. DOKU published no key, and its printed
signatures are placeholders, so everything is signed here with a secret that is visibly fake. The
signatures are made with Python's standard library, not with the toolkit that will judge them.
"""

import base64
import hashlib
import hmac
import json
import pathlib

HERE = pathlib.Path(__file__).parent
SAMPLES = HERE.parent / "schemas" / "contract" / "examples"
SECRET = "SK-TEST-merchant-NOT-A-SECRET"
CLIENT_ID = "MCH-0001-10791114622547"
ORDER_PATH = "/akulaku-peer-to-peer/v2/generate-order"
CANCEL_PATH = "/akulaku-peer-to-peer/v2/cancel"
REFUND_PATH = "/akulaku-peer-to-peer/v2/refund"
NOTIFICATION_PATH = "/payments/notifications"


def sample(path):
    return (SAMPLES / path).read_bytes()


def digest(body):
    return base64.b64encode(hashlib.sha256(body).digest()).decode()


def lines(request_id, timestamp, target, body, time_name="Request-Timestamp", client_id=CLIENT_ID):
    parts = [f"Client-Id:{client_id}", f"Request-Id:{request_id}", f"{time_name}:{timestamp}",
             f"Request-Target:{target}"]
    return parts + ([f"Digest:{digest(body)}"] if body else [])


def mac(text, secret=SECRET):
    return hmac.new(secret.encode(), text.encode(), hashlib.sha256).digest()


def signature(text, secret=SECRET):
    return "HMACSHA256=" + base64.b64encode(mac(text, secret)).decode()


def headers(request_id, timestamp, signed, body, time_name="Request-Timestamp"):
    out = [("Client-Id", CLIENT_ID), ("Request-Id", request_id), (time_name, timestamp),
           ("Signature", signed)]
    return out + ([("Content-Type", "application/json")] if body else [])


def message(start, header_list, body):
    out = [start] + [f"{name}: {value}" for name, value in header_list]
    if body:
        out.append(f"Content-Length: {len(body)}")
    return ("\r\n".join(out) + "\r\n\r\n").encode() + body


def request(target, request_id, timestamp, body, signed=None, method="POST", extra=(),
            host="api-sandbox.doku.com", shown_timestamp=None):
    """A request; `signed` is the signature where it is not the right one."""
    right = signature("\n".join(lines(request_id, timestamp, target.split("?")[0], body)))
    listed = headers(request_id, shown_timestamp or timestamp, signed or right, body)
    return message(f"{method} {target} HTTP/1.1", [("Host", host)] + listed + list(extra), body)


def response(target, request_id, timestamp, body, signed=None):
    text = "\n".join(lines(request_id, timestamp, target, body, "Response-Timestamp"))
    return message("HTTP/1.1 200 OK",
                   headers(request_id, timestamp, signed or signature(text), body,
                           "Response-Timestamp"), body)


def write(name, *messages):
    path = HERE / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"".join(messages))


def write_har(name, started, target, header_list, body):
    entry = {
        "startedDateTime": started, "time": 120,
        "request": {
            "method": "POST", "url": "https://api-sandbox.doku.com" + target,
            "httpVersion": "HTTP/1.1", "cookies": [],
            "headers": [{"name": n, "value": v} for n, v in header_list], "queryString": [],
            "postData": {"mimeType": "application/json", "text": body.decode()},
            "headersSize": -1, "bodySize": len(body)},
        "response": {"status": 0, "statusText": "", "httpVersion": "HTTP/1.1", "cookies": [],
                     "headers": [], "content": {"size": 0, "mimeType": ""}, "redirectURL": "",
                     "headersSize": -1, "bodySize": -1},
        "cache": {}, "timings": {"send": 1, "wait": 118, "receive": 1}}
    har = {"log": {"version": "1.2", "creator": {"name": "doku-conformance", "version": "1"},
                   "entries": [entry]}}
    (HERE / name).write_text(json.dumps(har, indent=2) + "\n")


ORDER = sample("akulaku.generate-order/request-documented.json")
ORDER_ID, ORDER_TIME = "baec7d95-f30a-4b78-b711-6ebe0ccdf50b", "2021-07-07T08:45:42Z"
NOTIFICATION = sample("akulaku.notification/request-documented.json")
NOTIFICATION_ID = "450ec2b0-5631-4876-a3ee-33a93ee39daa"
NOTIFICATION_TIME = "2021-07-07T08:50:43Z"


def conformant():
    write("conformant/generate-order.http",
          request(ORDER_PATH, ORDER_ID, ORDER_TIME, ORDER),
          response(ORDER_PATH, ORDER_ID, ORDER_TIME,
                   sample("akulaku.generate-order/response-documented.json")))
    cancel_id, cancel_time = "2dc5985e-adaa-4f82-b126-b09e9006da14", "2020-08-11T08:45:42Z"
    write("conformant/cancel.http",
          request(CANCEL_PATH, cancel_id, cancel_time,
                  sample("akulaku.cancel/request-documented.json")),
          # The page prints another Request-Id on the response than on the request.
          response(CANCEL_PATH, "09e0defe-a071-45b3-9feb-ac134374628c", cancel_time,
                   sample("akulaku.cancel/response-documented.json")))
    refund_id = "6cc9f8b1-d83d-4c24-b853-a3223f43a744"
    write("conformant/refund.http",
          request(REFUND_PATH, refund_id, "2020-08-12T09:45:42Z",
                  sample("akulaku.refund/request-documented.json")),
          # The page prints a Response-Timestamp one day before the Request-Timestamp.
          response(REFUND_PATH, refund_id, "2020-08-11T08:45:42Z",
                   sample("akulaku.refund/response-documented.json")))
    write("conformant/check-status.http",
          request("/orders/v1/status/INV-123123-12313", "e71fe02a-bfef-4af9-a6f6-2cf1f03b00e7",
                  "2020-11-18T08:45:42Z", b"", method="GET"))
    write("conformant/notification.http",
          request(NOTIFICATION_PATH, NOTIFICATION_ID, NOTIFICATION_TIME, NOTIFICATION,
                  host="merchant.example"),
          b"HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n")
    for operation, target, number in (("generate-order", ORDER_PATH, 1), ("cancel", CANCEL_PATH, 2),
                                      ("refund", REFUND_PATH, 3)):
        write(f"conformant/postman-{operation}.http",
              request(target, f"10000000-0000-4000-8000-00000000000{number}",
                      "2026-06-24T03:00:00Z",
                      sample(f"akulaku.{operation}/request-postman.json")))


class Order:
    """The documented order once more, under ids of its own: a run takes no id twice."""

    count = 0

    def __init__(self, body=ORDER):
        Order.count += 1
        self.request_id = f"00000000-0000-4000-8000-{Order.count:012}"
        self.body = body.replace(b"-0001", f"-1{Order.count:03}".encode())

    def text(self, target=ORDER_PATH, body=None, timestamp=ORDER_TIME):
        return "\n".join(lines(self.request_id, timestamp, target, body or self.body))

    def write(self, name, signed=None, **more):
        write(f"broken/{name}.http",
              request(ORDER_PATH, self.request_id, ORDER_TIME, self.body, signed, **more))


def broken():
    order = Order()
    minified = json.dumps(json.loads(order.body), separators=(",", ":")).encode()
    order.write("body-minified", signature(order.text(body=minified)))
    order = Order()
    order.write("string-to-sign-trailing-newline", signature(order.text() + "\n"))
    order = Order()
    order.write("signature-hex", "HMACSHA256=" + mac(order.text()).hex())
    order = Order()
    order.write("target-path-prefix", signature(order.text("/api" + ORDER_PATH)))
    order = Order()
    order.write("target-leading-slash-missing", signature(order.text(ORDER_PATH[1:])))
    order = Order()
    order.write("timestamp-milliseconds-signed",
                signature(order.text(timestamp="2021-07-07T08:45:42.000Z")))
    order = Order()
    milliseconds = "2021-07-07T08:45:42.173Z"
    order.write("timestamp-milliseconds-sent", signature(order.text(timestamp=milliseconds)),
                shown_timestamp=milliseconds)
    order = Order()
    local = "2026-01-31T16:30:05Z"
    write_har("broken/timestamp-local-time.har", "2026-01-31T09:30:05.120Z", ORDER_PATH,
              headers(order.request_id, local, signature(order.text(timestamp=local)), order.body),
              order.body)
    Order(ORDER.replace(b'"amount": 90000', b'"amount": "90000.00"')).write("amount-decimal-string")
    Order(ORDER.replace(b'"amount": 90000', b'"amount": 99000')).write("amount-not-the-sum")
    first, second = Order(), Order()
    second.request_id = first.request_id
    with open(HERE / "broken" / "request-id-reused.jsonl", "w") as out:
        for order in (first, second):
            listed = headers(order.request_id, ORDER_TIME, signature(order.text()), order.body)
            exchange = {"request": {"method": "POST", "target": ORDER_PATH,
                                    "headers": [list(header) for header in listed],
                                    "body": {"utf8": order.body.decode()}}}
            out.write(json.dumps(exchange) + "\n")
    doku_path = "\n".join(lines(NOTIFICATION_ID, NOTIFICATION_TIME, ORDER_PATH, NOTIFICATION))
    write("broken/notification-doku-path.http",
          request(NOTIFICATION_PATH, NOTIFICATION_ID, NOTIFICATION_TIME, NOTIFICATION,
                  signature(doku_path), host="merchant.example"))


if __name__ == "__main__":
    (HERE / "secret.txt").write_text(SECRET + "\n")
    conformant()
    (HERE / "broken").mkdir(exist_ok=True)
    broken()
