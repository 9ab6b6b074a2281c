package io.github.dokuconformance.finding;

import java.util.Locale;

/** How well a claim about DOKU is known. */
public enum Basis {
  /** DOKU's own pages or code say so. */
  DOCUMENTED,
  /** A third party saw it live. */
  OBSERVED,
  /** It follows from what is documented. */
  DERIVED,
  /** Nobody says; this is our reading. */
  ASSUMED;

  /** Tells whether a requirement that rests on it may refuse a message. */
  public boolean isProof() {
    return this == DOCUMENTED || this == OBSERVED;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Basis of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }
}
