package io.github.dokuconformance.vectors;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Finds the constraints of the contract that no validate case breaks, and the limits that no case
 * keeps exactly or breaks by the least.
 */
final class ConstraintLint {
  /** What stands at the place of an error, by schema, place and keyword. */
  private final Map<String, List<JsonNode>> broken = new HashMap<>();

  /** The bodies that are valid, by schema. */
  private final Map<String, List<JsonNode>> valid = new HashMap<>();

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
    JsonNode body = parsed(input.required("body").path("utf8").stringValue(""));
    if (testCase.required("expected").path("valid").booleanValue(false)) {
      valid.computeIfAbsent(schema, name -> new ArrayList<>()).add(body);
    }
    for (JsonNode error : testCase.required("expected").path("errors")) {
      String pointer = error.required("pointer").stringValue();
      broken.computeIfAbsent(name(schema, error), name -> new ArrayList<>()).add(body.at(pointer));
    }
  }

  private List<LintProblem> uncovered(ObjectNode constraints) {
    List<LintProblem> problems = new ArrayList<>();
    int index = 0;
    for (JsonNode constraint : constraints.required("constraints")) {
      String name = name(constraint.required("schema").stringValue(), constraint);
      String member = constraint.path("member").stringValue("");
      List<JsonNode> breaking = broken.getOrDefault(name, List.of());
      boolean covered = breaking.stream().anyMatch(owner -> member.isEmpty() || !owner.has(member));
      String place = "/constraints/" + index;
      if (!covered) {
        problems.add(problem(place, "that breaks: " + (name + " " + member).strip()));
      } else if (Limit.isOne(constraint)) {
        Limit limit = Limit.of(constraint);
        if (breaking.stream().noneMatch(limit::isJustBrokenBy)) {
          problems.add(problem(place, "that is just beyond: " + name + " " + limit));
        }
        String schema = constraint.required("schema").stringValue();
        if (at(valid.getOrDefault(schema, List.of()), constraint).noneMatch(limit::isReachedBy)) {
          problems.add(problem(place, "that keeps just: " + name + " " + limit));
        }
      }
      index++;
    }
    return problems;
  }

  private static LintProblem problem(String place, String what) {
    return new LintProblem("vectors/constraints.json", place, "expected a validate case " + what);
  }

  /** Returns what stands at a constraint's place in those bodies. */
  private static Stream<JsonNode> at(List<JsonNode> bodies, JsonNode constraint) {
    Stream<JsonNode> values = bodies.stream();
    String pointer = constraint.required("pointer").stringValue();
    for (String step : pointer.isEmpty() ? List.<String>of() : steps(pointer)) {
      values =
          values.flatMap(
              value ->
                  step.equals("*") ? value.valueStream() : Stream.of(value.path(unescaped(step))));
    }
    return values.filter(value -> !value.isMissingNode());
  }

  private static List<String> steps(String pointer) {
    return List.of(pointer.substring(1).split("/", -1));
  }

  private static String unescaped(String step) {
    return step.replace("~1", "/").replace("~0", "~");
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
