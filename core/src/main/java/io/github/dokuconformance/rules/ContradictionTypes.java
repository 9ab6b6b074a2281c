package io.github.dokuconformance.rules;

import io.github.dokuconformance.finding.Basis;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.schemas.ContractFiles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the warnings about contradictions from the contract's data. */
final class ContradictionTypes {
  private static final String FILE = "contradictions.json";

  private ContradictionTypes() {}

  /** Returns the types of those that a message can show, by code. */
  static Map<String, FindingType> read() {
    JsonNode document = JsonTree.read(ContractFiles.open(FILE));
    Map<String, FindingType> byCode = new LinkedHashMap<>();
    for (JsonNode entry : document.path("contradictions")) {
      if (entry.path("code").isString()) {
        FindingType type = type(entry);
        byCode.put(type.code(), type);
      }
    }
    return byCode;
  }

  private static FindingType type(JsonNode entry) {
    JsonNode says = entry.path("says");
    String pages =
        says.valueStream()
            .map(said -> said.path("source").asString())
            .distinct()
            .collect(Collectors.joining(" ↔ "));
    String summary = entry.path("summary").asString();
    return new FindingType(
        entry.path("code").asString(),
        Severity.WARNING,
        summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary,
        entry.path("chosen").asString(),
        new Source(Basis.of(says.path(0).path("basis").asString()), pages));
  }
}
