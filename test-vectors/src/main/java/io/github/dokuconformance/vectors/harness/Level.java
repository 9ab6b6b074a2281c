package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.Requirement;
import java.util.Locale;

/** Which cases decide whether an implementation conforms; the others are run and reported only. */
public enum Level {
  MUST,
  SHOULD;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean counts(Requirement requirement) {
    return requirement == Requirement.MUST || (this == SHOULD && requirement == Requirement.SHOULD);
  }
}
