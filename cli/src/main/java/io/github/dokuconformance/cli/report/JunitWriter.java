package io.github.dokuconformance.cli.report;

import java.io.PrintWriter;
import java.time.Duration;
import java.util.Locale;

/**
 * Writes a suite of JUnit XML, case by case. Its counts stand first, so the cases wait on disk. Not
 * thread safe.
 */
final class JunitWriter {
  private final Spool cases = new Spool();
  private long tests;
  private long failures;
  private long errors;
  private long skipped;

  void start(String className, String name, Duration took) {
    tests++;
    cases
        .writer()
        .printf(
            Locale.ROOT,
            "  <testcase classname=\"%s\" name=\"%s\" time=\"%s\">\n",
            Xml.escape(className),
            Xml.escape(name),
            took.isZero() ? "0" : String.format(Locale.ROOT, "%.3f", took.toMillis() / 1000.0));
  }

  void failure(String type, String message, String text) {
    failures++;
    element("failure", type, message, text);
  }

  void error(String type, String message, String text) {
    errors++;
    element("error", type, message, text);
  }

  void skipped(String message) {
    skipped++;
    cases.writer().printf("    <skipped message=\"%s\"/>\n", Xml.escape(message));
  }

  void output(String text) {
    cases.writer().printf("    <system-out>%s</system-out>\n", Xml.escape(text));
  }

  /** Ends the case that was started. */
  void end() {
    cases.writer().print("  </testcase>\n");
  }

  /** Writes the whole document. */
  void moveTo(PrintWriter out, String suite) {
    out.print("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
    out.printf(
        Locale.ROOT,
        "<testsuite name=\"%s\" tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\""
            + " time=\"0\">\n",
        Xml.escape(suite),
        tests,
        failures,
        errors,
        skipped);
    cases.moveTo(out);
    out.print("</testsuite>\n");
  }

  private void element(String name, String type, String message, String text) {
    cases
        .writer()
        .printf(
            "    <%s type=\"%s\" message=\"%s\">%s</%s>\n",
            name, Xml.escape(type), Xml.escape(message), Xml.escape(text), name);
  }
}
