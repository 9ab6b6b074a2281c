package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Basis;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Reads the contradictions of a contract, and the signatures that pages print as samples. */
final class Contradictions {
  private Contradictions() {}

  /** Returns those that a message can show. */
  static List<Contradiction> read(List<JsonNode> documents) {
    List<Contradiction> all = new ArrayList<>();
    for (JsonNode document : documents) {
      for (JsonNode entry : document.path("contradictions")) {
        if (entry.path("code").isString()) {
          all.add(
              new Contradiction(
                  type(entry),
                  entry.path("shownBy").valueStream().map(Contradictions::showing).toList()));
        }
      }
    }
    return List.copyOf(all);
  }

  /** Returns the signatures that the pages print beside different messages. */
  static Set<String> placeholders(List<JsonNode> documents) {
    return documents.stream()
        .flatMap(document -> document.path("contradictions").valueStream())
        .flatMap(entry -> entry.path("placeholders").valueStream())
        .map(JsonNode::asString)
        .collect(Collectors.toUnmodifiableSet());
  }

  private static FindingType type(JsonNode entry) {
    JsonNode says = entry.path("says");
    String pages =
        says.valueStream()
            .map(said -> said.path("source").asString(""))
            .distinct()
            .collect(Collectors.joining(" ↔ "));
    String summary = entry.path("summary").asString("");
    return new FindingType(
        entry.path("code").asString(),
        Severity.of(entry.path("severity").asString(Severity.WARNING.id())),
        summary.endsWith(".") ? summary.substring(0, summary.length() - 1) : summary,
        entry.path("chosen").asString(""),
        new Source(Basis.of(says.path(0).path("basis").asString("documented")), pages));
  }

  private static Showing showing(JsonNode json) {
    return new Showing(
        text(json, "operation"),
        json.path("part").asString("").equals("response") ? Part.RESPONSE : Part.REQUEST,
        json.has("when") ? Optional.of(Condition.parse(json.path("when"))) : Optional.empty(),
        json.path("shows").valueStream().map(Condition::parse).toList(),
        text(json, "got"),
        text(json, "many"),
        number(json, "status"),
        text(json, "otherHeader"),
        number(json, "earlierBySeconds"),
        urlParameter(json.path("urlParameter")));
  }

  private static Optional<Showing.UrlParameter> urlParameter(JsonNode json) {
    return json.isMissingNode()
        ? Optional.empty()
        : Optional.of(
            new Showing.UrlParameter(
                Pointer.parse(json.path("at").asString("")),
                json.path("name").asString(""),
                Pointer.parse(json.path("identifiers").asString("")),
                json.path("identifier").asString("")));
  }

  private static Optional<String> text(JsonNode json, String name) {
    return json.has(name) ? Optional.of(json.path(name).asString("")) : Optional.empty();
  }

  private static Optional<Integer> number(JsonNode json, String name) {
    return json.has(name) ? Optional.of(json.path(name).asInt()) : Optional.empty();
  }
}
