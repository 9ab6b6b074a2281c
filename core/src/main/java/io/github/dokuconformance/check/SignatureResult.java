package io.github.dokuconformance.check;

import io.github.dokuconformance.signature.Verification;
import java.util.Optional;

/**
 * A signature's status and, where it could be verified, how.
 *
 * @param verification what the verifier said; empty where the status is unchecked
 */
public record SignatureResult(SignatureStatus status, Optional<Verification> verification) {
  static final SignatureResult UNCHECKED =
      new SignatureResult(SignatureStatus.UNCHECKED, Optional.empty());
  static final SignatureResult ABSENT =
      new SignatureResult(SignatureStatus.ABSENT, Optional.empty());
}
