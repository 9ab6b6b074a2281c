package io.github.dokuconformance.diagnosis;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a search went through.
 *
 * @param hypotheses how many recipes were computed and compared with what came
 * @param singles how many single changes were known, by dimension
 * @param complete all sets of up to so many mistakes were tried
 * @param cut what kept it from its end
 * @param bodyFormsSkipped how many forms of the body the budget did not suffice for
 * @param work what it took of the budget
 */
public record SearchStatistics(
    long hypotheses,
    Map<Dimension<?>, Integer> singles,
    int complete,
    Cut cut,
    int bodyFormsSkipped,
    long work) {
  public SearchStatistics {
    singles = Collections.unmodifiableSortedMap(new TreeMap<>(singles));
  }

  SearchStatistics withMoreWork(long more) {
    return new SearchStatistics(hypotheses, singles, complete, cut, bodyFormsSkipped, work + more);
  }
}
