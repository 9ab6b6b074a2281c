package io.github.dokuconformance.check;

import static io.github.dokuconformance.signature.HeaderRole.CLIENT_ID;
import static io.github.dokuconformance.signature.HeaderRole.SIGNATURE;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.rules.Scope;
import io.github.dokuconformance.rules.Subject;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.Reading;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.Stages;
import io.github.dokuconformance.signature.Verification;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Verifies the signatures of an exchange and reports what is wrong with them. */
final class SignatureCheck {
  private static final Source REQUEST =
      Source.documented("developers.doku.com, Signature component from request header");
  private static final Source RESPONSE =
      Source.documented("developers.doku.com, Signature component from response header");
  private static final FindingType MISSING =
      new FindingType(
          "signature.missing",
          Severity.ERROR,
          "a message carries its signature",
          "Sign the message: DOKU refuses one without a signature.",
          REQUEST);
  private static final FindingType MALFORMED =
      new FindingType(
          "signature.malformed",
          Severity.ERROR,
          "a Signature header is well formed",
          "Write padded standard base64 of the bytes, after the prefix where the scheme has one, and"
              + " nothing else.",
          REQUEST);
  private static final FindingType MISMATCH =
      new FindingType(
          "signature.mismatch",
          Severity.ERROR,
          "the signature is what the key gives for the message as it came",
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
          Severity.WARNING,
          "a secret or key is given for the client id",
          "Add this client id to the credentials, with its key where one is needed; its signatures"
              + " were not checked.",
          Source.derived("a signature can be checked only with its secret"));

  private SignatureCheck() {}

  static List<FindingType> types() {
    return List.of(MISSING, MALFORMED, MISMATCH, READING, NO_KEY);
  }

  /** Tells whether a finding is about a signature's value, which a diagnosis can explain. */
  static boolean isAboutValue(Finding finding) {
    return finding.code().equals(MISMATCH.code()) || finding.code().equals(MALFORMED.code());
  }

  /** Tells in which operations one of its types is looked for. */
  static Scope scope(FindingType type) {
    return Scope.only(
        operation -> operation.isSigned(Part.REQUEST) || operation.isSigned(Part.RESPONSE),
        "its messages are not signed");
  }

  static SignatureResult request(Subject subject, Consumer<Finding> findings) {
    if (!isSigned(subject, Part.REQUEST)) {
      return SignatureResult.UNCHECKED;
    }
    Judged judged = new Judged(subject, Part.REQUEST, findings);
    if (judged.signature().isEmpty()) {
      if (subject.concernsDoku()) {
        findings.accept(judged.at(MISSING).build());
      }
      return SignatureResult.ABSENT;
    }
    Optional<MerchantKeys> keys = judged.keys();
    if (keys.isEmpty() && !subject.context().keys().isEmpty()) {
      findings.accept(
          NO_KEY
              .at(Part.REQUEST, subject.scheme().header(CLIENT_ID, Part.REQUEST).orElse(""))
              .got(Visible.quoted(judged.clientId()))
              .build());
    }
    return judged.verified(
        keys,
        new SignedMessage(
            SignedPart.of(Part.REQUEST, subject.isCalledByDoku()),
            subject.request(),
            Optional.empty()));
  }

  static SignatureResult response(Subject subject, Consumer<Finding> findings) {
    if (subject.response().isEmpty() || !isSigned(subject, Part.RESPONSE)) {
      return SignatureResult.UNCHECKED;
    }
    Judged judged = new Judged(subject, Part.RESPONSE, findings);
    if (judged.signature().isEmpty()) {
      // Whether DOKU signs an error response is not documented.
      if (subject.succeeded() && subject.operation().isPresent()) {
        Finding.Builder missing = MISSING.at(Part.RESPONSE, judged.headerName()).source(RESPONSE);
        if (subject.isAnsweredByDoku()) {
          missing.hint("Do not act on it: without a signature anybody may have sent it.");
        }
        findings.accept(missing.build());
      }
      return SignatureResult.ABSENT;
    }
    return judged.verified(
        judged.keys(),
        new SignedMessage(
            SignedPart.of(Part.RESPONSE, !subject.isCalledByDoku()),
            subject.request(),
            subject.response()));
  }

  /**
   * What no contract knows is looked at like what DOKU and the merchant sign, and so is a request
   * that carries a signature though its operation asks for none.
   */
  private static boolean isSigned(Subject subject, Part part) {
    return subject.scheme().header(SIGNATURE, part).isPresent()
        && (subject.operation().isEmpty()
            || subject.operation().get().isSigned(part)
            || (part == Part.REQUEST && subject.header(SIGNATURE, part).isPresent()));
  }

  /** One part of an exchange, whose signature is judged. */
  private record Judged(Subject subject, Part part, Consumer<Finding> findings) {
    String headerName() {
      return subject.scheme().header(SIGNATURE, part).orElseThrow();
    }

    Optional<String> signature() {
      return subject.header(SIGNATURE, part);
    }

    /** Begins a finding about the signature, on the page of its scheme. */
    Finding.Builder at(FindingType type) {
      Finding.Builder finding = type.at(part, headerName());
      subject.scheme().source().ifPresent(finding::source);
      return finding;
    }

    String clientId() {
      return subject.header(CLIENT_ID, Part.REQUEST).orElse("");
    }

    /** Returns the merchant's keys, where there is one among them to verify that part with. */
    Optional<MerchantKeys> keys() {
      SignedPart signed = SignedPart.of(part, (part == Part.REQUEST) == subject.isCalledByDoku());
      return subject
          .context()
          .keys()
          .find(clientId())
          .filter(keys -> subject.scheme().signer(keys, signed).isPresent());
    }

    SignatureResult verified(Optional<MerchantKeys> keys, SignedMessage message) {
      if (keys.isEmpty()) {
        subject.scheme().malformation(signature().orElse("")).ifPresent(this::malformed);
        return SignatureResult.UNCHECKED;
      }
      Verification verification = subject.scheme().verify(message, keys.get());
      verification.fold(
          valid -> {
            if (!valid.reading().equals(Reading.DOCUMENTED)) {
              findings.accept(
                  READING.at(part, headerName()).got(valid.reading().description()).build());
            }
            return true;
          },
          invalid -> {
            invalid(invalid);
            return false;
          });
      return new SignatureResult(
          verification.isValid() ? SignatureStatus.VALID : SignatureStatus.INVALID,
          Optional.of(verification),
          Optional.empty());
    }

    private void invalid(Verification.Invalid invalid) {
      if (invalid.reason() == Verification.Reason.MALFORMED_SIGNATURE) {
        malformed(invalid.got());
        return;
      }
      // Missing and repeated headers are reported where headers are judged.
      if (invalid.reason() != Verification.Reason.MISMATCH) {
        return;
      }
      String got = signature().orElse("");
      Finding.Builder finding = at(MISMATCH);
      if (subject.context().showsExpectedSignature()) {
        invalid
            .expected()
            .flatMap(Stages::signature)
            .ifPresent(signature -> finding.wanted(signature.text()));
      }
      finding.got(got);
      if (part == Part.RESPONSE) {
        finding.source(RESPONSE);
      }
      if (subject.context().contract().placeholders().contains(got)) {
        finding.hint(
            "This value is a placeholder that DOKU's pages print beside many different messages;"
                + " no key gives it. Sign with your own secret.");
      }
      findings.accept(finding.build());
    }

    private void malformed(String got) {
      // An empty header is reported where headers are judged.
      if (!signature().orElse("").isBlank()) {
        findings.accept(at(MALFORMED).wanted(subject.scheme().signatureForm()).got(got).build());
      }
    }
  }
}
