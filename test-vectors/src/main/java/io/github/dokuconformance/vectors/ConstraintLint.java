package io.github.dokuconformance.vectors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds the constraints of the contract that no validate case breaks. */
final class ConstraintLint {
  /** What stands at the place of an error, by schema, place and keyword. */
  private final Map<String, List<JsonNode>> broken = new HashMap<>();

  private ConstraintLint() {}

  static List<LintProblem> uncovered(ObjectNode constraints, Collection<ObjectNode> vectorFiles) {
    ConstraintLint lint = new ConstraintLint();
    for (ObjectNode file : vectorFiles) {
      if (file.required("operation").stringValue().equals("validate")) {
        file.required("cases").forEach(lint::collect);
      }
    }
    return lint.uncovered(constraints);
  }

  private void collect(JsonNode testCase) {
    JsonNode input = testCase.required("input");
    String schema = input.required("schema").stringValue();
    for (JsonNode error : testCase.required("expected").path("errors")) {
      String pointer = error.required("pointer").stringValue();
      broken
          .computeIfAbsent(name(schema, error), name -> new ArrayList<>())
          .add(parsed(input.required("body").path("utf8").stringValue("")).at(pointer));
    }
  }

  private List<LintProblem> uncovered(ObjectNode constraints) {
    List<LintProblem> problems = new ArrayList<>();
    int index = 0;
    for (JsonNode constraint : constraints.required("constraints")) {
      String name = name(constraint.required("schema").stringValue(), constraint);
      String member = constraint.path("member").stringValue("");
      boolean covered =
          broken.getOrDefault(name, List.of()).stream()
              .anyMatch(owner -> member.isEmpty() || !owner.has(member));
      if (!covered) {
        problems.add(
            new LintProblem(
                "vectors/constraints.json",
                "/constraints/" + index,
                "expected a validate case that breaks: " + (name + " " + member).strip()));
      }
      index++;
    }
    return problems;
  }

  private static JsonNode parsed(String body) {
    try {
      return SuiteJson.MAPPER.readTree(body);
    } catch (JacksonException e) {
      // A body that is not JSON breaks a schema as a whole, so there is nothing at any place.
      return SuiteJson.MAPPER.missingNode();
    }
  }

  /** Names a constraint or error; an item's index becomes {@code *}. */
  private static String name(String schema, JsonNode constraint) {
    String pointer = constraint.required("pointer").stringValue().replaceAll("/\\d+(?=/|$)", "/*");
    String keyword = constraint.required("keyword").stringValue();
    return schema + " " + (pointer.isEmpty() ? "/" : pointer) + " " + keyword;
  }
}
