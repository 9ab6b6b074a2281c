package io.github.dokuconformance.diagnosis;

import java.util.Locale;

/** What kept a search from its end. */
public enum Cut {
  /** Nothing: all that is ever searched was. */
  NONE,
  /** The work allowed, so that the same input gives the same answer. */
  WORK,
  /** The time allowed. */
  TIME;

  /** Returns the name in reports: {@code work}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
