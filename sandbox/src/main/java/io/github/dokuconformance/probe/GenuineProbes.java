package io.github.dokuconformance.probe;

import static io.github.dokuconformance.probe.Expectation.ACCEPTED;
import static io.github.dokuconformance.probe.Level.INFORMATIONAL;
import static io.github.dokuconformance.probe.Level.MUST;
import static io.github.dokuconformance.probe.Level.SHOULD;

import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.probe.Probe.Reason;
import io.github.dokuconformance.probe.Probe.Recipe;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What DOKU sends, in every way in which HTTP may carry it. */
final class GenuineProbes {
  private static final Reason RECIPE =
      new Reason(
          "a payment that is not acknowledged is never booked; DOKU gives up after three retries",
          "check that the endpoint knows the order (else --order-file), its secret and Client-Id,"
              + " then compare the string to sign line by line: four headers' values, the path of"
              + " the notification URL, the digest of the raw body; no Digest header is sent");
  private static final Reason HEADER_NAMES =
      new Reason(
          "header names have no case: HTTP/2 proxies send them in lower case",
          "look headers up without regard to case");
  private static final Reason MEDIA_TYPE =
      new Reason(
          "DOKU's pages do not fix Content-Type, so a change of it must not stop notifications",
          "read the body as JSON, whatever parameters Content-Type has");
  private static final Reason FRAMING =
      new Reason(
          "the body is read short, so its digest is wrong and the payment is not booked",
          "read the whole body, until Content-Length or the last chunk, before the digest");

  private GenuineProbes() {}

  /** The first message of every run. */
  static Probe plain() {
    return probe(
        "plain",
        MUST,
        "a notification as DOKU sends it",
        RECIPE,
        Sources.PRACTICE,
        s -> s.genuine());
  }

  static List<Probe> all(NotificationForm form) {
    return List.of(
        probe(
            "status-failed",
            MUST,
            form.status() + " FAILED",
            new Reason(
                "DOKU repeats what is not acknowledged, and the order stays open at the merchant",
                "acknowledge FAILED with 2xx, and mark the order as failed"),
            Sources.BODY,
            s -> s.draft(Spelling.compact(s.failure())).sign()),
        probe(
            "lower-case-names",
            MUST,
            "header names in lower case",
            HEADER_NAMES,
            Sources.HTTP,
            s -> renamed(s.genuine(), name -> name.toLowerCase(Locale.ROOT))),
        probe(
            "upper-case-names",
            MUST,
            "header names in upper case",
            HEADER_NAMES,
            Sources.HTTP,
            s -> renamed(s.genuine(), name -> name.toUpperCase(Locale.ROOT))),
        probe(
            "content-type-charset",
            MUST,
            "Content-Type: application/json; charset=utf-8",
            MEDIA_TYPE,
            Sources.HTTP,
            s -> with(s.genuine(), "Content-Type", "application/json; charset=utf-8")),
        probe(
            "no-content-type",
            INFORMATIONAL,
            "no Content-Type header, which DOKU's header table does not list",
            MEDIA_TYPE,
            Sources.HEADERS,
            s -> s.genuine().withHeaders(s.genuine().headers().without("Content-Type"))),
        probe(
            "request-id-128",
            MUST,
            "a Request-Id of 128 characters that is no UUID",
            new Reason(
                "DOKU allows any random text of up to 128 characters as Request-Id",
                "take a Request-Id as opaque text, and give its column room for 128 characters"),
            Sources.HEADERS,
            s -> s.draft().requestId(longest(s.requestId())).sign()),
        probe(
            "query",
            SHOULD,
            "the notification URL with a query, signed over the path alone",
            new Reason(
                "who configures a URL with a query gets no notification through",
                "sign the path of the URL alone, without the query"),
            Sources.PATH_ONLY,
            s -> s.draft().to(withQuery(s.merchant().target())).sign()),
        probe(
                "in-pieces",
                MUST,
                "head and body in segments, with pauses",
                FRAMING,
                Sources.HTTP,
                s -> s.genuine())
            .by(Transmission.IN_PIECES),
        probe(
                "chunked",
                SHOULD,
                "Transfer-Encoding: chunked",
                FRAMING,
                Sources.HTTP,
                s -> s.genuine())
            .by(Transmission.CHUNKED),
        probe(
                "beside-stalled",
                SHOULD,
                "a notification while another connection has sent half a message and keeps still",
                new Reason(
                    "one silent connection keeps every payment from being booked",
                    "serve connections side by side, and end those that do not go on"),
                Sources.ROBUST,
                s -> s.genuine())
            .by(Transmission.BESIDE_STALLED),
        probe(
            "twelve-hours-old",
            SHOULD,
            "Request-Timestamp and signature of 12 hours ago, as in DOKU's last retry",
            new Reason(
                "a notification that failed at first may never get through",
                "let Request-Timestamp be at least 12 h old; the 3600 s limit is for requests to DOKU"),
            Sources.RETRIED,
            s -> s.draft().timestamp(ago(s, Duration.ofHours(12))).sign()));
  }

  /** The last message of every run: what came before must not have left a mark. */
  static Probe last() {
    return probe(
        "after-attack",
        MUST,
        "a notification as DOKU sends it, after all hostile messages",
        new Reason(
            "an attacker who can send rubbish can keep real payments from being booked",
            "do not shut out the sender after refusals: an address can be shared or forged"),
        Sources.PRACTICE,
        s -> s.genuine());
  }

  static String ago(Setting setting, Duration age) {
    return Timestamps.format(setting.now().minus(age));
  }

  static Request with(Request request, String name, String value) {
    return request.withHeaders(request.headers().with(name, value));
  }

  private static Probe probe(
      String name, Level level, String sent, Reason reason, Source source, Recipe recipe) {
    return Probe.of("genuine." + name, level, ACCEPTED, sent, reason, source, recipe);
  }

  static Request renamed(Request request, UnaryOperator<String> rename) {
    List<Header> renamed =
        request.headers().stream()
            .map(header -> new Header(rename.apply(header.name()), header.value()))
            .toList();
    return request.withHeaders(new Headers(renamed));
  }

  private static String longest(String id) {
    return (id.replace("-", ".") + "~".repeat(128)).substring(0, 128);
  }

  private static Target withQuery(Target target) {
    return Target.of(target.raw() + (target.query().isPresent() ? "&" : "?") + "probe=1");
  }
}
