package io.github.dokuconformance.diagnosis;

/** What kept a search from its end. */
public enum Cut {
  /** Nothing: all that is ever searched was. */
  NONE,
  /** The work allowed, so that the same input gives the same answer. */
  WORK,
  /** The time allowed. */
  TIME
}
