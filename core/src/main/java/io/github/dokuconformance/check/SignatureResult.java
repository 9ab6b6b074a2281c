package io.github.dokuconformance.check;

import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.signature.Reading;
import io.github.dokuconformance.signature.Verification;
import java.util.Optional;

/**
 * A signature's status and, where it could be verified, how.
 *
 * @param verification what the verifier said; empty where the status is unchecked
 * @param diagnosis why it is invalid, where that was asked
 */
public record SignatureResult(
    SignatureStatus status, Optional<Verification> verification, Optional<Diagnosis> diagnosis) {
  static final SignatureResult UNCHECKED =
      new SignatureResult(SignatureStatus.UNCHECKED, Optional.empty(), Optional.empty());
  static final SignatureResult ABSENT =
      new SignatureResult(SignatureStatus.ABSENT, Optional.empty(), Optional.empty());

  /** Returns the reading under which the signature is right, where DOKU's pages leave it open. */
  public Optional<String> openReading() {
    return verification
        .map(it -> it.fold(Verification.Valid::reading, invalid -> Reading.DOCUMENTED))
        .filter(it -> !it.equals(Reading.DOCUMENTED))
        .map(Reading::description);
  }

  SignatureResult with(Diagnosis other) {
    return new SignatureResult(status, verification, Optional.of(other));
  }
}
