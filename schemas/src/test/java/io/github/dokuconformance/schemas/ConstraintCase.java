package io.github.dokuconformance.schemas;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** A value that a constraint just lets pass and one that it refuses, put into an example. */
record ConstraintCase(
    String schema,
    String constraint,
    String base,
    String pointer,
    JsonNode pass,
    JsonNode fail,
    String code) {

  static List<ConstraintCase> all() {
    return Contract.elements(Contract.read(Path.of("cases/constraint-cases.json")).get("cases"))
        .map(
            node ->
                new ConstraintCase(
                    text(node, "schema"),
                    text(node, "constraint"),
                    text(node, "base"),
                    text(node, "pointer"),
                    node.get("pass"),
                    node.get("fail"),
                    text(node, "code")))
        .toList();
  }

  /** The keyword's place, in the form of {@link Constraints}. */
  String place() {
    return schema + "#" + constraint;
  }

  /** The keyword's place as a validator reports it: {@code required} without the name's index. */
  String keywordPlace() {
    return place().replaceFirst("/required/\\d+$", "/required");
  }

  String keyword() {
    return keywordPlace().substring(keywordPlace().lastIndexOf('/') + 1);
  }

  /** Where a validator reports the failure: for an absent member, at the object that lacks it. */
  String reportedAt() {
    return keyword().equals("required") ? pointer.substring(0, pointer.lastIndexOf('/')) : pointer;
  }

  /** The code of a finding for a keyword: {@code schema.max-length}. */
  static String code(String keyword) {
    return "schema." + keyword.replaceAll("(?=[A-Z])", "-").toLowerCase(Locale.ROOT);
  }

  JsonNode passing() {
    return put(pass);
  }

  JsonNode failing() {
    return put(fail);
  }

  private JsonNode put(JsonNode value) {
    if (pointer.isEmpty()) {
      return value;
    }
    JsonNode document = Contract.read(base);
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = document.at(place.head());
    JsonPointer last = place.last();
    if (parent instanceof ArrayNode array) {
      array.set(last.getMatchingIndex(), expand(value));
    } else if (value.has("$absent")) {
      ((ObjectNode) parent).remove(last.getMatchingProperty());
    } else {
      ((ObjectNode) parent).set(last.getMatchingProperty(), expand(value));
    }
    return document;
  }

  private static JsonNode expand(JsonNode value) {
    JsonNode repeat = value.path("$repeat");
    return repeat.isMissingNode()
        ? value
        : StringNode.valueOf(repeat.get(0).stringValue().repeat(repeat.get(1).intValue()));
  }

  private static String text(JsonNode node, String name) {
    return node.get(name).stringValue();
  }

  @Override
  public String toString() {
    return place() + " at " + pointer;
  }
}
