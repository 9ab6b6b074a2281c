package io.github.dokuconformance.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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

  /** Tells whether values that this mistake leads to are gathered at all. */
  public boolean wants(MistakeCode code) {
    return wanted.contains(code);
  }

  /**
   * Adds a value with the mistake that leads to it; facts are names and texts in turn.
   *
   * @throws IllegalArgumentException if the mistake is one of another dimension
   */
  public <T> void add(
      Dimension<T> dimension, MistakeCode code, int cost, T value, String... facts) {
    if (wants(code)) {
      add(dimension, Mistake.of(code, facts), cost, value);
    }
  }

  <T> void add(Dimension<T> dimension, Mistake mistake, int cost, T value) {
    if (!mistake.code().dimension().equals(dimension)) {
      throw new IllegalArgumentException(
          mistake.code() + " is no mistake of the dimension " + dimension);
    }
    if (!value.equals(right.get(dimension))) {
      byDimension
          .computeIfAbsent(dimension, d -> new LinkedHashMap<>())
          .computeIfAbsent(value, v -> new ArrayList<>())
          .add(new Candidate(mistake, cost));
    }
  }

  /** Returns the choices, the likeliest first. */
  List<Choice<?>> sorted() {
    List<Choice<?>> choices = new ArrayList<>();
    byDimension.forEach(
        (dimension, byValue) ->
            byValue.forEach((value, candidates) -> choices.add(of(dimension, value, candidates))));
    choices.sort(Comparator.comparingInt(Choice::cost));
    return choices;
  }

  private static <T> Choice<T> of(
      Dimension<T> dimension, Object value, List<Candidate> candidates) {
    List<Candidate> likeliestFirst = new ArrayList<>(candidates);
    likeliestFirst.sort(Comparator.comparingInt(Candidate::cost));
    return new Choice<>(
        dimension,
        dimension.cast(value),
        likeliestFirst.get(0).cost,
        likeliestFirst.stream().map(Candidate::mistake).distinct().toList());
  }

  private record Candidate(Mistake mistake, int cost) {}
}
