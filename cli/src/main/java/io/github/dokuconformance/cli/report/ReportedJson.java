package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureResult;
import io.github.dokuconformance.finding.Finding;
import java.io.StringWriter;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/**
 * An exchange of a report as one line of JSON.
 *
 * <p>Texts of nothing but printable ASCII, as nearly all are, are copied into their place at one
 * go; what is odd or rare is left to a generator.
 */
final class ReportedJson {
  private static final int USUAL_LENGTH = 1 << 10;

  private char[] out = new char[USUAL_LENGTH];
  private int length;

  private ReportedJson() {}

  static String of(ReportedExchange exchange) {
    ReportedJson json = new ReportedJson();
    json.exchange(exchange);
    return new String(json.out, 0, json.length);
  }

  private void exchange(ReportedExchange exchange) {
    CheckResult result = exchange.result();
    text("{\"source\":", exchange.source());
    if (result.operation().isPresent()) {
      text(",\"operation\":", result.operation().get().id());
    } else {
      raw(",\"operation\":null");
    }
    signature(",\"signatures\":{\"request\":", result.requestSignature());
    signature(",\"response\":", result.responseSignature());
    raw("},\"findings\":[");
    String before = "{";
    for (ReportedFinding finding : exchange.findings()) {
      raw(before);
      finding(finding);
      before = ",{";
    }
    raw("]");
    if (!exchange.findings().isEmpty()) {
      raw(",\"again\":[");
      before = "";
      for (String command : exchange.commands()) {
        text(before, command);
        before = ",";
      }
      raw("]");
    }
    raw("}");
  }

  private void signature(String name, SignatureResult signature) {
    raw(name);
    if (signature.diagnosis().isEmpty()) {
      text("{\"status\":", signature.status().id());
      raw("}");
      return;
    }
    generated(
        json -> {
          json.writeStartObject();
          DiagnosisJson.members(signature.status(), signature.diagnosis(), json);
          json.writeEndObject();
        });
  }

  private void finding(ReportedFinding one) {
    Finding finding = one.finding();
    text("\"code\":", finding.code());
    text(",\"severity\":", finding.severity().id());
    text(",\"part\":", finding.part().id());
    text(",\"at\":", finding.at());
    if (finding.count() > 1) {
      raw(",\"count\":" + finding.count());
    }
    text(",\"message\":", finding.message());
    String before = ",\"facts\":{";
    for (Map.Entry<String, String> fact : finding.facts().entrySet()) {
      text(before, fact.getKey());
      text(":", fact.getValue());
      before = ",";
    }
    raw(finding.facts().isEmpty() ? ",\"facts\":{}" : "}");
    text(",\"hint\":", finding.hint());
    text(",\"source\":", finding.source().toString());
    text(",\"help\":", CodeReference.link(finding.code()));
    if (one.accepted().isPresent()) {
      text(",\"accepted\":", one.accepted().get());
    }
    raw("}");
  }

  /** Writes a text, and before it what is JSON already. */
  private void text(String before, String text) {
    raw(before);
    makeRoom(2 * text.length() + 2);
    int start = length;
    out[length++] = '"';
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < ' ' || c > '~') {
        length = start;
        generated(json -> json.writeString(text));
        return;
      }
      if (c == '"' || c == '\\') {
        out[length++] = '\\';
      }
      out[length++] = c;
    }
    out[length++] = '"';
  }

  private void generated(Consumer<JsonGenerator> value) {
    StringWriter written = new StringWriter();
    try (JsonGenerator json =
        JsonReport.JSON.createGenerator(ObjectWriteContext.empty(), written)) {
      value.accept(json);
    }
    raw(written.toString());
  }

  private void raw(String json) {
    makeRoom(json.length());
    json.getChars(0, json.length(), out, length);
    length += json.length();
  }

  private void makeRoom(int more) {
    if (out.length - length < more) {
      out = Arrays.copyOf(out, 2 * out.length + more);
    }
  }
}
