package io.github.dokuconformance.diagnosis;

import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a search went through.
 *
 * @param hypotheses how many recipes were computed and compared with what came
 * @param singles how many single changes were known, by dimension
 * @param complete all sets of up to so many mistakes were tried
 * @param budgetSpent whether the budget ended the search
 * @param bodyFormsSkipped how many forms of the body there was no time for
 */
public record SearchStatistics(
    long hypotheses,
    Map<Dimension, Integer> singles,
    int complete,
    boolean budgetSpent,
    int bodyFormsSkipped) {
  public SearchStatistics {
    EnumMap<Dimension, Integer> copy = new EnumMap<>(Dimension.class);
    copy.putAll(singles);
    singles = Collections.unmodifiableMap(copy);
  }
}
