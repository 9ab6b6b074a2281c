package io.github.dokuconformance.sandbox;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.json.JsonTree;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * The table of refusals: in DOKU's order, each with what it rests on.
 *
 * <p>The table is data, {@code refusals.json} beside this class; what no page and no observer says
 * is marked there as assumed.
 */
final class Refusals {
  private static final String FILE = "refusals.json";
  private static final String NO_KEY = "signature.no-secret";
  private static final Map<String, Refusal> BY_ID = read();

  private Refusals() {}

  static List<Refusal> all() {
    return List.copyOf(BY_ID.values());
  }

  static Refusal of(String id) {
    Refusal refusal = BY_ID.get(id);
    if (refusal == null) {
      throw new IllegalArgumentException("expected a refusal of " + FILE + ", got: " + id);
    }
    return refusal;
  }

  /** Returns the first refusal, in DOKU's order, that the findings about a request lead to. */
  static Optional<Refused> first(List<Finding> all) {
    List<Finding> findings = new ArrayList<>(0);
    for (Finding finding : all) {
      if (counts(finding)) {
        findings.add(finding);
      }
    }
    if (findings.isEmpty()) {
      return Optional.empty();
    }
    for (Refusal refusal : BY_ID.values()) {
      List<Finding> matching = findings.stream().filter(refusal::isFor).toList();
      if (!matching.isEmpty()) {
        return Optional.of(new Refused(refusal, matching));
      }
    }
    throw new IllegalStateException("no refusal stands for " + findings.get(0).code());
  }

  private static boolean counts(Finding finding) {
    return finding.part() == Part.REQUEST
        && (finding.severity() == Severity.ERROR || finding.code().equals(NO_KEY));
  }

  /** A refusal and the findings that led to it. */
  record Refused(Refusal refusal, List<Finding> findings) {
    static Refused by(String id) {
      return new Refused(Refusals.of(id), List.of());
    }
  }

  private static Map<String, Refusal> read() {
    InputStream file = requireNonNull(Refusals.class.getResourceAsStream(FILE), FILE);
    JsonNode document = JsonTree.read(file);
    Map<String, Refusal> byId = new LinkedHashMap<>();
    for (JsonNode entry : document.path("refusals")) {
      Refusal refusal = refusal(entry);
      byId.put(refusal.id(), refusal);
    }
    return byId;
  }

  private static Refusal refusal(JsonNode entry) {
    return new Refusal(
        entry.path("id").asString(),
        entry.path("codes").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
        entry.path("at").asString(""),
        entry.path("status").asInt(),
        entry.path("signed").asBoolean(),
        entry.path("body"),
        entry.path("messages").properties().stream()
            .collect(Collectors.toMap(Map.Entry::getKey, m -> m.getValue().asString())),
        entry.path("source").asString());
  }
}
