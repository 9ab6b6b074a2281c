package io.github.dokuconformance.finding;

import java.util.Locale;

/** The part of an exchange that a finding is about. */
public enum Part {
  REQUEST,
  RESPONSE;

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
