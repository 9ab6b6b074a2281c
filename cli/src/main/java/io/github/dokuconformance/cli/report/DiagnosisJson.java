package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.SearchStatistics;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;

/** Writes what became of a signature, and of the search for what is wrong with it. */
final class DiagnosisJson {
  private DiagnosisJson() {}

  /** Writes the members of an object that is open. */
  static void members(SignatureStatus status, Optional<Diagnosis> diagnosis, JsonGenerator json) {
    json.writeStringProperty("status", status.id());
    diagnosis.ifPresent(it -> members(it, json));
  }

  private static void members(Diagnosis diagnosis, JsonGenerator json) {
    json.writeArrayPropertyStart("diagnosis");
    for (List<Mistake> mistakes : Explanations.of(diagnosis)) {
      write(mistakes, json);
    }
    json.writeEndArray();
    if (diagnosis instanceof Diagnosis.Unexplained unexplained) {
      search(unexplained.statistics(), json);
    }
  }

  private static void search(SearchStatistics statistics, JsonGenerator json) {
    json.writeNumberProperty("tried", statistics.hypotheses());
    json.writeObjectPropertyStart("ruledOut");
    json.writeNumberProperty("mistakesTogether", statistics.complete());
    json.writeObjectPropertyStart("single");
    statistics
        .singles()
        .forEach((dimension, count) -> json.writeNumberProperty(dimension.label(), count));
    json.writeEndObject();
    json.writeNumberProperty("bodyFormsNotMade", statistics.bodyFormsSkipped());
    json.writeEndObject();
    json.writeStringProperty("cut", statistics.cut().id());
  }

  private static void write(List<Mistake> mistakes, JsonGenerator json) {
    json.writeStartObject();
    json.writeArrayPropertyStart("codes");
    mistakes.forEach(mistake -> json.writeString(mistake.code().toString()));
    json.writeEndArray();
    json.writeObjectPropertyStart("facts");
    for (Mistake mistake : mistakes) {
      // A fact belongs to its mistake: with several, the code tells them apart.
      String prefix = mistakes.size() == 1 ? "" : mistake.code() + ".";
      mistake.facts().forEach((name, text) -> json.writeStringProperty(prefix + name, text));
    }
    json.writeEndObject();
    json.writeEndObject();
  }

  /** Writes how many wrong signatures each set of codes explains, as an array. */
  static void counts(ExplanationCounts counts, JsonGenerator json) {
    json.writeStartArray();
    for (Map.Entry<List<String>, Long> entry : counts.all()) {
      json.writeStartObject();
      json.writeArrayPropertyStart("codes");
      entry.getKey().forEach(json::writeString);
      json.writeEndArray();
      json.writeNumberProperty("explained", entry.getValue());
      json.writeNumberProperty("wrong", counts.wrong());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
