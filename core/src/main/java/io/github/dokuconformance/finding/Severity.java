package io.github.dokuconformance.finding;

import java.util.Locale;

/** How much a finding weighs, lightest first. */
public enum Severity {
  /** Worth knowing, such as a doubt about DOKU's own answer. */
  NOTE,
  /** One of DOKU's pages contradicts another here, or it works today by luck. */
  WARNING,
  /** Breaks a documented or observed requirement. */
  ERROR;

  /** Returns the name in output: {@code note}, {@code warning}, {@code error}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Severity of(String id) {
    return valueOf(id.toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return id();
  }
}
