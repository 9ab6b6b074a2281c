package io.github.dokuconformance.check;

import io.github.dokuconformance.finding.Finding;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Keeps the first findings of each code; one more stands for the rest, so that a small message has
 * no huge report. Not thread safe.
 */
final class Capped implements Consumer<Finding> {
  static final int MOST = 100;

  private final List<Finding> kept = new ArrayList<>();
  private final Map<String, Integer> counts = new HashMap<>();
  private final Map<String, Finding> firstBeyond = new LinkedHashMap<>();

  @Override
  public void accept(Finding finding) {
    if (counts.merge(finding.code(), 1, Integer::sum) <= MOST) {
      kept.add(finding);
    } else {
      firstBeyond.merge(finding.code(), finding, Capped::heavier);
    }
  }

  private static Finding heavier(Finding one, Finding other) {
    return other.severity().compareTo(one.severity()) > 0 ? other : one;
  }

  /** Returns what was kept, and for each code that was cut what stands for the rest. */
  List<Finding> all() {
    List<Finding> all = new ArrayList<>(kept);
    firstBeyond.forEach(
        (code, first) -> all.add(first.standingFor(counts.getOrDefault(code, MOST) - MOST)));
    return all;
  }
}
