package io.github.dokuconformance.diagnosis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Gathers wrong values: what equals the right value is no mistake, and mistakes that lead to one
 * value are one choice.
 */
final class Choices {
  private final Recipe right;
  private final Map<Dimension, Map<Object, Gathered>> byDimension = new EnumMap<>(Dimension.class);

  Choices(Recipe right) {
    this.right = right;
  }

  /** Adds a value with the mistake that leads to it; facts are names and texts in turn. */
  void add(MistakeCode code, int cost, Object value, String... facts) {
    if (!value.equals(right.get(code.dimension()))) {
      add(Mistake.of(code, facts), cost, value);
    }
  }

  void add(Mistake mistake, int cost, Object value) {
    Dimension dimension = mistake.code().dimension();
    if (!value.equals(right.get(dimension))) {
      byDimension
          .computeIfAbsent(dimension, d -> new LinkedHashMap<>())
          .computeIfAbsent(value, v -> new Gathered(new ArrayList<>()))
          .candidates
          .add(new Candidate(mistake, cost));
    }
  }

  /** Returns the choices, the likeliest first. */
  List<Choice> sorted() {
    List<Choice> choices = new ArrayList<>();
    byDimension.forEach(
        (dimension, byValue) ->
            byValue.forEach((value, gathered) -> choices.add(gathered.choice(dimension, value))));
    choices.sort(Comparator.comparingInt(Choice::cost));
    return choices;
  }

  private record Candidate(Mistake mistake, int cost) {}

  private record Gathered(List<Candidate> candidates) {
    Choice choice(Dimension dimension, Object value) {
      List<Candidate> likeliestFirst = new ArrayList<>(candidates);
      likeliestFirst.sort(Comparator.comparingInt(Candidate::cost));
      return new Choice(
          dimension,
          value,
          likeliestFirst.get(0).cost,
          likeliestFirst.stream().map(Candidate::mistake).distinct().toList());
    }
  }
}
