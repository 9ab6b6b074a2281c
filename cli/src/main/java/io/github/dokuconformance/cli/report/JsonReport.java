package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.cli.coverage.Coverage;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * One JSON document for the run, or one line for each exchange, and then one for each input that
 * can't be read.
 *
 * <p>Written as it goes, so the verdict comes after the exchanges: memory does not grow with the
 * run.
 */
public final class JsonReport implements ExchangeReport {
  /** Writes into a stream that others write into as well, and shows what is not visible. */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .characterEscapes(new SeenEscapes())
          .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
          .disable(StreamWriteFeature.FLUSH_PASSED_TO_STREAM)
          .rootValueSeparator((String) null)
          .build();

  private final PrintWriter out;

  private final boolean lines;
  private boolean begun;

  private JsonReport(PrintWriter out, boolean lines) {
    this.out = out;
    this.lines = lines;
  }

  /** Returns a report that is one document. */
  public static JsonReport document(PrintWriter out) {
    return new JsonReport(out, false);
  }

  /** Returns a report that is one line for each exchange or unreadable input. */
  public static JsonReport lines(PrintWriter out) {
    return new JsonReport(out, true);
  }

  @Override
  public void prepare(ReportedExchange exchange) {
    exchange.json();
  }

  @Override
  public void exchange(ReportedExchange exchange) {
    if (!lines) {
      out.print(begun ? ",\n  " : "{\"exchanges\":[\n  ");
      begun = true;
    }
    out.print(exchange.json());
    if (lines) {
      out.print('\n');
    }
  }

  @Override
  public void end(Summary summary) {
    if (lines) {
      summary.unreadableLines().forEach(this::unreadableLine);
      return;
    }
    out.print(begun ? "\n ],\n" : "{\"exchanges\":[],\n");
    out.printf(
        Locale.ROOT,
        " \"verdict\":\"%s\",\"checked\":%d,\"signatureOnly\":%d,\"unreadable\":%d,\"failOn\":\"%s\",%n",
        summary.verdict(),
        summary.checked(),
        summary.signatureOnly(),
        summary.unreadable(),
        summary.failOn().id());
    out.printf(
        Locale.ROOT,
        " \"findings\":{\"error\":%d,\"warning\":%d,\"note\":%d,\"accepted\":%d,\"ignored\":%d}",
        summary.count(Severity.ERROR),
        summary.count(Severity.WARNING),
        summary.count(Severity.NOTE),
        summary.accepted(),
        summary.ignored());
    if (!summary.unreadableLines().isEmpty()) {
      member("unreadableInputs", json -> texts(summary.unreadableLines(), json));
    }
    if (!summary.problems().isEmpty()) {
      member("problems", json -> problems(summary.problems(), json));
    }
    if (summary.explanations().wrong() > 0) {
      member("explanations", json -> DiagnosisJson.counts(summary.explanations(), json));
    }
    summary.coverage().ifPresent(coverage -> member("coverage", json -> coverage(coverage, json)));
    out.println("}");
  }

  private void unreadableLine(String reason) {
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("unreadable", Visible.name(reason));
      json.writeEndObject();
    }
    out.print('\n');
  }

  private static void texts(List<String> texts, JsonGenerator json) {
    json.writeStartArray();
    texts.forEach(text -> json.writeString(Visible.name(text)));
    json.writeEndArray();
  }

  /** Writes one more member of the document, on a line of its own. */
  private void member(String name, Consumer<JsonGenerator> value) {
    out.print(",\n \"" + name + "\":");
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      value.accept(json);
    }
  }

  private static void problems(List<RunProblem> problems, JsonGenerator json) {
    json.writeStartArray();
    for (RunProblem problem : problems) {
      json.writeStartObject();
      json.writeStringProperty("code", problem.type().code());
      json.writeStringProperty("message", problem.message());
      json.writeStringProperty("hint", problem.type().hint());
      problem
          .place()
          .ifPresent(
              place -> {
                json.writeStringProperty("file", Visible.name(place.file()));
                json.writeNumberProperty("line", place.line());
              });
      json.writeStringProperty("help", CodeReference.link(problem.type().code()));
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void coverage(Coverage coverage, JsonGenerator json) {
    json.writeStartObject();
    json.writeNumberProperty("exercised", coverage.exercised());
    json.writeNumberProperty("all", coverage.all());
    json.writeObjectPropertyStart("operations");
    for (Coverage.Row row : coverage.rows()) {
      json.writeObjectPropertyStart(row.operation());
      json.writeNumberProperty("exercised", row.exercised());
      json.writeNumberProperty("all", row.all());
      strings("missing", row.missing(), json);
      json.writeEndObject();
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  private static void strings(String name, List<String> values, JsonGenerator json) {
    json.writeArrayPropertyStart(name);
    values.forEach(json::writeString);
    json.writeEndArray();
  }
}
