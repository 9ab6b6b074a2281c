package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.RequirementLevel;
import java.util.Locale;

/** Which cases decide whether an implementation conforms; the others are run and reported only. */
public enum ConformanceLevel {
  MUST,
  SHOULD;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  boolean counts(RequirementLevel requirement) {
    return requirement == RequirementLevel.MUST
        || (this == SHOULD && requirement == RequirementLevel.SHOULD);
  }
}
