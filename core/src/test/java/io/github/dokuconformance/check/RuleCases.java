package io.github.dokuconformance.check;

import static io.github.dokuconformance.check.Draft.cancel;
import static io.github.dokuconformance.check.Draft.notification;
import static io.github.dokuconformance.check.Draft.order;
import static io.github.dokuconformance.check.Draft.ovo;
import static io.github.dokuconformance.check.Draft.refund;
import static io.github.dokuconformance.finding.Part.REQUEST;
import static io.github.dokuconformance.finding.Part.RESPONSE;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.util.List;

/** For each code a draft that shows it, where, and a twin that differs in one thing only. */
final class RuleCases {
  private static final SigningKey OTHER_KEY =
      SigningKey.of(MerchantSecret.of("SK-TEST-other-NOT-A-SECRET"));
  static final String ERROR_BODY = "{\"error\":{\"message\":\"no\"}}";

  private RuleCases() {}

  record Case(String code, Part part, String at, Draft shows, Draft twin) {
    Case twin(Draft other) {
      return new Case(code, part, at, shows, other);
    }
  }

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
            order().keys(KeyRing.of("MCH-OTHER", Samples.KEY)),
            order().keys(KeyRing.of("MCH-FAKE-0001", Samples.KEY))));
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
            order().target("/cimb-peer-to-peer/v2/generate-order"),
            order()),
        sent(
            "operation.unknown",
            "",
            notification()
                .text("/service/id", "INTERNET_BANKING")
                .text("/acquirer/id", "JENIUS")
                .text("/channel/id", "JENIUS_PAY"),
            notification().text("/acquirer/id", "KREDIVO")),
        sent("operation.query", "", order().target(path + "?a=b"), order()),
        sent(
            "operation.query",
            "",
            order().target(path + "?"),
            notification().target("/payments/x?a=b").operation("akulaku.notification")),
        sent(
            "operation.misnamed",
            "",
            order().operation("akulaku.order"),
            order().operation("akulaku.generate-order")));
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
            "checksum.mismatch",
            "/security/check_sum",
            ovo().set("/order/amount", "15001"),
            ovo().set("/order/amount", "15000.00")),
        sent(
            "checksum.no-secret",
            "/client/id",
            ovo().keys(KeyRing.of("MCH-OTHER", Samples.KEY)).withoutHeader("Signature"),
            ovo().withoutHeader("Signature")),
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
        sent(
            "identifier.control-character",
            "/order/invoice_number",
            order().text("/order/invoice_number", "INV\t0001"),
            order().text("/order/invoice_number", "INV 0001")),
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

  static Case sent(String code, String at, Draft shows, Draft twin) {
    return new Case(code, REQUEST, at, shows, twin);
  }

  static Case got(String code, String at, Draft shows, Draft twin) {
    return new Case(code, RESPONSE, at, shows, twin);
  }
}
