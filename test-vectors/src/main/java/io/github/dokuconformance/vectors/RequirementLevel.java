package io.github.dokuconformance.vectors;

import java.util.Locale;

/** How much a case weighs in the verdict. */
public enum RequirementLevel {
  /** Failing it makes an implementation not conformant. */
  MUST,
  /** Counts only where the user asks for that level. */
  SHOULD,
  /** Never counts: DOKU does not say what is right here. */
  INFORMATIONAL;

  /** Returns the name in files and messages, such as {@code must}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the requirement of that {@link #id()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static RequirementLevel of(String id) {
    for (RequirementLevel requirement : values()) {
      if (requirement.id().equals(id)) {
        return requirement;
      }
    }
    throw new IllegalArgumentException(
        "expected must, should or informational as requirement, got: " + id);
  }
}
