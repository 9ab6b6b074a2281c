package io.github.dokuconformance.vectors.harness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts failures of one cause together: those that first differ at the same stage are listed under
 * the first of them, as a wrong digest makes every string to sign and every signature wrong; and so
 * are wrong verdicts of one kind, and errors of one operation.
 */
final class Folding {
  private Folding() {}

  /** Folds what is a breach, or what is not, in the order of the run. */
  static List<Group> of(List<CaseResult> results) {
    List<CaseResult> ordered = new ArrayList<>(results);
    ordered.sort(
        Comparator.comparing((CaseResult result) -> result.testCase().operation())
            .thenComparing(result -> result.testCase().requirement()));
    List<Group> groups = new ArrayList<>();
    Map<String, Group> byCause = new HashMap<>();
    for (CaseResult result : ordered) {
      Optional<String> stage = stage(result);
      Optional<String> cause = stage.or(() -> verdict(result)).or(() -> error(result));
      Group group = cause.map(byCause::get).orElse(null);
      if (group != null) {
        group.later().add(result);
      } else {
        Group opened = new Group(result, new ArrayList<>(), stage.isPresent());
        groups.add(opened);
        cause.ifPresent(name -> byCause.put(name, opened));
      }
    }
    return groups;
  }

  /** Returns what was wrong about a verdict: taken or refused, or for which errors. */
  private static Optional<String> verdict(CaseResult result) {
    return result
        .verdict()
        .firstDifference()
        .filter(it -> it.stage().equals("valid") || it.stage().equals("errors"))
        .map(
            it ->
                result.testCase().operation().id()
                    + " "
                    + it.stage()
                    + (it.stage().equals("valid") ? " " + it.expected() : ""));
  }

  private static Optional<String> error(CaseResult result) {
    return result.status() == Status.ERROR
        ? Optional.of(result.testCase().operation().id() + " error")
        : Optional.empty();
  }

  private static Optional<String> stage(CaseResult result) {
    return result
        .verdict()
        .firstDifference()
        .map(Difference::stage)
        .filter(
            name -> {
              for (Stage stage : Stage.values()) {
                if (stage.id().equals(name)) {
                  return true;
                }
              }
              return false;
            });
  }

  /** Of the same cause; where that is a stage, what follows it is wrong for that reason too. */
  record Group(CaseResult first, List<CaseResult> later, boolean isOfStage) {}
}
