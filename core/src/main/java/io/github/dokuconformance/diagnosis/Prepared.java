package io.github.dokuconformance.diagnosis;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The recipes to search for an input, in each case.
 *
 * @param work what it took to prepare them
 * @param cut what kept forms of the body from being made
 */
record Prepared(List<Space> spaces, int bodyFormsSkipped, long work, Cut cut) {
  /** To gather the choices of one space, beside the forms of the body. */
  private static final long SPACE = 3_000_000;

  Prepared {
    spaces = List.copyOf(spaces);
  }

  /** Spends no more than half of the budget on forms of the body. */
  static Prepared of(
      Evidence evidence, Predicate<Choice<?>> useful, Budget budget, BooleanSupplier outOfTime) {
    BodyForms.Made bodyForms =
        evidence.bodyForms(Wanted.ALL).make(budget.work() / 2, budget.threads(), outOfTime);
    List<Space> spaces =
        evidence.cases().stream().map(each -> Space.of(each, bodyForms, useful)).toList();
    return new Prepared(
        spaces, bodyForms.missing(), bodyForms.work() + SPACE * spaces.size(), bodyForms.cut());
  }

  /** Tells whether all targets that are worth a search are met by what is right. */
  static boolean isRight(Evidence evidence, Judge judge) {
    Lane lane = new Lane();
    Set<Integer> met = new HashSet<>();
    evidence.cases().forEach(each -> met.addAll(judge.met(lane, each.right())));
    return IntStream.range(0, judge.targets())
        .allMatch(target -> met.contains(target) || judge.deepest(target) < 1);
  }
}
