package io.github.dokuconformance.vectors.harness;

/** A way to write a report; all say the same. */
public enum ReportFormat {
  TEXT("text"),
  JSON("json");

  private final String id;

  ReportFormat(String id) {
    this.id = id;
  }

  /** Returns the name of the form. */
  public String id() {
    return id;
  }

  /** Returns the whole report, with a line end at its end. */
  public String render(RunReport report) {
    return switch (this) {
      case TEXT -> TextReport.render(report);
      case JSON -> JsonReport.render(report);
    };
  }
}
