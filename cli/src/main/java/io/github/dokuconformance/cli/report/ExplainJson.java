package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.StageTexts;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Visible;
import java.io.PrintWriter;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;

/** What {@code explain} says as one JSON document, written as it goes. */
public final class ExplainJson {
  private final PrintWriter out;
  private boolean begun;

  public ExplainJson(PrintWriter out) {
    this.out = out;
  }

  public void signature(CheckResult result, Part part, Diagnosis diagnosis) {
    out.print(begun ? ",\n  " : "{\"signatures\":[\n  ");
    begun = true;
    try (JsonGenerator json = JsonReport.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      json.writeStartObject();
      json.writeStringProperty("source", Visible.name(result.exchange().source()));
      Optional<String> operation = result.operation().map(Operation::id);
      json.writeName("operation");
      if (operation.isPresent()) {
        json.writeString(operation.get());
      } else {
        json.writeNull();
      }
      json.writeStringProperty("part", part.id());
      SignatureStatus status = result.signature(part).status();
      result
          .signature(part)
          .openReading()
          .ifPresent(reading -> json.writeStringProperty("reading", reading));
      DiagnosisJson.members(status, Optional.of(diagnosis), json);
      diagnosis.fold(
          valid -> stages("expected", valid.right(), json),
          explained -> {
            stages("expected", explained.right(), json);
            explained.signer().ifPresent(signer -> stages("signed", signer, json));
            json.writeStringProperty("checkValue", explained.checkValue());
            return json;
          },
          unexplained -> {
            stages("expected", unexplained.right(), json);
            json.writeStringProperty("received", unexplained.signature());
            json.writeStringProperty("checkValue", unexplained.checkValue());
            return json;
          });
      json.writeEndObject();
    }
  }

  private static JsonGenerator stages(String name, StageTexts stages, JsonGenerator json) {
    json.writeObjectPropertyStart(name);
    stages.digest().ifPresent(digest -> json.writeStringProperty("digest", digest));
    json.writeStringProperty("stringToSign", stages.stringToSign());
    stages.signature().ifPresent(signature -> json.writeStringProperty("signature", signature));
    return json.writeEndObject();
  }

  /** Ends the document. */
  public void end(long asked, ExplanationCounts counts) {
    out.print(begun ? "\n ],\n" : "{\"signatures\":[],\n");
    out.print(" \"asked\":" + asked + ",\"wrong\":" + counts.wrong() + ",\"explanations\":");
    try (JsonGenerator json = JsonReport.JSON.createGenerator(ObjectWriteContext.empty(), out)) {
      DiagnosisJson.counts(counts, json);
    }
    out.println("}");
  }
}
