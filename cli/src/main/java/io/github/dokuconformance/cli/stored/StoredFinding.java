package io.github.dokuconformance.cli.stored;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.message.json.JsonCursor;
import io.github.dokuconformance.message.json.JsonInputException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JsonGenerator;

/** Writes findings and reads them again, with all that a report shows of them. */
final class StoredFinding {
  private StoredFinding() {}

  static void write(Finding finding, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("code", finding.code());
    json.writeStringProperty("severity", finding.severity().id());
    json.writeStringProperty("part", finding.part().id());
    json.writeStringProperty("at", finding.at());
    if (finding.count() > 1) {
      json.writeNumberProperty("count", finding.count());
    }
    json.writeStringProperty("requirement", finding.type().requirement());
    Members.texts("facts", finding.facts(), json);
    json.writeStringProperty("hint", finding.hint());
    json.writeStringProperty("source", finding.source().toString());
    json.writeEndObject();
  }

  static List<Finding> readAll(JsonCursor json) throws JsonInputException {
    List<Finding> findings = new ArrayList<>();
    json.enterArray();
    while (json.nextElement()) {
      findings.add(read(json));
    }
    return findings;
  }

  static Finding read(JsonCursor json) throws JsonInputException {
    Map<String, String> texts = new LinkedHashMap<>();
    Map<String, String> facts = Map.of();
    int count = 1;
    json.enterObject();
    for (String name = json.nextMember(); name != null; name = json.nextMember()) {
      switch (name) {
        case "count" -> count = json.integer(1, Integer.MAX_VALUE);
        case "facts" -> facts = Members.texts(json);
        default -> texts.put(name, json.string());
      }
    }
    try {
      Source source = Source.parse(Members.required(texts, "source"));
      FindingType type =
          new FindingType(
              Members.required(texts, "code"),
              Members.constant(Severity.class, Members.required(texts, "severity")),
              Members.required(texts, "requirement"),
              Members.required(texts, "hint"),
              source);
      return new Finding(
          type,
          Members.constant(Part.class, Members.required(texts, "part")),
          Members.required(texts, "at"),
          facts,
          type.hint(),
          source,
          count);
    } catch (IllegalArgumentException e) {
      throw json.error("expected a finding, got another object: " + e.getMessage());
    }
  }
}
