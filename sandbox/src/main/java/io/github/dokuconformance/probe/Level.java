package io.github.dokuconformance.probe;

import java.util.Locale;

/**
 * How much a failed requirement weighs, heaviest first.
 *
 * <p>DOKU documents no more than 2xx for genuine notifications and that a receiver verifies the
 * signature, so the rest is graded by one question: who could have made the message?
 */
public enum Level {
  /** DOKU sends it and wants 2xx, or anybody without the Secret Key could have made it. */
  MUST,
  /** Only a holder of the key could have made it and DOKU never does, or good practice asks it. */
  SHOULD,
  /** Sound endpoints differ here; worth knowing. */
  INFORMATIONAL;

  /** Returns the name in output: {@code must}, {@code should}, {@code informational}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Says whether this level is as heavy as that one, or heavier. */
  public boolean reaches(Level other) {
    return compareTo(other) <= 0;
  }

  @Override
  public String toString() {
    return id();
  }
}
