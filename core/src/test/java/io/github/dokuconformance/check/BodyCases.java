package io.github.dokuconformance.check;

import static io.github.dokuconformance.check.Draft.cancel;
import static io.github.dokuconformance.check.Draft.notification;
import static io.github.dokuconformance.check.Draft.order;
import static io.github.dokuconformance.check.Draft.status;
import static io.github.dokuconformance.check.RuleCases.ERROR_BODY;
import static io.github.dokuconformance.check.RuleCases.got;
import static io.github.dokuconformance.check.RuleCases.sent;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.check.RuleCases.Case;
import io.github.dokuconformance.message.Body;
import java.util.List;

/** Cases of what stands in a body, as JSON and by the schemas. */
final class BodyCases {
  private static final String DIGITS_15 = "123456789012345";

  private BodyCases() {}

  static List<Case> bodies() {
    return List.of(
        sent("body.missing", "", order().body(""), order()),
        got("body.missing", "", order().response(200, ""), order().response(502, "")),
        sent("body.unexpected", "", status().body("{}"), status()),
        sent(
            "json.not-utf8",
            "",
            order().body(latin1("{\"a\":\"é\"}")),
            order().body("{\"a\":\"é\"}")),
        sent("json.byte-order-mark", "", order().body("\uFEFF{}"), order().body("{}")),
        sent("json.malformed", "", order().body("{'a':1}"), order().body("{\"a\":1}")),
        sent("json.malformed", "", order().body("order=1"), order()),
        got(
            "json.malformed",
            "",
            order().response(502, "<html>"),
            notification().response(200, "<html>")),
        sent(
            "json.too-deep",
            "",
            order().body("[".repeat(65)),
            order().body("[".repeat(64) + "]".repeat(64))),
        sent(
            "json.too-many-values",
            "",
            order().body("[" + "1,".repeat(19_999) + "1]"),
            order().body("[" + "1,".repeat(19_998) + "1]")),
        sent(
            "json.not-a-number",
            "/a",
            order().body("{\"a\":NaN}"),
            order().body("{\"a\":\"NaN\"}")),
        sent(
            "json.number-too-long",
            "/a",
            order().body("{\"a\":" + "1".repeat(1001) + "}"),
            order().body("{\"a\":" + "1".repeat(1000) + "}")),
        sent(
            "json.number-too-long",
            "/a",
            order().body("{\"a\":1e99999999999}"),
            order().body("{\"a\":1e999999999}")),
        sent(
            "json.duplicate-key",
            "/a~1b/c~0d",
            order().body("{\"a/b\":{\"c~d\":1,\"c~d\":1}}"),
            order().body("{\"a/b\":{\"c~d\":1,\"C~d\":1}}")),
        sent(
            "json.lone-surrogate",
            "/a",
            order().body("{\"a\":\"\\ud83d\"}"),
            order().body("{\"a\":\"\\ud83d\\ude00\"}")),
        sent(
            "json.number-precision",
            "/a",
            order().body("{\"a\":9007199254740993}"),
            order().body("{\"a\":9007199254740992}")),
        got(
            "json.number-precision",
            "/a",
            order().respond("/a", DIGITS_15 + "678"),
            order().respond("/a", DIGITS_15)));
  }

  static List<Case> schemas() {
    return List.of(
        sent(
            "schema.required",
            "/order/callback_url",
            order().remove("/order/callback_url"),
            order()),
        got("schema.required", "/payment/url", order().removeAnswer("/payment/url"), order()),
        sent(
            "schema.type",
            "/order/amount",
            order().set("/order/amount", "90000.5"),
            order().set("/order/amount", "90000.0")),
        sent(
            "schema.max-length",
            "/order/invoice_number",
            order().text("/order/invoice_number", "x".repeat(65)),
            order().text("/order/invoice_number", "x".repeat(64))),
        sent(
            "schema.max-length",
            "/customer/name",
            order().text("/customer/name", "😀".repeat(65)),
            order().text("/customer/name", "😀".repeat(64))),
        sent(
            "schema.min-length",
            "/order/invoice_number",
            cancel().text("/order/invoice_number", ""),
            cancel()),
        sent(
            "schema.pattern",
            "/customer/phone",
            order().text("/customer/phone", "+6281122334455"),
            order().text("/customer/phone", "6281122334455")),
        sent(
            "schema.pattern",
            "/customer/phone",
            order().text("/customer/phone", "6281122334455\n"),
            order()),
        sent(
            "schema.pattern",
            "/order/callback_url",
            order().text("/order/callback_url", "merchant.example/x"),
            order().text("/order/callback_url", "HTTP://merchant.example/x")),
        sent(
            "schema.maximum",
            "/order/amount",
            order().set("/order/amount", "1000000000000"),
            order().set("/order/amount", "999999999999")),
        sent(
            "schema.maximum",
            "/order/amount",
            order().set("/order/amount", "1e1000000000"),
            order()),
        sent(
            "schema.minimum",
            "/order/line_items/0/quantity",
            order().set("/order/line_items/0/quantity", "0"),
            order()),
        got(
            "schema.enum",
            "/payment/status",
            order().respondText("/payment/status", "DONE"),
            order()),
        sent(
            "schema.const",
            "/acquirer/id",
            notification().text("/acquirer/id", "AKULAKU2"),
            notification()),
        sent(
            "schema.min-items",
            "/order/line_items",
            order().set("/order/line_items", "[]"),
            order()),
        got(
            "schema.not",
            "",
            order().response(500, "{\"oops\":1}"),
            order().response(500, ERROR_BODY)),
        got(
            "schema.not",
            "",
            order().response(409, "{\"oops\":1}"),
            order().response(409, Samples.text("akulaku.generate-order/response-documented.json"))),
        sent(
            "schema.unknown-field",
            "/order/auto_redirect",
            order().set("/order/auto_redirect", "true"),
            notification().set("/order/auto_redirect", "true")),
        sent(
            "schema.unknown-field",
            "/payment/identifier/OTHER",
            cancel().set("/payment/identifier", "{\"OTHER\":\"1\"}"),
            cancel().set("/payment/identifier", "{\"ORDER_ID\":\"1\"}")));
  }

  private static Body latin1(String text) {
    return Body.of(text.getBytes(ISO_8859_1));
  }
}
