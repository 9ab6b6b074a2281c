package io.github.dokuconformance.vectors.harness;

import java.util.Optional;

/** A way to write a report; all say the same. */
public enum ReportFormat {
  TEXT("text"),
  JSON("json"),
  JUNIT("junit"),
  MARKDOWN("md");

  private final String id;

  ReportFormat(String id) {
    this.id = id;
  }

  /** Returns the name on the command line. */
  public String id() {
    return id;
  }

  public static Optional<ReportFormat> of(String id) {
    for (ReportFormat format : values()) {
      if (format.id.equals(id)) {
        return Optional.of(format);
      }
    }
    return Optional.empty();
  }

  /** Returns the whole report, with a line end at its end. */
  public String render(RunReport report) {
    return switch (this) {
      case TEXT -> TextReport.render(report);
      case JSON -> JsonReport.render(report);
      case JUNIT -> JunitReport.render(report);
      case MARKDOWN -> MarkdownReport.render(report);
    };
  }
}
