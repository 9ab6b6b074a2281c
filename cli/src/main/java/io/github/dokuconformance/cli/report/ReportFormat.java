package io.github.dokuconformance.cli.report;

import java.io.PrintWriter;
import java.util.Locale;

/** The forms of a report. */
public enum ReportFormat {
  TEXT,
  JSON,
  JSONL,
  JUNIT,
  SARIF,
  MARKDOWN,
  HTML,
  GITHUB;

  /** Starts a report; what it writes goes there. */
  public ExchangeReport open(PrintWriter out, ReportSettings settings) {
    return switch (this) {
      case TEXT -> new TextReport(out, settings);
      case JSON -> JsonReport.document(out);
      case JSONL -> JsonReport.lines(out);
      case JUNIT -> new JunitReport(out, settings);
      case SARIF -> new SarifReport(out, settings.version());
      case MARKDOWN -> new MarkdownReport(out, settings.failOn());
      case HTML -> new HtmlReport(out, settings.failOn());
      case GITHUB -> new GithubReport(out);
    };
  }

  /** Tells whether the form is about places in files alone. */
  public boolean pointsIntoFiles() {
    return this == SARIF || this == GITHUB;
  }

  /** Tells whether the form says at which line and column a finding stands. */
  public boolean showsPlaces() {
    return this != TEXT && this != JSON && this != JSONL;
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
