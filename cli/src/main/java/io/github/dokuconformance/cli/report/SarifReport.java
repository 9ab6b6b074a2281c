package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.cli.place.Place;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Severity;
import java.io.PrintWriter;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * A SARIF 2.1.0 log, for code scanning: each finding at its line and column, each code a rule.
 *
 * <p>Written as it goes. Source: OASIS, Static Analysis Results Interchange Format 2.1.0.
 */
final class SarifReport implements ExchangeReport {
  private static final JsonFactory JSON =
      JsonFactory.builder()
          .characterEscapes(new SeenEscapes())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .build();
  private static final String SCHEMA =
      "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

  private final JsonGenerator json;
  private final Map<String, Integer> ruleIndexes = new TreeMap<>();

  SarifReport(PrintWriter out, String version) {
    json = JSON.createGenerator(ObjectWriteContext.empty(), out);
    json.writeStartObject();
    json.writeStringProperty("$schema", SCHEMA);
    json.writeStringProperty("version", "2.1.0");
    json.writeArrayPropertyStart("runs");
    json.writeStartObject();
    json.writeStringProperty("columnKind", "utf16CodeUnits");
    tool(version);
    json.writeArrayPropertyStart("results");
  }

  private void tool(String version) {
    json.writeObjectPropertyStart("tool");
    json.writeObjectPropertyStart("driver");
    json.writeStringProperty("name", "doku-conformance");
    json.writeStringProperty("version", version);
    json.writeStringProperty("informationUri", CodeReference.HOME);
    json.writeArrayPropertyStart("rules");
    for (FindingType type : Codes.all()) {
      if (ruleIndexes.putIfAbsent(type.code(), ruleIndexes.size()) == null) {
        rule(type);
      }
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndObject();
  }

  private void rule(FindingType type) {
    json.writeStartObject();
    json.writeStringProperty("id", type.code());
    text("shortDescription", type.requirement());
    text("fullDescription", type.requirement() + " (" + type.source() + ")");
    text("help", type.hint());
    json.writeStringProperty("helpUri", CodeReference.link(type.code()));
    json.writeObjectPropertyStart("defaultConfiguration");
    json.writeStringProperty("level", type.severity().id());
    json.writeEndObject();
    json.writeEndObject();
  }

  private void text(String name, String text) {
    json.writeObjectPropertyStart(name);
    json.writeStringProperty("text", text);
    json.writeEndObject();
  }

  @Override
  public void exchange(ReportedExchange exchange) {
    for (ReportedFinding one : exchange.findings()) {
      Finding finding = one.finding();
      start(finding.code(), finding.severity(), finding.message() + ". " + finding.hint());
      location(exchange.file(), one.place(), finding.part().id() + " " + finding.at());
      one.accepted().ifPresent(this::suppression);
      // What stays the same when lines move: the code, the operation and the place in the message.
      json.writeObjectPropertyStart("partialFingerprints");
      json.writeStringProperty(
          "finding/v1",
          String.join(
              " ", exchange.source(), exchange.operation(), finding.part().id(), finding.at()));
      json.writeEndObject();
      properties(exchange, finding);
      json.writeEndObject();
    }
  }

  private void start(String code, Severity severity, String message) {
    json.writeStartObject();
    json.writeStringProperty("ruleId", code);
    json.writeNumberProperty("ruleIndex", ruleIndexes.getOrDefault(code, -1));
    json.writeStringProperty("level", severity.id());
    text("message", message);
  }

  private void location(String file, Optional<Place> place, String logical) {
    json.writeArrayPropertyStart("locations");
    json.writeStartObject();
    json.writeObjectPropertyStart("physicalLocation");
    json.writeObjectPropertyStart("artifactLocation");
    json.writeStringProperty("uri", FileUri.of(file));
    json.writeEndObject();
    if (place.isPresent()) {
      json.writeObjectPropertyStart("region");
      json.writeNumberProperty("startLine", place.get().line());
      json.writeNumberProperty("startColumn", place.get().column());
      json.writeNumberProperty("endLine", place.get().endLine());
      json.writeNumberProperty("endColumn", place.get().endColumn());
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeArrayPropertyStart("logicalLocations");
    json.writeStartObject();
    json.writeStringProperty("fullyQualifiedName", logical.strip());
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void suppression(String reason) {
    json.writeArrayPropertyStart("suppressions");
    json.writeStartObject();
    json.writeStringProperty("kind", "external");
    json.writeStringProperty("justification", reason);
    json.writeEndObject();
    json.writeEndArray();
  }

  private void properties(ReportedExchange exchange, Finding finding) {
    json.writeObjectPropertyStart("properties");
    json.writeStringProperty("exchange", exchange.source());
    json.writeStringProperty("operation", exchange.operation());
    json.writeStringProperty("part", finding.part().id());
    json.writeStringProperty("at", finding.at());
    json.writeObjectPropertyStart("facts");
    finding.facts().forEach(json::writeStringProperty);
    json.writeEndObject();
    json.writeStringProperty("source", finding.source().toString());
    json.writeArrayPropertyStart("again");
    exchange.commands().forEach(json::writeString);
    json.writeEndArray();
    json.writeEndObject();
  }

  @Override
  public void end(Summary summary) {
    for (RunProblem problem : summary.problems()) {
      start(
          problem.type().code(),
          problem.type().severity(),
          problem.message() + ". " + problem.type().hint());
      problem.place().ifPresent(at -> location(at.file(), Optional.of(at), problem.group()));
      json.writeEndObject();
    }
    json.writeEndArray();
    invocation(summary);
    json.writeEndObject();
    json.writeEndArray();
    json.writeEndObject();
    json.close();
  }

  private void invocation(Summary summary) {
    json.writeArrayPropertyStart("invocations");
    json.writeStartObject();
    json.writeBooleanProperty("executionSuccessful", summary.unreadable() == 0);
    json.writeArrayPropertyStart("toolExecutionNotifications");
    for (String line : summary.unreadableLines()) {
      json.writeStartObject();
      json.writeStringProperty("level", "error");
      text("message", line);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }
}
