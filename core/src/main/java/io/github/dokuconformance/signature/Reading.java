package io.github.dokuconformance.signature;

import static java.util.Objects.requireNonNull;

/**
 * A reading of a point on which DOKU's pages are silent or disagree; all are assumed but {@link
 * #DOCUMENTED}.
 *
 * @param description a sentence without its full stop
 */
public record Reading(String description) {
  /** What the pages say. */
  public static final Reading DOCUMENTED = new Reading("as documented");

  public Reading {
    requireNonNull(description, "description");
  }

  /** Returns both readings as one. */
  public Reading and(Reading other) {
    if (other.equals(DOCUMENTED)) {
      return this;
    }
    return equals(DOCUMENTED) ? other : new Reading(description + "; " + other.description);
  }
}
