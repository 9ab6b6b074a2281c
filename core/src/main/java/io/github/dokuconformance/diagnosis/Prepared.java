package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.SignedPart;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * The recipes to search for an input, under each reading of its target.
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
      DiagnosisInput input, Predicate<Choice> useful, Budget budget, BooleanSupplier outOfTime) {
    List<Evidence> readings = readings(input);
    BodyForms.Made bodyForms = Space.bodyForms(readings.get(0)).make(budget.work() / 2, outOfTime);
    return new Prepared(
        readings.stream().map(each -> Space.of(each, bodyForms, useful)).toList(),
        bodyForms.missing(),
        bodyForms.work() + SPACE * readings.size(),
        bodyForms.cut());
  }

  /** Tells whether all targets that are worth a search are met by what is right. */
  static boolean isRight(DiagnosisInput input, Judge judge) {
    Lane lane = new Lane();
    Set<Integer> met = new HashSet<>();
    readings(input).forEach(each -> met.addAll(judge.met(lane, each.recipe())));
    return IntStream.range(0, judge.targets())
        .allMatch(target -> met.contains(target) || judge.deepest(target) < 1);
  }

  /** One for each path that may be the right target. */
  private static List<Evidence> readings(DiagnosisInput input) {
    Evidence received = Evidence.of(input, input.request().target().path());
    if (input.part() != SignedPart.NOTIFICATION || input.ownUrls().isEmpty()) {
      return List.of(received);
    }
    return input.ownUrls().stream()
        .map(url -> Target.of(url).path())
        .distinct()
        .map(received::withTarget)
        .toList();
  }
}
