package io.github.dokuconformance.vectors.harness;

import java.util.Optional;

/**
 * What the judge says about one answer.
 *
 * @param message what was wanted and what came, in one line; empty for a pass
 * @param note worth knowing, yet without effect on the status
 */
public record Verdict(
    Status status,
    Optional<Difference> firstDifference,
    Optional<String> message,
    Optional<String> note) {

  static Verdict pass() {
    return new Verdict(Status.PASS, Optional.empty(), Optional.empty(), Optional.empty());
  }

  static Verdict passWithNote(String note) {
    return new Verdict(Status.PASS, Optional.empty(), Optional.empty(), Optional.of(note));
  }

  static Verdict fail(Difference difference, String message) {
    return new Verdict(
        Status.FAIL, Optional.of(difference), Optional.of(message), Optional.empty());
  }

  static Verdict of(Status status, String message) {
    return new Verdict(status, Optional.empty(), Optional.of(message), Optional.empty());
  }
}
