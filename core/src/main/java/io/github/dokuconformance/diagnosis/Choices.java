package io.github.dokuconformance.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

/**
 * Gathers wrong values: what equals the right value is no mistake, and mistakes that lead to one
 * value are one choice.
 */
public final class Choices {
  private final Recipe right;
  private final Wanted wanted;
  private final Map<Dimension<?>, Map<Object, List<Candidate>>> byDimension = new TreeMap<>();

  Choices(Recipe right, Wanted wanted) {
    this.right = right;
    this.wanted = wanted;
  }

  /** Tells whether values of one of these are gathered at all. */
  public boolean wants(Dimension<?>... dimensions) {
    return wanted.in(dimensions);
  }

  /**
   * Adds a value with the mistake that leads to it; facts are names and texts in turn.
   *
   * @throws IllegalArgumentException if the mistake is one of another dimension
   */
  public <T> void add(
      Dimension<T> dimension, MistakeCode code, int cost, T value, String... facts) {
    put(dimension, new Candidate(code, () -> Mistake.of(code, facts), cost), value);
  }

  <T> void add(Dimension<T> dimension, Mistake mistake, int cost, T value) {
    put(dimension, new Candidate(mistake.code(), () -> mistake, cost), value);
  }

  private <T> void put(Dimension<T> dimension, Candidate candidate, T value) {
    if (!candidate.code.dimension().equals(dimension)) {
      throw new IllegalArgumentException(
          candidate.code + " is no mistake of the dimension " + dimension);
    }
    if (wanted.in(dimension) && !value.equals(right.get(dimension))) {
      byDimension
          .computeIfAbsent(dimension, d -> new LinkedHashMap<>())
          .computeIfAbsent(value, v -> new ArrayList<>())
          .add(candidate);
    }
  }

  /** Returns the choices that a wanted mistake leads to, among others; the likeliest first. */
  List<Choice<?>> sorted() {
    List<Choice<?>> choices = new ArrayList<>();
    byDimension.forEach(
        (dimension, byValue) ->
            byValue.forEach(
                (value, candidates) -> {
                  if (isWanted(candidates)) {
                    choices.add(of(dimension, value, candidates));
                  }
                }));
    choices.sort(Comparator.comparingInt(Choice::cost));
    return choices;
  }

  private boolean isWanted(List<Candidate> candidates) {
    for (Candidate candidate : candidates) {
      if (wanted.contains(candidate.code)) {
        return true;
      }
    }
    return false;
  }

  private static <T> Choice<T> of(
      Dimension<T> dimension, Object value, List<Candidate> candidates) {
    List<Candidate> likeliestFirst = new ArrayList<>(candidates);
    likeliestFirst.sort(Comparator.comparingInt(Candidate::cost));
    return new Choice<>(
        dimension,
        dimension.cast(value),
        likeliestFirst.get(0).cost,
        likeliestFirst.stream().map(it -> it.mistake.get()).distinct().toList());
  }

  /** A mistake, made when it is asked for: most choices of a run that knows its mistake are not. */
  private record Candidate(MistakeCode code, Supplier<Mistake> mistake, int cost) {}
}
