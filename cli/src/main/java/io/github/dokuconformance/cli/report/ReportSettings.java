package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.finding.Severity;

/**
 * What the user chose about reports.
 *
 * @param command whose run it is, such as {@code check}
 * @param failOn the lightest finding that makes an exchange not conformant
 * @param detail how much the text says
 * @param version of this program
 */
public record ReportSettings(
    String command, Style style, Severity failOn, Detail detail, String version) {
  /** How much the text says. */
  public enum Detail {
    /** Only exchanges that are not conformant; nothing where all are. */
    QUIET,
    NORMAL,
    /** Also places, links, diagnoses, commands. */
    VERBOSE
  }

  /** Returns the same for a file. */
  public ReportSettings plain() {
    return new ReportSettings(command, Style.PLAIN, failOn, detail, version);
  }
}
