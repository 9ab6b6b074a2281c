package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.SignedPart;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;

/** The recipes to search for an input, under each reading of its target. */
record Prepared(List<Space> spaces, int bodyFormsSkipped) {
  static Prepared of(DiagnosisInput input, Predicate<Choice> useful, BooleanSupplier outOfTime) {
    List<Evidence> readings = readings(input);
    BodyForms.Made bodyForms = Space.bodyForms(readings.get(0)).make(outOfTime);
    return new Prepared(
        readings.stream().map(each -> Space.of(each, bodyForms, useful)).toList(),
        bodyForms.missing());
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
