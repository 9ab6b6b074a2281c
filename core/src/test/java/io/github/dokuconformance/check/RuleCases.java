package io.github.dokuconformance.check;

import static io.github.dokuconformance.check.Draft.cancel;
import static io.github.dokuconformance.check.Draft.notification;
import static io.github.dokuconformance.check.Draft.order;
import static io.github.dokuconformance.check.Draft.refund;
import static io.github.dokuconformance.check.Draft.status;
import static io.github.dokuconformance.finding.Part.REQUEST;
import static io.github.dokuconformance.finding.Part.RESPONSE;
import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.rules.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** For each code a draft that shows it, where, and a twin that differs in one thing only. */
final class RuleCases {
  private static final SigningKey OTHER_KEY =
      SigningKey.of(MerchantSecret.of("SK-TEST-other-NOT-A-SECRET"));
  private static final String DIGITS_15 = "123456789012345";
  private static final String TIME = "Request-Timestamp";
  private static final String ERROR_BODY = "{\"error\":{\"message\":\"no\"}}";

  private RuleCases() {}

  record Case(String code, Part part, String at, Draft shows, Draft twin) {}

  static List<Case> signatures() {
    return List.of(
        sent("signature.missing", "Signature", order().withoutHeader("Signature"), order()),
        got(
            "signature.missing",
            "Signature",
            order().withoutResponseHeader("Signature"),
            order().response(400, ERROR_BODY).withoutResponseHeader("Signature")),
        sent("signature.malformed", "Signature", order().header("Signature", "abc"), order()),
        sent(
            "signature.malformed",
            "Signature",
            order().header("Signature", "abc").keys(KeyRing.empty()),
            order().keys(KeyRing.empty())),
        got("signature.malformed", "Signature", order().responseHeader("Signature", "x"), order()),
        sent("signature.mismatch", "Signature", order().header("Request-Id", "other"), order()),
        sent("signature.mismatch", "Signature", order().keys(KeyRing.of(OTHER_KEY)), order()),
        got(
            "signature.mismatch",
            "Signature",
            order().responseHeader("Response-Timestamp", "2026-01-02T03:04:07Z"),
            order()),
        got(
            "signature.reading",
            "Signature",
            cancel()
                .responseId("a")
                .requestId("b")
                .responseHeader("Request-Id", "c")
                .responseId("b"),
            cancel().responseId("a").requestId("b")),
        sent(
            "signature.no-secret",
            "Client-Id",
            order().keys(KeyRing.of(Map.of("MCH-OTHER", Samples.KEY))),
            order().keys(KeyRing.of(Map.of("MCH-FAKE-0001", Samples.KEY)))));
  }

  static List<Case> operations() {
    String path = "/akulaku-peer-to-peer/v2/generate-order";
    return List.of(
        sent(
            "operation.wrong-endpoint",
            "",
            order().target("/akulaku-peer-to-peer/v1/generate-order"),
            order()),
        sent(
            "operation.wrong-endpoint",
            "",
            order().target(path + "/"),
            order().target(path + "?a=b")),
        sent("operation.wrong-endpoint", "", order().method("PUT"), order()),
        sent(
            "operation.wrong-endpoint",
            "",
            order().target("/elsewhere").operation("akulaku.generate-order"),
            notification().target("/payments/x").operation("akulaku.notification")),
        sent(
            "operation.unknown",
            "",
            order().target("/kredivo-peer-to-peer/v2/generate-order"),
            order()),
        sent(
            "operation.unknown",
            "",
            notification()
                .text("/acquirer/id", "KREDIVO")
                .text("/channel/id", "PEER_TO_PEER_KREDIVO"),
            notification().text("/acquirer/id", "KREDIVO")),
        sent(
            "operation.misnamed",
            "",
            order().operation("akulaku.order"),
            order().operation("akulaku.generate-order")));
  }

  static List<Case> headers() {
    return List.of(
        sent("header.missing", "Client-Id", order().withoutHeader("Client-Id"), order()),
        sent("header.missing", TIME, status().withoutHeader(TIME), status()),
        sent(
            "header.missing",
            "Request-Id",
            notification().withoutHeader("Request-Id"),
            notification().headers(RuleCases::lowerCase)),
        got(
            "header.missing",
            "Response-Timestamp",
            order().withoutResponseHeader("Response-Timestamp"),
            order().response(400, ERROR_BODY).withoutResponseHeader("Response-Timestamp")),
        sent(
            "header.repeated",
            "Request-Id",
            order().repeatHeader("Request-Id"),
            order().repeatHeader("Content-Type")),
        sent("header.repeated", "Signature", order().repeatHeader("Signature"), order()),
        sent(
            "header.empty",
            "Client-Id",
            order().header("Client-Id", " "),
            order().header("Client-Id", "x")),
        sent("header.empty", "Signature", order().header("Signature", ""), order()),
        sent(
            "header.request-id-length",
            "Request-Id",
            order().requestId("x".repeat(129)),
            order().requestId("x".repeat(128))),
        sent(
            "header.request-id-length",
            "Request-Id",
            order().requestId("é".repeat(129)),
            order().requestId("😀".repeat(128))),
        sent(
            "header.request-id-weak",
            "Request-Id",
            order().requestId("54321"),
            order().requestId("854321")),
        sent(
            "header.request-id-weak",
            "Request-Id",
            order().requestId("1767323045"),
            order().requestId("9767323045")),
        sent(
            "header.request-id-weak",
            "Request-Id",
            order().requestId("1767323045123"),
            order().requestId("17673230451234")),
        sent(
            "header.request-id-weak",
            "Request-Id",
            order().requestId("INV-20210707-0001"),
            order().requestId("INV-20210707-0002")),
        time("header.timestamp-fraction", "2026-01-02T03:04:05.000Z"),
        time("header.timestamp-fraction", "2026-01-02T03:04:05.123456+07:00"),
        time("header.timestamp-offset", "2026-01-02T10:04:05+07:00"),
        time("header.timestamp-offset", "2026-01-02T03:04:05+0000"),
        time("header.timestamp-epoch", "1767323045"),
        time("header.timestamp-epoch", "1767323045123"),
        time("header.timestamp-calendar", "2569-01-02T03:04:05Z"),
        time("header.timestamp-calendar", "1447-07-13T03:04:05Z"),
        time("header.timestamp-calendar", "٢٠٢٦-٠١-٠٢T٠٣:٠٤:٠٥Z"),
        time("header.timestamp-impossible", "2026-02-30T03:04:05Z"),
        time("header.timestamp-impossible", "2026-01-02T24:00:00Z"),
        time("header.timestamp-format", "2026-01-02 03:04:05"),
        time("header.timestamp-format", "20260102030405"),
        time("header.timestamp-format", "2026-01-02t03:04:05z"),
        time("header.timestamp-format", " 2026-01-02T03:04:05Z"),
        got(
            "header.timestamp-fraction",
            "Response-Timestamp",
            order().responseTime("2026-01-02T03:04:06.5Z"),
            order()),
        sent(
            "header.timestamp-out-of-range",
            TIME,
            order().now("2026-01-02T04:04:06Z"),
            order().now("2026-01-02T04:04:05Z")),
        sent(
            "header.timestamp-out-of-range",
            TIME,
            order().now("2026-01-02T02:04:04Z").requestTime("2026-01-02T03:10:05Z"),
            order().now("2026-01-02T02:04:05Z")),
        sent(
            "header.timestamp-out-of-range",
            TIME,
            order().now("2026-06-02T03:04:05Z"),
            notification().now("2026-06-02T03:04:05Z")),
        sent(
            "header.timestamp-local-time",
            TIME,
            order().now("2026-01-01T20:04:05Z"),
            order().now("2026-01-01T20:34:05Z")),
        sent(
            "header.timestamp-local-time",
            TIME,
            order().now("2026-01-02T08:04:00Z"),
            order().now("2026-01-02T03:04:05Z")),
        sent(
            "header.content-type-missing",
            "Content-Type",
            order().withoutHeader("Content-Type"),
            order()),
        sent(
            "header.content-type",
            "Content-Type",
            order().header("Content-Type", "application/x-www-form-urlencoded"),
            order().header("Content-Type", "APPLICATION/JSON;charset=\"UTF-8\"")),
        sent(
            "header.content-type",
            "Content-Type",
            order().header("Content-Type", "text/json"),
            order().header("Content-Type", "application/vnd.x+json")),
        sent(
            "header.content-type-charset",
            "Content-Type",
            order().header("Content-Type", "application/json; charset=ISO-8859-1"),
            order().header("Content-Type", "application/json; charset=utf-8")),
        sent("header.digest-sent", "Digest", order().header("Digest", "x"), order()),
        sent(
            "header.request-target-sent",
            "Request-Target",
            order().header("request-target", "/x"),
            order()));
  }

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

  static List<Case> rules() {
    String override = "/additional_info/override_notification_url";
    return List.of(
        sent("amount.sum", "/order/amount", order().set("/order/amount", "90001"), order()),
        sent(
            "amount.sum",
            "/order/amount",
            order().text("/order/amount", "90001"),
            order().text("/order/amount", "90000")),
        sent(
            "amount.sum",
            "/order/amount",
            order()
                .set("/order/line_items/0/price", "999999999998")
                .set("/order/line_items/0/quantity", "1")
                .set("/order/line_items/1/price", "2")
                .set("/order/amount", "999999999999"),
            order()
                .set("/order/line_items/0/price", "999999999998")
                .set("/order/line_items/0/quantity", "1")
                .set("/order/line_items/1/price", "1")
                .set("/order/amount", "999999999999")),
        sent("amount.spelling", "/order/amount", order().set("/order/amount", "90000.00"), order()),
        sent(
            "amount.spelling",
            "/order/line_items/0/price",
            order().set("/order/line_items/0/price", "3e4"),
            order()),
        sent(
            "amount.spelling",
            "/order/amount",
            notification().set("/order/amount", "90000.0"),
            notification()),
        sent(
            "url.invalid",
            "/order/callback_url",
            order().text("/order/callback_url", "https://merchant.example/a%zz"),
            order().text("/order/callback_url", "https://merchant.example/a%20")),
        sent(
            "url.invalid",
            override,
            order().text(override, "https://merchant.example/{id}"),
            order().text(override, "https://merchant_a.example/payments/notifications?x=y")),
        sent(
            "url.unreachable",
            override,
            order().text(override, "http://localhost:8080/x"),
            order().text(override, "https://localhost.example/x")),
        sent(
            "url.unreachable",
            override,
            order().text(override, "https://abc.ngrok-free.app/x"),
            order().text(override, "https://mangrok.com/x")),
        sent(
            "url.unreachable",
            override,
            order().text(override, "http://10.0.0.1/x"),
            order().text(override, "http://10.example.com/x")),
        sent(
            "url.unreachable",
            override,
            order().text(override, "http://[::1]/x"),
            order().text(override, "http://172.32.0.1/x")),
        sent(
            "url.override-path",
            override,
            order().notificationPath("/other"),
            order().notificationPath("/payments/notifications")),
        sent(
            "url.override-path",
            override,
            order().text(override, "https://a.example/x").notificationPath("/"),
            order().text(override, "https://a.example").notificationPath("/")),
        sent(
            "identifier.unknown-name",
            "/payment/identifier/0/name",
            refund().text("/payment/identifier/0/name", "order_id"),
            refund()),
        got("response.refused", "", order().response(400, ERROR_BODY), order()),
        got("response.refused", "", order().response(503, ""), notification().response(503, "")),
        got(
            "echo.client-id",
            "Client-Id",
            order().responseHeader("Client-Id", "MCH-OTHER"),
            order()),
        got(
            "echo.request-id",
            "Request-Id",
            order().responseId("other"),
            cancel().responseId("other")),
        got(
            "echo.invoice-number",
            "/order/invoice_number",
            order().respondText("/order/invoice_number", "other"),
            order()),
        got(
            "echo.amount",
            "/order/amount",
            order().respond("/order/amount", "1"),
            order().respondText("/order/amount", "90000")),
        got(
            "echo.reference",
            "/payment/merchant_unique_reference",
            cancel().respondText("/payment/merchant_unique_reference", "other"),
            cancel()),
        got(
            "echo.refund-reference",
            "/refund/merchant_unique_reference",
            refund().respondText("/refund/merchant_unique_reference", "other"),
            refund()),
        got(
            "echo.override-url",
            override,
            order().respondText(override, "https://other.example/"),
            order()),
        got(
            "echo.response-timestamp",
            "Response-Timestamp",
            order().responseTime("2026-01-02T03:03:04Z"),
            order().responseTime("2026-01-02T03:03:05Z")),
        got(
            "order.failed",
            "/payment/status",
            order().respondText("/payment/status", "FAILED"),
            order()));
  }

  static List<Case> contradictions() {
    String reference = "/payment/merchant_unique_reference";
    return List.of(
        sent(
            "docs.postcode-type",
            "/customer/postcode",
            order(),
            order().remove("/customer/postcode")),
        sent(
            "docs.optional-but-send",
            "/customer/state",
            order().remove("/customer/state"),
            order().text("/customer/state", "")),
        sent(
            "docs.amount-as-string",
            "/order/amount",
            order().text("/order/amount", "90000"),
            order()),
        got(
            "docs.amount-as-string",
            "/order/amount",
            status(),
            status().removeAnswer("/order/amount")),
        sent(
            "docs.cancel-identifier-shape",
            "/payment/identifier",
            cancel(),
            cancel().remove("/payment/identifier")),
        got(
            "docs.cancel-payment-status",
            "/payment/status",
            cancel(),
            cancel().respondText("/payment/status", "SUCCESS")),
        got(
            "docs.canceled-spelling",
            "/payment/status",
            refund().respondText("/payment/status", "CANCELED"),
            refund()),
        got(
            "docs.cancel-payment-date",
            "/payment/date",
            cancel(),
            cancel().removeAnswer("/payment/date")),
        got(
            "docs.cancel-success-with-error",
            "/error/message",
            cancel(),
            cancel().respondText("/cancel/status", "FAILED")),
        got("docs.cancel-reference-type", reference, cancel(), cancel().removeAnswer(reference)),
        sent(
            "docs.cancel-same-as-request",
            "/order/invoice_number",
            cancel().remove("/order/invoice_number"),
            cancel().response(400, ERROR_BODY)),
        got(
            "docs.cancel-same-as-request",
            "/order/amount",
            cancel(),
            cancel().removeAnswer("/order/amount")),
        got("docs.response-request-id", "Request-Id", cancel().responseId("other"), cancel()),
        got(
            "docs.refund-response-timestamp",
            "Response-Timestamp",
            refund().responseTime("2026-01-01T03:04:05Z"),
            refund()),
        sent("docs.refund-payment-reference", reference, refund(), refund().text(reference, "ABC")),
        got(
            "docs.refund-reference-optional",
            "/refund/merchant_unique_reference",
            refund().removeAnswer("/refund/merchant_unique_reference"),
            refund()),
        got(
            "docs.payment-url-reference",
            "/payment/url",
            order(),
            order()
                .respondText(
                    "/payment/url",
                    "https://a.example/?refNo=MCH%2D0001-10791114622547MUR-20210707-0001")),
        sent(
            "docs.peer-to-peer-info",
            "/peer_to_peer_info",
            notification(),
            notification().remove("/peer_to_peer_info")),
        sent(
            "docs.failed-finality",
            "/transaction/status",
            notification().text("/transaction/status", "FAILED"),
            notification()),
        sent(
            "docs.customer-optional",
            "/customer/address",
            order().remove("/customer/address"),
            order()),
        got(
            "docs.retry-status",
            "",
            order().response(409, ERROR_BODY),
            notification().response(409, ERROR_BODY)));
  }

  private static Case sent(String code, String at, Draft shows, Draft twin) {
    return new Case(code, REQUEST, at, shows, twin);
  }

  private static Case got(String code, String at, Draft shows, Draft twin) {
    return new Case(code, RESPONSE, at, shows, twin);
  }

  private static Case time(String code, String text) {
    return sent(code, TIME, order().requestTime(text), order());
  }

  private static Headers lowerCase(Headers headers) {
    return new Headers(
        headers.stream()
            .map(header -> new Header(header.name().toLowerCase(Locale.ROOT), header.value()))
            .toList());
  }

  private static Body latin1(String text) {
    return Body.of(text.getBytes(ISO_8859_1));
  }
}
