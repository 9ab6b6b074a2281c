package io.github.dokuconformance.check;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.rules.KeyRing;
import io.github.dokuconformance.rules.Subject;
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.SignatureHeader;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Verification;
import io.github.dokuconformance.signature.Verifier;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** Verifies the signatures of an exchange and reports what is wrong with them. */
final class SignatureCheck {
  private static final String WANTED = SignatureHeader.PREFIX + " and the base64 of 32 bytes";
  private static final Source REQUEST =
      Source.documented("developers.doku.com, Signature component from request header");
  private static final Source RESPONSE =
      Source.documented("developers.doku.com, Signature component from response header");
  private static final FindingType MISSING =
      new FindingType(
          "signature.missing",
          Severity.ERROR,
          "a message carries a Signature header",
          "Sign the message: DOKU refuses one without a signature.",
          REQUEST);
  private static final FindingType MALFORMED =
      new FindingType(
          "signature.malformed",
          Severity.ERROR,
          "a Signature header is well formed",
          "Write the prefix and padded standard base64 of the MAC's bytes, nothing else.",
          REQUEST);
  private static final FindingType MISMATCH =
      new FindingType(
          "signature.mismatch",
          Severity.ERROR,
          "the Signature is the HMAC-SHA256 of the message as it came",
          "Compare your string to sign with the one that the command explain shows, line by line.",
          REQUEST);
  private static final FindingType READING =
      new FindingType(
          "signature.reading",
          Severity.NOTE,
          "the signature is right under a reading that DOKU's pages leave open",
          "Accept this form too when you verify, and tell us: it settles an open point.",
          Source.assumed("DOKU's pages are silent or disagree here"));
  private static final FindingType NO_KEY =
      new FindingType(
          "signature.no-secret",
          Severity.NOTE,
          "a secret is given for the Client-Id",
          "Add this Client-Id to the credentials; its signatures were not checked.",
          Source.derived("a signature can be checked only with its secret"));
  private static final Set<String> PLACEHOLDERS =
      Set.of(
          "HMACSHA256=vl9DBTX5KhEiXmnpOD0TSm8PYQknuHPdyHSTSc3W6Ps=",
          "HMACSHA256=9UPUFzOqJc47aJzD9ESOTcWg6TMsg3mqSP+DnUO8ENE=",
          "HMACSHA256=1jap2tpgvWt83tG4J7IhEwUrwmMt71OaIk0oL0e6sPM=",
          "HMACSHA256=OvIRJs/jH8BIcGsktr4d8nnYtxY6E0Uzdm9d1GVgv5s=",
          "HMACSHA256=B1cKBzk/aB1AXADCZkq135bnktxY1o02zmmdd2cVgf12=");

  private SignatureCheck() {}

  static List<FindingType> types() {
    return List.of(MISSING, MALFORMED, MISMATCH, READING, NO_KEY);
  }

  /** Tells whether a finding is about a signature's value, which a diagnosis can explain. */
  static boolean isAboutValue(Finding finding) {
    return finding.code().equals(MISMATCH.code()) || finding.code().equals(MALFORMED.code());
  }

  static SignatureResult request(Subject subject, Consumer<Finding> findings) {
    Headers headers = subject.requestHeaders();
    if (headers.first(Component.SIGNATURE).isEmpty()) {
      if (subject.concernsDoku()) {
        findings.accept(MISSING.at(Part.REQUEST, Component.SIGNATURE).build());
      }
      return SignatureResult.ABSENT;
    }
    Optional<SigningKey> key = key(subject, findings);
    if (key.isEmpty()) {
      checkForm(Part.REQUEST, headers, findings);
      return SignatureResult.UNCHECKED;
    }
    return report(
        Part.REQUEST,
        subject,
        headers,
        subject.isNotification()
            ? Verifier.notification(subject.request(), key.get())
            : Verifier.request(subject.request(), key.get()),
        findings);
  }

  static SignatureResult response(Subject subject, Consumer<Finding> findings) {
    // What a merchant answers to a notification is not signed.
    if (subject.response().isEmpty() || subject.isNotification()) {
      return SignatureResult.UNCHECKED;
    }
    Headers headers = subject.responseHeaders();
    if (headers.first(Component.SIGNATURE).isEmpty()) {
      // Whether DOKU signs an error response is not documented.
      if (subject.succeeded() && subject.operation().isPresent()) {
        findings.accept(
            MISSING
                .at(Part.RESPONSE, Component.SIGNATURE)
                .hint("Do not act on it: without a signature anybody may have sent it.")
                .source(RESPONSE)
                .build());
      }
      return SignatureResult.ABSENT;
    }
    Optional<SigningKey> key = clientId(subject).flatMap(subject.context().keys()::find);
    if (key.isEmpty()) {
      checkForm(Part.RESPONSE, headers, findings);
      return SignatureResult.UNCHECKED;
    }
    return report(
        Part.RESPONSE,
        subject,
        headers,
        Verifier.response(subject.request(), subject.response().get(), key.get()),
        findings);
  }

  private static Optional<String> clientId(Subject subject) {
    return subject.requestHeaders().first(Component.CLIENT_ID);
  }

  private static Optional<SigningKey> key(Subject subject, Consumer<Finding> findings) {
    KeyRing keys = subject.context().keys();
    Optional<SigningKey> key = keys.find(clientId(subject).orElse(""));
    if (key.isEmpty() && !keys.isEmpty()) {
      findings.accept(
          NO_KEY
              .at(Part.REQUEST, Component.CLIENT_ID)
              .got(Visible.quoted(clientId(subject).orElse("")))
              .build());
    }
    return key;
  }

  private static void checkForm(Part part, Headers headers, Consumer<Finding> findings) {
    SignatureHeader.malformation(headers.first(Component.SIGNATURE).orElse(""))
        .ifPresent(got -> malformed(part, headers, got, findings));
  }

  private static SignatureResult report(
      Part part,
      Subject subject,
      Headers headers,
      Verification verification,
      Consumer<Finding> findings) {
    verification.fold(
        valid -> {
          if (valid.reading() != Verification.Reading.DOCUMENTED) {
            findings.accept(
                READING.at(part, Component.SIGNATURE).got(valid.reading().description()).build());
          }
          return true;
        },
        invalid -> {
          invalid(part, subject, headers, invalid, findings);
          return false;
        });
    return new SignatureResult(
        verification.isValid() ? SignatureStatus.VALID : SignatureStatus.INVALID,
        Optional.of(verification),
        Optional.empty());
  }

  private static void invalid(
      Part part,
      Subject subject,
      Headers headers,
      Verification.Invalid invalid,
      Consumer<Finding> findings) {
    if (invalid.reason() == Verification.Reason.MALFORMED_SIGNATURE) {
      malformed(part, headers, invalid.got(), findings);
      return;
    }
    // Missing and repeated headers are reported where headers are judged.
    if (invalid.reason() != Verification.Reason.MISMATCH) {
      return;
    }
    String got = headers.first(Component.SIGNATURE).orElse("");
    Finding.Builder finding = MISMATCH.at(part, Component.SIGNATURE);
    if (subject.context().showsExpectedSignature()) {
      invalid.expected().ifPresent(stages -> finding.wanted(stages.signature().text()));
    }
    finding.got(got);
    if (part == Part.RESPONSE) {
      finding.source(RESPONSE);
    }
    if (PLACEHOLDERS.contains(got)) {
      finding.hint(
          "This value is a placeholder that DOKU's pages print beside many different messages; no"
              + " key gives it. Sign with your own secret.");
    }
    findings.accept(finding.build());
  }

  private static void malformed(
      Part part, Headers headers, String got, Consumer<Finding> findings) {
    // An empty header is reported where headers are judged.
    if (!headers.first(Component.SIGNATURE).orElse("").isBlank()) {
      findings.accept(MALFORMED.at(part, Component.SIGNATURE).wanted(WANTED).got(got).build());
    }
  }
}
