package io.github.dokuconformance.check;

import io.github.dokuconformance.diagnosis.Diagnosis;
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

  SignatureResult with(Diagnosis other) {
    return new SignatureResult(status, verification, Optional.of(other));
  }
}
