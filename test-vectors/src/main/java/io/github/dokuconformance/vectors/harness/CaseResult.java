package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.TestCase;
import java.time.Duration;
import java.util.Optional;

/**
 * How one case ended.
 *
 * @param expected the status that the expected-failures file names for it
 * @param counts the case has a say in whether the implementation conforms
 * @param hint what to do about a failure, from the case's flags
 * @param signature what the implementation gave as the signature of a case of {@code sign}
 * @param stderr the last that an adapter wrote there before it broke down; may be empty
 */
public record CaseResult(
    TestCase testCase,
    Verdict verdict,
    Optional<Status> expected,
    boolean counts,
    Optional<String> hint,
    Optional<String> signature,
    String stderr,
    Duration duration) {

  CaseResult against(ExpectedFailures other) {
    Optional<Status> listed = other.find(testCase.id()).map(ExpectedFailures.Entry::status);
    return new CaseResult(testCase, verdict, listed, counts, hint, signature, stderr, duration);
  }

  public Status status() {
    return verdict.status();
  }

  /** Tells whether the case ended as it should: passed, or failed just as the file says. */
  public boolean isAsExpected() {
    return status() == expected.orElse(Status.PASS);
  }

  /** Tells whether the case makes the implementation not conformant. */
  public boolean isBreach() {
    return counts && !isAsExpected();
  }

  /** Returns what is to be said of the case in one line; empty where there is nothing. */
  public String summary() {
    String text = verdict.message().or(verdict::note).orElse("");
    if (expected.isEmpty() || isAsExpected()) {
      return text;
    }
    String listed = "listed as " + expected.get().id() + " in the expected-failures file";
    return status() == Status.PASS
        ? listed + ", but passes: take the entry out, or run with --update-expected"
        : listed + ", but ended as " + status().id() + ": " + text;
  }
}
