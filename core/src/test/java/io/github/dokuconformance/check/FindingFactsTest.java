package io.github.dokuconformance.check;

import static io.github.dokuconformance.finding.Part.REQUEST;
import static io.github.dokuconformance.finding.Part.RESPONSE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** How much a finding weighs, and its facts and hint where they depend on what came. */
class FindingFactsTest {
  private static final String CONFIG = "/additionalInfo/virtualAccountConfig";

  static Stream<Arguments> words() {
    return Stream.of(
        said(
            REQUEST,
            "amount.limits-fixed",
            Draft.snap("snap.va.create").text("/virtualAccountTrxType", "C"),
            "error",
            "wanted nothing beside type \"C\", got 5000.00",
            ""),
        said(
            REQUEST,
            "amount.limits-fixed",
            Draft.snap("snap.va.create")
                .text("/virtualAccountTrxType", "C")
                .remove(CONFIG + "/minAmount"),
            "error",
            "wanted nothing beside type \"C\", got 20000.00",
            ""),
        said(
            REQUEST,
            "amount.limits-order",
            Draft.snap("snap.va.create").text(CONFIG + "/minAmount", "20000.00"),
            "error",
            "wanted less than 20000.00, got 20000.00",
            ""),
        said(
            REQUEST,
            "amount.spelling",
            Draft.order().set("/order/amount", "90000.00"),
            "error",
            "got 90000.00",
            "Send 90000"),
        said(
            REQUEST,
            "amount.spelling",
            Draft.order().set("/order/amount", "9e4"),
            "warning",
            "got 9E+4",
            "Send 90000"),
        said(
            REQUEST,
            "amount.spelling",
            Draft.notification().set("/order/amount", "90000.0"),
            "note",
            "got 90000.0",
            "Read amounts as decimal numbers"),
        said(
            REQUEST,
            "amount.sum",
            Draft.order().set("/order/amount", "1"),
            "error",
            "wanted 90000 (30000×2 + 30000×1), got 1",
            ""),
        said(
            REQUEST,
            "amount.sum",
            Draft.order().set("/order/line_items", items(5)),
            "error",
            "wanted 10 (1×2 + 1×2 + 1×2 + 1×2 + 1×2), got 90000",
            ""),
        said(
            REQUEST,
            "amount.sum",
            Draft.order().set("/order/line_items", items(7)),
            "error",
            "wanted 14 (1×2 + 1×2 + 1×2 + 1×2 + 1×2 + … 2 more), got 90000",
            ""),
        said(
            REQUEST,
            "amount.sum",
            Toy.pay().set("/deal/total", "1"),
            "error",
            "wanted 70 (20×3 + 10×1), got 1",
            ""),
        said(REQUEST, "body.unexpected", Draft.status().body("{}"), "warning", "got 2 bytes", ""),
        said(
            RESPONSE,
            "body.missing",
            Draft.order().response(200, ""),
            "error",
            "got an empty body",
            "Record the response's body too"),
        said(
            RESPONSE,
            "body.missing",
            Draft.snap("snap.va.inquiry").response(200, ""),
            "error",
            "got an empty body",
            "Send the body"),
        said(
            REQUEST,
            "channel.unknown-name",
            Draft.snap("snap.va.create").text("/additionalInfo/channel", "VIRTUAL_ACCOUNT_MANDIRI"),
            "warning",
            "got \"VIRTUAL_ACCOUNT_MANDIRI\", wanted VIRTUAL_ACCOUNT_BANK_MANDIRI",
            ""),
        said(
            REQUEST,
            "header.content-type-charset",
            Draft.order().header("Content-Type", "application/json; charset=\"ISO-8859-1\""),
            "warning",
            "got ISO-8859-1",
            ""),
        said(
            REQUEST,
            "header.needed",
            Draft.snap("snap.va.create").withoutHeader("CHANNEL-ID"),
            "error",
            "got nothing",
            "Add the header"),
        said(
            REQUEST,
            "header.needed",
            Draft.snap("snap.va.create").withoutHeader("CHANNEL-ID").header("X-CHANNEL-ID", "H2H"),
            "error",
            "got X-CHANNEL-ID",
            "The name has no X- before it"),
        said(
            REQUEST,
            "header.missing",
            Draft.order().withoutHeader("Client-Id"),
            "error",
            "got nothing",
            "Add the header"),
        said(
            REQUEST,
            "header.missing",
            Draft.snap("snap.va.create").withoutHeader("X-PARTNER-ID"),
            "error",
            "got nothing",
            "Add the header"),
        said(
            REQUEST,
            "header.missing",
            Draft.snap("snap.va.create").withoutHeader("X-PARTNER-ID").header("X-CLIENT-KEY", "M"),
            "error",
            "got X-CLIENT-KEY",
            "X-CLIENT-KEY is the name in another kind of request"),
        said(
            RESPONSE,
            "header.missing",
            Draft.order().withoutResponseHeader("Response-Timestamp"),
            "error",
            "got nothing",
            "Record the response's headers too"),
        said(
            RESPONSE,
            "header.missing",
            Toy.ask().withoutResponseHeader("Response-Timestamp"),
            "error",
            "got nothing",
            "Add the header"),
        said(
            REQUEST,
            "header.repeated",
            Draft.order().repeatHeader("Request-Id"),
            "error",
            "got 2 times",
            ""),
        said(
            REQUEST,
            "header.request-id-length",
            Draft.order().requestId("é".repeat(129)),
            "error",
            "wanted at most 128 characters, got 129 characters",
            ""),
        said(
            REQUEST,
            "header.request-id-weak",
            Draft.order().requestId("INV-20210707-0001"),
            "warning",
            "got \"INV-20210707-0001\", which is the invoice number",
            ""),
        said(
            REQUEST,
            "header.request-id-weak",
            Draft.order().requestId("99999"),
            "warning",
            "got \"99999\", a number below 100000",
            ""),
        said(
            REQUEST,
            "header.request-id-weak",
            Draft.order().requestId("1767323045"),
            "warning",
            "got \"1767323045\", which looks like a clock's time: two requests at once share it",
            ""),
        said(
            REQUEST,
            "header.request-id-differs",
            Draft.jenius().requestId("INV-FAKE-0002"),
            "error",
            "wanted \"INV-FAKE-0001\", got \"INV-FAKE-0002\"",
            ""),
        said(
            REQUEST,
            "header.timestamp-offset",
            Draft.order().requestTime("2026-01-02T03:04:05+00:00"),
            "warning",
            "wanted yyyy-MM-ddTHH:mm:ssZ in UTC, such as 2026-01-31T09:30:00Z, got \"2026-01-02T03:04:05+00:00\"",
            "Write Z"),
        said(
            REQUEST,
            "header.timestamp-offset",
            Draft.order().requestTime("2026-01-02T10:04:05+07:00"),
            "error",
            "wanted yyyy-MM-ddTHH:mm:ssZ in UTC, such as 2026-01-31T09:30:00Z, got \"2026-01-02T10:04:05+07:00\"",
            "Convert to UTC and write Z"),
        said(
            REQUEST,
            "header.timestamp-local-time",
            Draft.order().now("2026-01-01T20:04:05Z"),
            "error",
            "wanted within 3600 s of 2026-01-01T20:04:05Z, got 2026-01-02T03:04:05Z, which is 7 h ahead, as local time at UTC+7",
            ""),
        said(
            REQUEST,
            "header.timestamp-local-time",
            Draft.order().now("2026-01-02T08:04:05Z"),
            "error",
            "wanted within 3600 s of 2026-01-02T08:04:05Z, got 2026-01-02T03:04:05Z, which is 5 h behind, as local time at UTC-5",
            ""),
        said(
            REQUEST,
            "header.timestamp-out-of-range",
            Draft.order().now("2026-01-02T04:04:06Z"),
            "error",
            "wanted within 3600 s of 2026-01-02T04:04:06Z, got 2026-01-02T03:04:05Z, which is 3601 s behind",
            ""),
        said(
            REQUEST,
            "header.timestamp-out-of-range",
            Draft.order().now("2026-01-02T02:04:04Z"),
            "error",
            "wanted within 3600 s of 2026-01-02T02:04:04Z, got 2026-01-02T03:04:05Z, which is 3601 s ahead",
            ""),
        said(
            REQUEST,
            "header.bearer-missing",
            Draft.snap("snap.va.create").header("Authorization", "FAKE.TOKEN"),
            "error",
            "got \"10 characters\"",
            ""),
        said(
            REQUEST,
            "header.channel-id-length",
            Draft.snap("snap.va.create").header("CHANNEL-ID", "WEBSITE"),
            "error",
            "got \"WEBSITE\"",
            ""),
        said(
            REQUEST,
            "header.token-expired",
            Draft.snap("snap.va.create")
                .header("Authorization", SnapCases.token("{\"exp\":1767323045}")),
            "warning",
            "wanted a token that ends after X-TIMESTAMP, 2026-01-02T03:04:05Z, got one that ended at 2026-01-02T03:04:05Z",
            ""),
        said(
            RESPONSE,
            "json.number-precision",
            Draft.order().respond("/a", "123456789012345678"),
            "note",
            "got 123456789012345678, which a double reads as 1.2345678901234568E17",
            "Read it as a big integer or as text"),
        said(
            REQUEST,
            "json.number-precision",
            Draft.order().set("/a", "123456789012345678"),
            "warning",
            "got 123456789012345678, which a double reads as 1.2345678901234568E17",
            "Many parsers read numbers as doubles"),
        said(
            RESPONSE,
            "json.malformed",
            Draft.order().response(200, "<html>"),
            "error",
            "got Unexpected character",
            ""),
        said(
            RESPONSE,
            "json.malformed",
            Draft.order().response(502, "<html>"),
            "note",
            "got Unexpected character",
            ""),
        said(
            REQUEST,
            "operation.misnamed",
            Draft.order().operation("akulaku.order"),
            "error",
            "got \"akulaku.order\"",
            ""),
        said(
            REQUEST,
            "operation.wrong-endpoint",
            Draft.order().method("PUT"),
            "error",
            "wanted POST /akulaku-peer-to-peer/v2/generate-order, got PUT /akulaku-peer-to-peer/v2/generate-order",
            ""),
        said(
            REQUEST,
            "operation.wrong-endpoint",
            Draft.notification().operation("akulaku.notification").method("GET"),
            "error",
            "wanted POST your own path, got GET /payments/notifications",
            ""),
        said(
            REQUEST,
            "operation.unknown",
            Draft.to("/elsewhere", "{}", "{}"),
            "note",
            "got POST /elsewhere",
            ""),
        said(
            REQUEST,
            "operation.query",
            Draft.order().target("/akulaku-peer-to-peer/v2/generate-order?"),
            "warning",
            "got \"?\"",
            ""),
        said(
            RESPONSE,
            "order.failed",
            Draft.order().respondText("/payment/status", "FAILED"),
            "note",
            "",
            ""),
        said(
            RESPONSE,
            "response.refused",
            Draft.order().response(400, "{\"error\":{\"message\":\"no\"}}"),
            "note",
            "got 400 \"no\"",
            ""),
        said(
            RESPONSE,
            "response.refused",
            Draft.order().response(400, "{\"error\":\"no\"}"),
            "note",
            "got 400 \"no\"",
            ""),
        said(
            RESPONSE,
            "response.refused",
            Draft.order().response(400, "{\"message\":[\"no\",\"never\"]}"),
            "note",
            "got 400 \"no\"",
            ""),
        said(
            RESPONSE,
            "response.refused",
            Draft.order().response(400, "{\"message\":[1]}"),
            "note",
            "got 400",
            ""),
        said(RESPONSE, "response.refused", Draft.order().response(503, ""), "note", "got 503", ""),
        said(
            RESPONSE,
            "response-code.status",
            Draft.snap("snap.va.create").response(404, "{\"responseCode\":\"2002700\"}"),
            "error",
            "wanted 404…, got 2002700",
            ""),
        said(
            RESPONSE,
            "response-code.service",
            Draft.snap("snap.va.create").response(200, "{\"responseCode\":\"2002500\"}"),
            "error",
            "wanted 2002700, got 2002500",
            ""),
        said(
            RESPONSE,
            "response-code.service",
            Draft.snap("snap.va.create").response(404, "{\"responseCode\":\"4042512\"}"),
            "note",
            "wanted 4042712, got 4042512",
            ""),
        said(
            RESPONSE,
            "response-code.case",
            Draft.snap("snap.va.create").response(404, "{\"responseCode\":\"4042799\"}"),
            "note",
            "wanted a case of 404 that the standard has, got 4042799",
            ""),
        said(
            RESPONSE,
            "response-code.case",
            Draft.snap("snap.va.create").response(299, "{\"responseCode\":\"2992799\"}"),
            "note",
            "wanted a status that the standard has, got 2992799",
            ""),
        said(
            RESPONSE,
            "echo.amount",
            Draft.order().respond("/order/amount", "1"),
            "error",
            "wanted 90000, got 1",
            ""),
        said(
            RESPONSE,
            "echo.amount",
            Toy.pay().respond("/deal/total", "1"),
            "error",
            "wanted 70, got 1",
            ""),
        said(
            RESPONSE,
            "echo.client-id",
            Draft.order().responseHeader("Client-Id", "MCH-OTHER"),
            "error",
            "wanted \"MCH-FAKE-0001\", got \"MCH-OTHER\"",
            ""),
        said(
            RESPONSE,
            "echo.invoice-number",
            Draft.order().respondText("/order/invoice_number", "other"),
            "error",
            "wanted \"INV-20210707-0001\", got \"other\"",
            ""),
        said(
            RESPONSE,
            "echo.response-timestamp",
            Draft.order().responseTime("2026-01-02T03:03:04Z"),
            "note",
            "wanted not before 2026-01-02T03:04:05Z, got 2026-01-02T03:03:04Z, 61 s before",
            ""),
        said(
            REQUEST,
            "schema.required",
            Draft.order().remove("/order/callback_url"),
            "error",
            "wanted a value, got nothing",
            "Add the field"),
        said(
            RESPONSE,
            "schema.required",
            Draft.order().removeAnswer("/payment/url"),
            "error",
            "wanted a value, got nothing",
            "If DOKU sent this"),
        said(
            RESPONSE,
            "schema.not",
            Draft.order().response(500, "{\"oops\":1}"),
            "note",
            "wanted one of error, errors, error_messages, message, got an object",
            ""),
        said(
            REQUEST,
            "schema.min-length",
            Draft.cancel().text("/order/invoice_number", ""),
            "warning",
            "wanted at least 1 character, got 0 characters (\"\")",
            ""),
        said(
            REQUEST,
            "url.override-path",
            Draft.order().notificationPath("/other"),
            "error",
            "wanted /other, got /payments/notifications",
            ""),
        said(
            REQUEST,
            "url.override-path",
            Toy.pay().notificationPath("/other"),
            "error",
            "wanted /other, got /told",
            ""),
        said(
            REQUEST,
            "url.invalid",
            Draft.order().text("/order/callback_url", "https://merchant.example/a%zz"),
            "error",
            "got \"https://merchant.example/a%zz\" (Malformed escape pair)",
            ""),
        said(
            RESPONSE,
            "docs.retry-status",
            Draft.order().response(409, "{}"),
            "note",
            "got 409",
            ""),
        said(
            RESPONSE,
            "docs.response-request-id",
            Draft.cancel().responseId("other"),
            "note",
            "got other, not 3f0c8d1e-6a55-4b0e-9d3b-fake00000001",
            ""),
        said(
            RESPONSE,
            "docs.refund-response-timestamp",
            Draft.refund().responseTime("2026-01-01T03:04:05Z"),
            "note",
            "got 86400 s before Request-Timestamp",
            ""),
        said(
            RESPONSE,
            "docs.payment-url-reference",
            Draft.order(),
            "note",
            "got refNo MCH-0022-2599139268305MUR-20210712-0010 beside the identifier MCH-0001-10791114622547MUR-20210707-0001",
            ""),
        said(
            REQUEST,
            "docs.optional-but-send",
            Draft.order().remove("/customer/state"),
            "warning",
            "got no state",
            ""),
        said(
            REQUEST,
            "docs.amount-as-string",
            Draft.order().text("/order/amount", "90000"),
            "warning",
            "got a string",
            ""),
        said(
            RESPONSE,
            "docs.cancel-payment-status",
            Draft.cancel(),
            "note",
            "got \"CANCELLED\"",
            ""));
  }

  @ParameterizedTest
  @MethodSource("words")
  void areThese(Part part, String code, Draft draft, String severity, String facts, String hint) {
    Finding finding =
        draft.check().findings().stream()
            .filter(it -> it.code().equals(code) && it.part() == part)
            .findFirst()
            .orElseThrow();

    assertThat(finding.severity().id()).isEqualTo(severity);
    assertThat(finding.message()).contains(facts);
    assertThat(finding.hint()).contains(hint);
  }

  private static String items(int count) {
    return "["
        + "{\"name\":\"FAKE\",\"price\":1,\"quantity\":2},".repeat(count - 1)
        + "{\"name\":\"FAKE\",\"price\":1,\"quantity\":2}]";
  }

  private static Arguments said(
      Part part, String code, Draft draft, String severity, String facts, String hint) {
    return argumentSet(code + " " + facts, part, code, draft, severity, facts, hint);
  }
}
