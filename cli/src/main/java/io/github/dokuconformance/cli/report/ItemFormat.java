package io.github.dokuconformance.cli.report;

import java.util.Locale;

/** The forms of a report on items, for the commands whose results stand in no file. */
public enum ItemFormat {
  TEXT,
  JSON,
  JUNIT,
  MARKDOWN;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
