package io.github.dokuconformance.vectors.harness;

import java.io.StringWriter;
import java.util.Locale;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The report as JUnit XML, for CI servers: classname is the operation, name the case's id.
 *
 * <p>What makes the run fail is a failure, and an error where the implementation or its process
 * broke down; known failures and skips and what does not count are skipped, with the reason as
 * message.
 */
final class JunitReport {
  private JunitReport() {}

  static String render(RunReport report) {
    StringWriter text = new StringWriter();
    try {
      XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
      xml.writeStartDocument("UTF-8", "1.0");
      line(xml);
      writeSuite(xml, report);
      line(xml);
      xml.writeEndDocument();
      xml.flush();
    } catch (XMLStreamException e) {
      throw new IllegalStateException("writing to memory failed", e);
    }
    return text.toString();
  }

  private static void writeSuite(XMLStreamWriter xml, RunReport report) throws XMLStreamException {
    xml.writeStartElement("testsuite");
    xml.writeAttribute("name", report.suite().name() + " " + report.suite().version());
    xml.writeAttribute("timestamp", report.startedAt().toString());
    attribute(xml, "tests", report.results().size() + report.problems().size());
    attribute(xml, "failures", count(report, Outcome.FAILURE) + report.problems().size());
    attribute(xml, "errors", count(report, Outcome.ERROR));
    attribute(xml, "skipped", count(report, Outcome.SKIPPED));
    xml.writeAttribute(
        "time", seconds(report.results().stream().mapToLong(it -> it.duration().toMillis()).sum()));
    for (CaseResult result : report.results()) {
      writeCase(xml, result);
    }
    for (Problem problem : report.problems()) {
      startCase(xml, "expected-failures", problem.entry(), 0);
      element(xml, "failure", problem.code(), problem.message(), "");
      line(xml);
      xml.writeEndElement();
    }
    line(xml);
    xml.writeEndElement();
  }

  private static void writeCase(XMLStreamWriter xml, CaseResult result) throws XMLStreamException {
    startCase(
        xml,
        result.testCase().operation().id(),
        result.testCase().id(),
        result.duration().toMillis());
    Outcome outcome = outcome(result);
    if (outcome != Outcome.PASSED) {
      String message =
          outcome == Outcome.SKIPPED && result.status() != Status.NOT_RUN
              ? (result.counts() ? "expected: " : result.testCase().requirement().id() + ": ")
                  + result.summary()
              : result.summary();
      String type = outcome == Outcome.SKIPPED ? "" : result.status().id();
      element(xml, outcome.name().toLowerCase(Locale.ROOT), type, message, Summary.details(result));
      line(xml);
    }
    xml.writeEndElement();
  }

  private static Outcome outcome(CaseResult result) {
    if (!result.isBreach()) {
      return result.status() == Status.PASS ? Outcome.PASSED : Outcome.SKIPPED;
    }
    return switch (result.status()) {
      case PASS, FAIL, SKIP -> Outcome.FAILURE;
      case NOT_RUN -> Outcome.SKIPPED;
      case ERROR, CRASH, TIMEOUT, PROTOCOL_ERROR -> Outcome.ERROR;
    };
  }

  private static long count(RunReport report, Outcome outcome) {
    return report.results().stream().filter(result -> outcome(result) == outcome).count();
  }

  private static void startCase(XMLStreamWriter xml, String className, String name, long millis)
      throws XMLStreamException {
    line(xml);
    xml.writeStartElement("testcase");
    xml.writeAttribute("classname", className);
    xml.writeAttribute("name", name);
    xml.writeAttribute("time", seconds(millis));
  }

  private static void element(
      XMLStreamWriter xml, String name, String type, String message, String details)
      throws XMLStreamException {
    line(xml);
    xml.writeStartElement(name);
    if (!type.isEmpty()) {
      xml.writeAttribute("type", type);
    }
    xml.writeAttribute("message", legal(message));
    xml.writeCharacters(legal(details));
    xml.writeEndElement();
  }

  private static void attribute(XMLStreamWriter xml, String name, long value)
      throws XMLStreamException {
    xml.writeAttribute(name, Long.toString(value));
  }

  private static void line(XMLStreamWriter xml) throws XMLStreamException {
    xml.writeCharacters("\n");
  }

  private static String seconds(long millis) {
    return String.format(Locale.ROOT, "%.3f", millis / 1000.0);
  }

  /** Replaces what XML 1.0 cannot hold, such as most control characters. */
  private static String legal(String text) {
    return text.codePoints()
        .map(it -> isLegal(it) ? it : 0xFFFD)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  private static boolean isLegal(int codePoint) {
    return codePoint == '\t'
        || codePoint == '\n'
        || codePoint == '\r'
        || (codePoint >= 0x20 && codePoint <= 0xD7FF)
        || (codePoint >= 0xE000 && codePoint <= 0xFFFD)
        || codePoint >= 0x10000;
  }

  private enum Outcome {
    PASSED,
    FAILURE,
    ERROR,
    SKIPPED
  }
}
