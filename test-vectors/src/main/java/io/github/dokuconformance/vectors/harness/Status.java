package io.github.dokuconformance.vectors.harness;

import java.util.Locale;
import java.util.Optional;

/** How one case ended. A crash is no rejection, and a skip is no pass. */
public enum Status {
  PASS,
  /** The implementation answered, and the answer is wrong. */
  FAIL,
  /** The implementation threw something that its adapter caught. */
  ERROR,
  CRASH,
  TIMEOUT,
  PROTOCOL_ERROR,
  SKIP,
  /** The run was given up before this case. */
  NOT_RUN;

  /** Returns the name that reports and expected-failures files use: {@code protocol-error}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static Optional<Status> of(String id) {
    for (Status status : values()) {
      if (status.id().equals(id)) {
        return Optional.of(status);
      }
    }
    return Optional.empty();
  }

  /** Tells whether the implementation was really put to the test. */
  boolean isExecuted() {
    return this != SKIP && this != NOT_RUN;
  }
}
