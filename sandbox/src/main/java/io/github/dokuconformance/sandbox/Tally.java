package io.github.dokuconformance.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Counts how often each name came. Not thread safe. */
final class Tally<K> {
  private final Map<K, long[]> counts = new HashMap<>();

  void add(K name) {
    add(name, 1);
  }

  void add(K name, int times) {
    counts.computeIfAbsent(name, first -> new long[1])[0] += times;
  }

  Map<K, Long> toMap() {
    return counts.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, entry -> entry.getValue()[0]));
  }

  void clear() {
    counts.clear();
  }
}
