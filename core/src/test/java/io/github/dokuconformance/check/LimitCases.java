package io.github.dokuconformance.check;

import static io.github.dokuconformance.check.Draft.cancel;
import static io.github.dokuconformance.check.Draft.checkout;
import static io.github.dokuconformance.check.Draft.notification;
import static io.github.dokuconformance.check.Draft.order;
import static io.github.dokuconformance.check.Draft.refund;
import static io.github.dokuconformance.check.Draft.snap;
import static io.github.dokuconformance.check.Draft.status;
import static io.github.dokuconformance.check.RuleCases.ERROR_BODY;
import static io.github.dokuconformance.check.RuleCases.got;
import static io.github.dokuconformance.check.RuleCases.sent;

import io.github.dokuconformance.check.RuleCases.Case;
import io.github.dokuconformance.message.Headers;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Each rule just beyond its limit, and its twin just within. */
final class LimitCases {
  private static final String ACCOUNT = "/virtualAccountNo";
  private static final String CONFIG = "/additionalInfo/virtualAccountConfig";
  private static final String LEAST = CONFIG + "/minAmount";
  private static final String MOST = CONFIG + "/maxAmount";
  private static final String TYPE = "/virtualAccountTrxType";
  private static final String TIME = "Request-Timestamp";
  private static final String OVERRIDE = "/additional_info/override_notification_url";

  private LimitCases() {}

  static List<Case> all() {
    return Stream.of(amounts(), identifiers(), headers(), endpoints(), urls(), answers())
        .flatMap(List::stream)
        .toList();
  }

  private static Draft create() {
    return snap("snap.va.create");
  }

  private static List<Case> amounts() {
    String items = "/order/line_items";
    return List.of(
        sent("amount.limits-fixed", MOST, create().remove(LEAST).text(TYPE, "C"), create()),
        sent("amount.limits-fixed", LEAST, create().remove(MOST).text(TYPE, "C"), create()),
        sent("amount.limits-fixed", LEAST, create().text(TYPE, "C"), create().remove(TYPE)),
        sent(
            "amount.limits-fixed",
            LEAST,
            create().text(TYPE, "C"),
            create().text(TYPE, "C").remove(LEAST).remove(MOST)),
        sent(
            "amount.limits-order",
            LEAST,
            create().text(LEAST, "10000.00").text(MOST, "10000.00"),
            create().text(LEAST, "9999.99").text(MOST, "10000.00")),
        sent(
            "amount.limits-order",
            LEAST,
            create().text(LEAST, "9").text(MOST, "8"),
            create().text(LEAST, "9").remove(MOST)),
        sent("amount.spelling", "/order/amount", order().set("/order/amount", "90001.0"), order()),
        sent("amount.spelling", "/order/amount", order().set("/order/amount", "0.00"), order()),
        sent(
            "amount.spelling",
            "/order/amount",
            order().set("/order/amount", "90001.0"),
            order().set("/order/amount", "90001.5")),
        got(
            "amount.spelling",
            "/order/amount",
            order().respond("/order/amount", "90000.00"),
            order().respondText("/order/amount", "90000.00")),
        sent(
            "amount.sum",
            "/order/amount",
            order().set("/order/amount", "1"),
            order().set("/order/amount", "1").set(items, "[]")),
        sent(
            "amount.sum",
            "/order/amount",
            order().set("/order/amount", "1"),
            order().set("/order/amount", "1").remove(items)),
        sent(
            "amount.sum",
            "/order/amount",
            order().set("/order/amount", "1"),
            order().set("/order/amount", "1").set(items + "/0/price", "\"a lot\"")),
        sent(
            "amount.sum",
            "/order/amount",
            order().set("/order/amount", "1"),
            order().set("/order/amount", "1").remove(items + "/1/quantity")),
        sent(
            "amount.sum",
            "/order/amount",
            order().set("/order/amount", "1"),
            order().set("/order/amount", "null")),
        got(
            "echo.amount",
            "/order/amount",
            order().respond("/order/amount", "90001"),
            order().respond("/order/amount", "90000.00")),
        got(
            "echo.amount",
            "/order/amount",
            order().respond("/order/amount", "90001"),
            order().respond("/order/amount", "null")));
  }

  private static List<Case> identifiers() {
    String name = "/payment/identifier/0/name";
    String channel = "/additionalInfo/channel";
    return List.of(
        sent(
            "account.number",
            ACCOUNT,
            create().text(ACCOUNT, "1"),
            create().text("/partnerServiceId", "").text("/customerNo", "").text(ACCOUNT, "1")),
        sent(
            "account.number",
            ACCOUNT,
            create().text(ACCOUNT, "1"),
            create().text(ACCOUNT, "1").remove("/customerNo")),
        sent("account.number", ACCOUNT, create().text(ACCOUNT, "1"), create().set(ACCOUNT, "1")),
        sent(
            "channel.unknown-name",
            channel,
            create().text(channel, "x"),
            create().text(channel, "")),
        sent(
            "channel.unknown-name",
            channel,
            create().text(channel, "x"),
            create().set(channel, "1")),
        sent("identifier.unknown-name", name, refund().text(name, ""), refund().set(name, "1")),
        got(
            "identifier.control-character",
            "/order/invoice_number",
            order().respondText("/order/invoice_number", "INV\n0001"),
            order().respondText("/order/invoice_number", "INV 0001")),
        sent(
            "identifier.control-character",
            "/order/invoice_number",
            order().text("/order/invoice_number", "INV\u007f"),
            order().text("/order/invoice_number", "INV~")),
        got(
            "echo.invoice-number",
            "/order/invoice_number",
            order().respondText("/order/invoice_number", "other"),
            order().respond("/order/invoice_number", "1")),
        got(
            "echo.client-id",
            "Client-Id",
            order().responseHeader("Client-Id", "MCH-OTHER"),
            order().withoutResponseHeader("Client-Id")),
        got(
            "echo.client-id",
            "Client-Id",
            order().responseHeader("Client-Id", "MCH-OTHER"),
            order().responseHeader("Client-Id", "MCH-OTHER").status(400)));
  }

  private static List<Case> headers() {
    return List.of(
        sent(
            "header.request-id-weak",
            "Request-Id",
            order().requestId("99999"),
            order().requestId("100000")),
        sent(
            "header.request-id-weak",
            "Request-Id",
            order().requestId("1999999999"),
            order().requestId("199999999")),
        sent(
            "header.request-id-weak",
            "Request-Id",
            order().requestId("1999999999999"),
            order().requestId("199999999999")),
        sent(
            "header.request-id-weak",
            "Request-Id",
            order().requestId("1"),
            notification().requestId("1")),
        sent(
            "header.control-character",
            "Client-Id",
            order().header("Client-Id", "MCH\u001f1"),
            order().header("Client-Id", "MCH 1")),
        sent(
            "header.control-character",
            "Client-Id",
            order().header("Client-Id", "MCH\u007f1"),
            order().header("Client-Id", "MCH~1")),
        sent(
            "header.missing",
            "Client-Id",
            Draft.to("/elsewhere", "{}", "{}").withoutHeader("Client-Id"),
            Draft.to("/elsewhere", "{}", "{}").headers(headers -> Headers.of("Host", "a.example"))),
        sent(
            "header.digest-sent",
            "Digest",
            Draft.to("/elsewhere", "{}", "{}").header("Digest", "x"),
            create().header("Digest", "x")),
        sent(
            "header.digest-sent",
            "Digest",
            Draft.to("/elsewhere", "{}", "{}").header("Digest", "x"),
            Draft.to("/elsewhere", "{}", "{}").headers(headers -> Headers.of("Digest", "x"))),
        sent(
            "header.content-type-missing",
            "Content-Type",
            order().withoutHeader("Content-Type"),
            status()),
        sent(
            "header.content-type-missing",
            "Content-Type",
            order().withoutHeader("Content-Type"),
            Draft.to("/elsewhere", "{}", "{}").withoutHeader("Content-Type")),
        sent(
            "header.content-type",
            "Content-Type",
            order().header("Content-Type", "application/jsonp"),
            order().header("Content-Type", " application/json ")),
        sent(
            "header.timestamp-calendar",
            TIME,
            at("1969-12-31T23:59:59Z"),
            at("1970-01-01T00:00:00Z")),
        sent(
            "header.timestamp-calendar",
            TIME,
            at("2201-01-01T00:00:00Z"),
            at("2200-12-31T23:59:59Z")),
        sent(
            "header.timestamp-fraction",
            TIME,
            at("2026-01-02T03:04:05,5Z"),
            at("2026-01-02T03:04:05")),
        sent(
            "header.timestamp-offset",
            TIME,
            at("2026-01-02T03:04:05-00"),
            at("2026-01-02T03:04:05")),
        sent("header.timestamp-format", TIME, at("2026-01-02T03:04:05"), at(" ")),
        sent("header.timestamp-epoch", TIME, at("1767323045.5"), at("17673230451")),
        got(
            "header.timestamp-format",
            "Response-Timestamp",
            order().responseHeader("Response-Timestamp", "now"),
            notification().responseHeader("Response-Timestamp", "now")),
        sent(
            "header.time-form",
            "X-TIMESTAMP",
            create().requestTime("2026-01-31T24:30:00+07:00"),
            create().requestTime("2026-01-31T23:30:00+07:00")),
        sent(
            "header.time-form",
            "X-TIMESTAMP",
            create().requestTime("2026-01-31T09:30:00+19:00"),
            create().requestTime("2026-01-31T09:30:00+18:00")),
        sent(
            "header.time-form",
            "X-TIMESTAMP",
            create().requestTime("2026-01-31T09:30:00.1234567890+07:00"),
            create().requestTime("2026-01-31T09:30:00.123456789+07:00")),
        sent(
            "header.time-form",
            "X-TIMESTAMP",
            create().requestTime("2026-01-31T09:30:00.+07:00"),
            create().requestTime("2026-01-31T09:30:00.1Z")),
        sent(
            "header.time-form",
            "X-TIMESTAMP",
            create().requestTime("2026-01-31T09:30:00+07"),
            create().requestTime("2026-01-31T09:30:00-0330")),
        sent(
            "header.time-form",
            "X-TIMESTAMP",
            create().requestTime("2026-01-31T09:30:00*07:00"),
            create().requestTime("2026-01-31T09:30:00+07:00")),
        sent(
            "header.bearer-missing",
            "Authorization",
            create().header("Authorization", "Bearer"),
            create().header("Authorization", "Bearer  FAKE.TOKEN.NOT-A-SECRET")),
        sent(
            "header.time-form",
            "X-TIMESTAMP",
            create().header("X-TIMESTAMP", "now"),
            create().header("X-TIMESTAMP", " ")),
        sent(
            "header.channel-id-length",
            "CHANNEL-ID",
            create().header("CHANNEL-ID", "123456"),
            create().header("CHANNEL-ID", "😀😀😀😀😀")),
        sent(
            "header.external-id-weak",
            "X-EXTERNAL-ID",
            create().requestId("1234567890"),
            create().requestId("12345678901")),
        sent(
            "header.token-expired",
            "Authorization",
            create().header("Authorization", SnapCases.token("{\"exp\":1}")),
            create().header("Authorization", SnapCases.token("{\"exp\":0}"))),
        sent(
            "header.token-expired",
            "Authorization",
            create().header("Authorization", SnapCases.token("{\"exp\":1}")),
            create().header("Authorization", "Bearer FAKE.!.NOT-A-SECRET")),
        sent(
            "header.token-expired",
            "Authorization",
            create().header("Authorization", SnapCases.token("{\"exp\":1}")),
            snap("snap.va.inquiry").header("Authorization", SnapCases.token("{\"exp\":1}"))),
        sent(
            "header.token-expired",
            "Authorization",
            create().header("Authorization", SnapCases.token("{\"exp\":1}")),
            create()
                .header("Authorization", SnapCases.token("{\"exp\":1}"))
                .header("X-TIMESTAMP", "now")));
  }

  private static Draft at(String time) {
    return order().requestTime(time);
  }

  private static List<Case> endpoints() {
    String path = "/akulaku-peer-to-peer/v2/generate-order";
    return List.of(
        sent("operation.wrong-endpoint", "", order().target("/api" + path), order()),
        sent("operation.wrong-endpoint", "", order().target(path.replace("/v2", "//v2")), order()),
        sent(
            "operation.wrong-endpoint", "", order().target(path.toUpperCase(Locale.ROOT)), order()),
        sent(
            "operation.wrong-endpoint",
            "",
            order().target("/generate-order"),
            order().target("/order")),
        sent("operation.unknown", "", order().target("/-order"), order().target("/generate-order")),
        sent(
            "operation.query",
            "",
            order().target(path + "?a=b"),
            status().target("/orders/v1/status/INV-FAKE-0001?a=b")),
        sent("body.unexpected", "", status().body("{}"), order()),
        got("body.missing", "", status().response(200, ""), notification().response(200, "")));
  }

  private static List<Case> urls() {
    return List.of(
        sent(
            "url.unreachable",
            OVERRIDE,
            order().text(OVERRIDE, "http://my.localhost/x"),
            order().text(OVERRIDE, "http://mylocalhost.example/x")),
        sent(
            "url.unreachable",
            OVERRIDE,
            order().text(OVERRIDE, "http://printer.local/x"),
            order().text(OVERRIDE, "http://printer.locale/x")),
        sent(
            "url.unreachable",
            OVERRIDE,
            order().text(OVERRIDE, "http://172.16.0.1/x"),
            order().text(OVERRIDE, "http://172.15.0.1/x")),
        sent(
            "url.unreachable",
            OVERRIDE,
            order().text(OVERRIDE, "http://[fd00::1]/x"),
            order().text(OVERRIDE, "http://[2001:db8::1]/x")),
        sent(
            "url.override-path",
            OVERRIDE,
            order().notificationPath("/other"),
            order().notificationPath("/other").remove(OVERRIDE)),
        sent(
            "url.invalid",
            "/order/callback_url",
            order().text("/order/callback_url", "https://merchant.example/\"a\""),
            order().set("/order/callback_url", "1")));
  }

  private static List<Case> answers() {
    String code = "/responseCode";
    return List.of(
        got("response.refused", "", order().response(300, ERROR_BODY), order().status(299)),
        got("response.refused", "", order().response(409, ERROR_BODY), order().response(409, "{}")),
        got(
            "echo.response-timestamp",
            "Response-Timestamp",
            order().responseTime("2026-01-02T03:03:04Z"),
            order().responseTime("2026-01-02T03:03:04Z").status(400)),
        got(
            "response-code.status",
            code,
            create().respondText(code, "2012700"),
            create().respondText(code, "20127000")),
        got(
            "response-code.status",
            code,
            create().respondText(code, "2012700"),
            create().respondText(code, "201270x")),
        got(
            "schema.unknown-field",
            "/surprise",
            snap("snap.va.inquiry").respond("/surprise", "1"),
            snap("snap.va.inquiry").respond("/surprise", "1").status(500)),
        sent(
            "schema.unknown-field",
            "/surprise",
            checkout().set("/surprise", "1"),
            notification().set("/surprise", "1")),
        got(
            "order.failed",
            "/payment/status",
            order().respondText("/payment/status", "FAILED"),
            cancel()));
  }
}
