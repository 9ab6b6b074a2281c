package io.github.dokuconformance.check;

import static io.github.dokuconformance.check.RuleCases.got;
import static io.github.dokuconformance.check.RuleCases.sent;
import static io.github.dokuconformance.check.Toy.ask;
import static io.github.dokuconformance.check.Toy.change;
import static io.github.dokuconformance.check.Toy.look;
import static io.github.dokuconformance.check.Toy.odd;
import static io.github.dokuconformance.check.Toy.pay;
import static io.github.dokuconformance.check.Toy.refund;
import static io.github.dokuconformance.check.Toy.told;

import io.github.dokuconformance.check.RuleCases.Case;
import java.util.List;
import java.util.stream.Stream;

/** What is found in a channel that is data alone; some codes no bundled channel has a use for. */
final class ToyCases {
  private ToyCases() {}

  static List<Case> all() {
    return Stream.of(rules(), echoes(), answers(), keywords()).flatMap(List::stream).toList();
  }

  private static List<Case> rules() {
    return List.of(
        sent("amount.sum", "/deal/total", pay().set("/deal/total", "71"), pay()),
        sent("amount.sum", "/total", change().set("/total", "81"), change()),
        sent("amount.spelling", "/deal/total", pay().set("/deal/total", "70.0"), pay()),
        sent(
            "amount.spelling", "/deal/lines/1/cost", pay().set("/deal/lines/1/cost", "1e1"), pay()),
        sent("amount.spelling", "/deal/total", told().set("/deal/total", "7e1"), told()),
        sent(
            "url.invalid",
            "/deal/back",
            pay().text("/deal/back", "https://shop.example/a%zz"),
            pay().text("/deal/back", "https://shop.example/a%20")),
        sent("url.unreachable", "/notify", pay().text("/notify", "http://localhost/told"), pay()),
        sent(
            "url.override-path",
            "/notify",
            pay().notificationPath("/other"),
            pay().notificationPath("/told")),
        sent("operation.wrong-endpoint", "", pay().target("/toy/v2/payments"), pay()),
        sent("operation.wrong-endpoint", "", change().method("PUT"), change()),
        sent("header.request-id-weak", "Request-Id", pay().requestId("D-1"), pay()),
        sent("header.request-id-weak", "Request-Id", change().requestId("D-1"), look()),
        sent("body.missing", "", change().body(""), look()),
        sent(
            "schema.unknown-field",
            "/extra",
            pay().text("/extra", "x"),
            told().text("/extra", "x")),
        sent(
            "docs.toy-label",
            "/deal/lines/0/label",
            pay().text("/deal/lines/0/label", "none"),
            pay()),
        got("order.failed", "/state", pay().respondText("/state", "DENIED"), pay()),
        got("response.refused", "", pay().response(400, "{\"fault\":\"no\"}"), pay()),
        got(
            "schema.required",
            "/fault",
            pay().response(400, "{}"),
            pay().response(400, "{\"fault\":\"\"}")),
        got("signature.missing", "Signature", pay().withoutResponseHeader("Signature"), told()));
  }

  private static List<Case> echoes() {
    return List.of(
        got("echo.invoice-number", "/deal/number", pay().respondText("/deal/number", "D-2"), pay()),
        got(
            "echo.invoice-number",
            "/deal/number",
            look().respondText("/deal/number", "D-2"),
            look()),
        got(
            "echo.invoice-number",
            "/deal/number",
            change().respondText("/deal/number", "D 1"),
            change().target("/toy/v1/payments/D%201").respondText("/deal/number", "D 1")),
        got("echo.invoice-number", "/deal/number", ask().respondText("/deal/number", "D-2"), ask()),
        got("echo.amount", "/deal/total", pay().respond("/deal/total", "71"), pay()),
        got("echo.amount", "/deal/total", change().respond("/deal/total", "70"), change()),
        got("echo.reference", "/ref", pay().respondText("/ref", "R-2"), pay()),
        got(
            "echo.refund-reference",
            "/return_ref",
            refund().respondText("/return_ref", "Y"),
            refund()),
        got(
            "echo.override-url",
            "/notify",
            pay().respondText("/notify", "https://a.example"),
            pay()),
        got("echo.field", "/memo", odd().respondText("/memo", "n"), odd()));
  }

  /** What the merchant answers to an inquiry is judged as what it sends. */
  private static List<Case> answers() {
    return List.of(
        got("signature.missing", "Signature", ask().withoutResponseHeader("Signature"), ask()),
        got(
            "signature.mismatch",
            "Signature",
            ask().responseHeader("Response-Timestamp", "2026-01-02T03:04:07Z"),
            ask()),
        got("header.missing", "Client-Id", ask().withoutResponseHeader("Client-Id"), told()),
        got("echo.request-id", "Request-Id", ask().responseId("other"), ask()),
        got(
            "schema.unknown-field",
            "/extra",
            ask().respondText("/extra", "x"),
            pay().respondText("/extra", "x")),
        got("schema.max-length", "/buyer", ask().respondText("/buyer", "x".repeat(21)), ask()),
        got("amount.spelling", "/deal/total", ask().respond("/deal/total", "70.0"), ask()),
        got("body.missing", "", ask().response(200, ""), told().response(200, "")),
        got("json.malformed", "", ask().response(200, "{"), told().response(200, "{")));
  }

  private static List<Case> keywords() {
    return List.of(
        value("schema.exclusive-maximum", "/below", "5", "4.9"),
        value("schema.exclusive-minimum", "/above", "5", "5.1"),
        value("schema.multiple-of", "/step", "0.3", "0.75"),
        value("schema.max-items", "/few", "[1,2,3]", "[1,2]"),
        sent(
            "schema.max-items",
            "/deal/lines",
            pay().set("/deal/lines", lines(4)),
            pay().set("/deal/lines", lines(3))),
        value("schema.unique-items", "/set", "[1,2,1]", "[1,2,3]"),
        value("schema.min-properties", "/some", "{}", "{\"a\":1}"),
        value("schema.max-properties", "/little", "{\"a\":1,\"b\":2}", "{\"a\":1}"),
        value("schema.additional-properties", "/closed", "/b", "{\"b\":1}", "{\"a\":1}"),
        value("schema.dependent-required", "/pair", "/b", "{\"a\":1}", "{\"b\":1}"),
        value("schema.any-of", "/reach", "{}", "{\"phone\":\"1\"}"),
        value("schema.one-of", "/either", "4", "5"),
        value("schema.keyword", "/holds", "[1]", "[1,\"a\"]"),
        value("schema.keyword", "/names", "/long", "{\"long\":1}", "{\"lon\":1}"),
        value("schema.keyword", "/never", "1", "1").twin(odd()),
        value(
            "schema.required",
            "/tree",
            "/inner/name",
            "{\"name\":\"a\",\"inner\":{}}",
            "{\"name\":\"a\"}"),
        value("schema.required", "/when", "/why", "{\"size\":10}", "{\"size\":9}"));
  }

  private static String lines(int count) {
    StringBuilder lines = new StringBuilder("[");
    for (int i = 1; i <= count; i++) {
      lines
          .append("{\"label\":\"a\",\"count\":1,\"cost\":")
          .append(i)
          .append(i < count ? "}," : "}]");
    }
    return lines.toString();
  }

  private static Case value(String code, String place, String wrong, String right) {
    return value(code, place, "", wrong, right);
  }

  private static Case value(String code, String place, String below, String wrong, String right) {
    return sent(code, place + below, odd().set(place, wrong), odd().set(place, right));
  }
}
