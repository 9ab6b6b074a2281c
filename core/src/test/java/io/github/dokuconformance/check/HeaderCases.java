package io.github.dokuconformance.check;

import static io.github.dokuconformance.check.Draft.jenius;
import static io.github.dokuconformance.check.Draft.notification;
import static io.github.dokuconformance.check.Draft.order;
import static io.github.dokuconformance.check.Draft.status;
import static io.github.dokuconformance.check.RuleCases.ERROR_BODY;
import static io.github.dokuconformance.check.RuleCases.got;
import static io.github.dokuconformance.check.RuleCases.sent;

import io.github.dokuconformance.check.RuleCases.Case;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import java.util.List;
import java.util.Locale;

/** Cases of what stands in the headers. */
final class HeaderCases {
  private static final String TIME = "Request-Timestamp";

  private HeaderCases() {}

  static List<Case> headers() {
    return List.of(
        sent("header.missing", "Client-Id", order().withoutHeader("Client-Id"), order()),
        sent("header.missing", TIME, status().withoutHeader(TIME), status()),
        sent(
            "header.missing",
            "Request-Id",
            notification().withoutHeader("Request-Id"),
            notification().headers(HeaderCases::lowerCase)),
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
            "header.control-character",
            "Request-Id",
            order().requestId("a\u0000b"),
            order().requestId("a\tb")),
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
        sent(
            "header.request-id-differs",
            "Request-Id",
            jenius().requestId("INV-FAKE-0002"),
            jenius()),
        time("header.timestamp-fraction", "2026-01-02T03:04:05.000Z"),
        time("header.timestamp-fraction", "2026-01-02T03:04:05.123456+00:00"),
        time("header.timestamp-offset", "2026-01-02T03:04:05.123456+07:00"),
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

  private static Case time(String code, String text) {
    return sent(code, TIME, order().requestTime(text), order());
  }

  private static Headers lowerCase(Headers headers) {
    return new Headers(
        headers.stream()
            .map(header -> new Header(header.name().toLowerCase(Locale.ROOT), header.value()))
            .toList());
  }
}
