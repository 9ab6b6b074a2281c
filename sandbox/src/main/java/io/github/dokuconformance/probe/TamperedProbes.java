package io.github.dokuconformance.probe;

import static io.github.dokuconformance.probe.Expectation.REFUSED;
import static io.github.dokuconformance.probe.Level.MUST;
import static io.github.dokuconformance.signature.nonsnap.HeaderNames.REQUEST_ID;
import static io.github.dokuconformance.signature.nonsnap.HeaderNames.REQUEST_TIMESTAMP;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.probe.Probe.Reason;
import io.github.dokuconformance.probe.Probe.Recipe;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Messages that DOKU signed and somebody changed on the way. */
final class TamperedProbes {
  private static final Reason CONTENT =
      new Reason(
          "who saw one genuine message can rewrite what it says",
          "verify the signature over the body that you act on");
  private static final Reason BYTES =
      new Reason(
          "the endpoint verifies its own rewriting of the body, not the bytes that came",
          "digest the raw body, without trimming it or writing it anew");
  private static final Reason HEADERS =
      new Reason(
          "the check does not cover a header that DOKU signed, so replays look new",
          "build the string to sign from the headers that came with the message");

  private TamperedProbes() {}

  static List<Probe> all() {
    return List.of(
        order("amount", "another amount", s -> s.order().withAmount(s.order().amount() + 1)),
        order(
            "invoice-number",
            "another order's invoice number",
            s -> s.order().withInvoiceNumber(s.other().invoiceNumber())),
        tampered("status", "FAILED signed, SUCCESS sent", CONTENT, TamperedProbes::status),
        bytes(
            "white-space",
            "one space added between two members",
            text -> text.replaceFirst(",", ", ")),
        bytes("trailing-newline", "LF added after the body", text -> text + "\n"),
        tampered(
            "request-id",
            "another Request-Id",
            HEADERS,
            s -> GenuineProbes.with(s.genuine(), REQUEST_ID, s.requestId() + "-2")),
        tampered(
            "timestamp",
            "Request-Timestamp a second later",
            HEADERS,
            s ->
                GenuineProbes.with(
                    s.genuine(), REQUEST_TIMESTAMP, GenuineProbes.ago(s, Duration.ofSeconds(-1)))));
  }

  private static Probe tampered(String name, String change, Reason reason, Recipe recipe) {
    return Probe.of(
        "tampered." + name,
        MUST,
        REFUSED,
        "changed after signing: " + change,
        reason,
        Sources.VERIFY,
        recipe);
  }

  private static Probe order(String name, String change, Function<Setting, ProbedOrder> changed) {
    return tampered(
        name,
        change,
        CONTENT,
        s -> s.genuine().withBody(s.withOrder(changed.apply(s)).draft().body()));
  }

  private static Probe bytes(String name, String change, UnaryOperator<String> rewrite) {
    return tampered(
        name,
        change,
        BYTES,
        s -> {
          Request genuine = s.genuine();
          return genuine.withBody(Body.ofUtf8(rewrite.apply(genuine.body().toDisplayText())));
        });
  }

  private static Request status(Setting setting) {
    String failed = Spelling.compact(setting.failure());
    return setting.draft(failed).sign().withBody(setting.draft().body());
  }
}
