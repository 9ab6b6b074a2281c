package io.github.dokuconformance.vectors;

import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Checks that a suite finds out who judges wrongly: who accepts all, who rejects all, and who does
 * not see one of the defects. Each fails two cases or more, for a single one may be passed by
 * chance. What is informational counts for nothing.
 */
final class AdequacyLint {
  private static final int LEAST = 2;

  private AdequacyLint() {}

  static void check(String file, ObjectNode document, Consumer<LintProblem> problems) {
    String operation = document.required("operation").stringValue();
    if (!operation.equals("verify") && !operation.equals("validate")) {
      return;
    }
    int valid = 0;
    int invalid = 0;
    Map<String, Integer> defects = new TreeMap<>();
    for (JsonNode testCase : document.required("cases")) {
      if (isInformational(testCase)) {
        continue;
      }
      if (testCase.required("expected").required("valid").booleanValue()) {
        valid++;
      } else {
        invalid++;
        defects.merge(testCase.required("flags").required(0).stringValue(), 1, Integer::sum);
      }
    }
    tooFew(file, "is valid: who rejects all", valid, problems);
    tooFew(file, "is not valid: who accepts all", invalid, problems);
    defects.forEach(
        (defect, cases) ->
            tooFew(file, "has the defect " + defect + ": who is blind to it", cases, problems));
  }

  private static boolean isInformational(JsonNode testCase) {
    return testCase.required("requirement").stringValue().equals("informational");
  }

  private static void tooFew(String file, String what, int cases, Consumer<LintProblem> problems) {
    if (cases < LEAST) {
      problems.accept(
          new LintProblem(
              file,
              "",
              "expected "
                  + LEAST
                  + " cases or more of what "
                  + what
                  + " has to fail two, got "
                  + cases));
    }
  }
}
