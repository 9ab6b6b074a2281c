package io.github.dokuconformance.vectors.harness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Puts failures of one cause together: those that first differ at the same stage are listed under
 * the first of them, as a wrong digest makes every string to sign and every signature wrong.
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
    Map<String, Group> byStage = new HashMap<>();
    for (CaseResult result : ordered) {
      Optional<String> stage = foldableStage(result);
      Group group = stage.map(byStage::get).orElse(null);
      if (group != null) {
        group.later().add(result);
      } else {
        Group opened = new Group(result, new ArrayList<>());
        groups.add(opened);
        stage.ifPresent(name -> byStage.put(name, opened));
      }
    }
    return groups;
  }

  /** Returns the stage; a wrong verdict has none and may have a cause of its own each time. */
  private static Optional<String> foldableStage(CaseResult result) {
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

  record Group(CaseResult first, List<CaseResult> later) {}
}
