package io.github.dokuconformance.vectors;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Checks ids, flags, twins, evidence and keys over all vector files. */
final class CaseLint {
  private final Set<String> retired = new HashSet<>();
  private final JsonNode references;
  private final @Nullable ObjectNode keys;
  private final List<LintProblem> problems;
  private final Map<String, JsonNode> cases = new HashMap<>();
  private final Map<String, JsonNode> flags = new HashMap<>();

  CaseLint(ObjectNode manifest, @Nullable ObjectNode keys, List<LintProblem> problems) {
    manifest.required("retired").forEach(entry -> retired.add(text(entry, "id")));
    this.references = manifest.required("references");
    this.keys = keys;
    this.problems = problems;
  }

  /** Takes up a file's cases and flags, and reports what is there twice. */
  void collect(String file, ObjectNode document) {
    for (JsonNode testCase : document.required("cases")) {
      String id = text(testCase, "id");
      if (cases.putIfAbsent(id, testCase) != null) {
        report(file, id, "the id is taken by another case; every case has an id of its own");
      }
      if (retired.contains(id)) {
        report(file, id, "the id is retired; an id is never used again");
      }
    }
    for (Map.Entry<String, JsonNode> flag : document.required("flags").properties()) {
      JsonNode earlier = flags.putIfAbsent(flag.getKey(), flag.getValue());
      if (earlier != null && !earlier.equals(flag.getValue())) {
        report(file, "/flags/" + flag.getKey(), "another file defines this flag differently");
      }
    }
  }

  /** Checks a file's cases, after all files were collected. */
  void check(String file, ObjectNode document) {
    Set<String> used = new HashSet<>();
    for (JsonNode testCase : document.required("cases")) {
      String id = text(testCase, "id");
      used.addAll(SuiteJson.strings(testCase.required("flags")));
      checkTwin(file, id, testCase);
      checkEvidence(file, id, testCase);
      checkKey(file, id, testCase.required("input").path("key").stringValue(""));
    }
    Set<String> defined = new HashSet<>(document.required("flags").propertyNames());
    used.stream()
        .filter(code -> !defined.contains(code))
        .sorted()
        .forEach(code -> report(file, "/flags", "a case carries the undefined flag " + code));
    defined.stream()
        .filter(code -> !used.contains(code))
        .sorted()
        .forEach(code -> report(file, "/flags", "no case carries the defined flag " + code));
  }

  private void checkTwin(String file, String id, JsonNode testCase) {
    String twinId = testCase.path("twin").stringValue("");
    if (!isNegative(testCase)) {
      if (!twinId.isEmpty()) {
        report(file, id, "has a twin, but only a negative case has one");
      }
      return;
    }
    JsonNode twin = cases.get(twinId);
    if (twinId.isEmpty()) {
      report(file, id, "expected a twin, the positive case that differs in the defect alone");
    } else if (twin == null) {
      report(file, id, "expected the id of a case as twin, got " + twinId);
    } else if (isNegative(twin)) {
      report(file, id, "expected a positive case as twin, got the negative " + twinId);
    } else if (!operation(twinId).equals(operation(id))) {
      report(file, id, "expected a twin of the same operation, got " + twinId);
    }
  }

  private static boolean isNegative(JsonNode testCase) {
    JsonNode expected = testCase.required("expected");
    return expected.has("rejected") || !expected.path("valid").booleanValue(true);
  }

  private static String operation(String id) {
    return id.substring(0, id.indexOf('/'));
  }

  private void checkEvidence(String file, String id, JsonNode testCase) {
    JsonNode evidence = testCase.required("evidence");
    String requirement = text(testCase, "requirement");
    if (text(evidence, "basis").equals("assumed") && !requirement.equals("informational")) {
      report(file, id, "what is assumed is informational, got the requirement " + requirement);
    }
    for (String reference : SuiteJson.strings(evidence.required("refs"))) {
      if (!references.has(reference.replaceFirst("#.*", ""))) {
        report(file, id, "expected a reference that the manifest explains, got " + reference);
      }
    }
  }

  private void checkKey(String file, String id, String key) {
    if (!key.isEmpty() && (keys == null || !keys.required("keys").has(key))) {
      report(file, id, "expected a key that keys.json holds, got " + key);
    }
  }

  private static String text(JsonNode node, String member) {
    return node.required(member).stringValue();
  }

  private void report(String file, String place, String message) {
    problems.add(new LintProblem(file, place, message));
  }
}
