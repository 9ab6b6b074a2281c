package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.diagnosis.Diagnosis;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Counts what explains the wrong signatures of a run. Not thread safe; of bounded memory. */
public final class ExplanationCounts {
  private static final int MOST = 100;

  private final Map<List<String>, Long> counts = new LinkedHashMap<>();
  private long wrong;

  /** Counts a signature that is wrong. */
  public void add(Optional<Diagnosis> diagnosis) {
    wrong++;
    if (diagnosis.orElse(null) instanceof Diagnosis.Explained explained) {
      List<String> codes = explained.codes().stream().map(Object::toString).toList();
      if (counts.size() < MOST || counts.containsKey(codes)) {
        counts.merge(codes, 1L, Long::sum);
      }
    }
  }

  public long wrong() {
    return wrong;
  }

  /** Returns how many each set of codes explains, the most first. */
  List<Map.Entry<List<String>, Long>> all() {
    return counts.entrySet().stream()
        .sorted(Map.Entry.<List<String>, Long>comparingByValue().reversed())
        .collect(Collectors.toList());
  }

  /** Returns the same, a line each. */
  public List<String> lines() {
    return all().stream()
        .map(
            entry ->
                String.join(" and ", entry.getKey())
                    + (entry.getKey().size() > 1 ? " explain " : " explains ")
                    + entry.getValue()
                    + " of "
                    + wrong
                    + " wrong signatures")
        .toList();
  }
}
