package io.github.dokuconformance.diagnosis;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** The recipes to search in one case: the right one and all single changes. */
final class Space {
  private final Case origin;
  private final Recipe right;
  private final Weight weight;
  private final Choice<?>[] choices;
  private final int[] firstOfCost = new int[Choice.ALONE + 2];
  private final int[] endOfRun;

  private Space(Case origin, Recipe right, List<Choice<?>> likeliestFirst) {
    this.origin = origin;
    this.right = right;
    this.weight = Weight.of(right);
    this.choices = likeliestFirst.toArray(Choice<?>[]::new);
    for (int cost = 0; cost < firstOfCost.length; cost++) {
      int wanted = cost;
      firstOfCost[cost] = (int) Arrays.stream(choices).filter(c -> c.cost() < wanted).count();
    }
    this.endOfRun = endsOfRuns(choices);
  }

  private static int[] endsOfRuns(Choice<?>[] choices) {
    int[] ends = new int[choices.length];
    for (int i = choices.length - 1; i >= 0; i--) {
      boolean last =
          i + 1 == choices.length
              || choices[i].cost() != choices[i + 1].cost()
              || !choices[i].dimension().equals(choices[i + 1].dimension());
      ends[i] = last ? i + 1 : ends[i + 1];
    }
    return ends;
  }

  static Space of(Case origin, BodyForms.Made bodyForms, Predicate<Choice<?>> useful) {
    return of(origin, bodyForms, useful, Wanted.ALL);
  }

  /** As {@link #of(Case, BodyForms.Made, Predicate)}, with some mistakes alone. */
  static Space of(
      Case origin, BodyForms.Made bodyForms, Predicate<Choice<?>> useful, Wanted wanted) {
    Recipe right = origin.right();
    Choices choices = new Choices(right, wanted);
    origin.addChoices(choices, bodyForms);
    return new Space(origin, right, choices.sorted().stream().filter(useful).toList());
  }

  /** Returns what the right recipe is right for. */
  Case origin() {
    return origin;
  }

  Recipe right() {
    return right;
  }

  /** What the right recipe takes. */
  Weight weight() {
    return weight;
  }

  int size() {
    return choices.length;
  }

  Choice<?> choice(int index) {
    return choices[index];
  }

  List<Choice<?>> choices() {
    return List.of(choices);
  }

  /** Index after the last of the choices from there that have one cost and one dimension. */
  int endOfRun(int index) {
    return endOfRun[index];
  }

  /** Index of the first choice of that cost. */
  int from(int cost) {
    return firstOfCost[cost];
  }

  /** Index after the last choice of that cost. */
  int to(int cost) {
    return firstOfCost[cost + 1];
  }
}
