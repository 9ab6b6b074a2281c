package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.SignedPart;
import java.util.ArrayList;
import java.util.List;

/** Chooses what to try next for a message that nothing explains. */
final class NextSteps {
  private static final int SHOWN = 3;

  private NextSteps() {}

  /**
   * Returns them, three at most.
   *
   * @param hashed whether the body is part of what is signed
   */
  static List<NextStep> of(DiagnosisInput input, boolean hashed) {
    List<NextStep> steps = new ArrayList<>(input.scheme().firstSteps(input));
    if (steps.contains(NextStep.KEY_IS_ANOTHER)) {
      return steps;
    }
    // What a key opens, no secret has made.
    boolean ofSecret = steps.isEmpty();
    if (input.part() == SignedPart.NOTIFICATION && input.ownUrls().isEmpty()) {
      steps.add(NextStep.GIVE_OWN_URLS);
    }
    if (ofSecret) {
      steps.add(NextStep.COMPARE_SECRET);
    }
    if (ofSecret && input.part() == SignedPart.REQUEST) {
      steps.add(NextStep.COMPARE_STRING_TO_SIGN);
    }
    if (hashed && !input.message().body().isEmpty()) {
      steps.add(NextStep.RECORD_RAW_BODY);
    }
    if (ofSecret && input.others().isEmpty()) {
      steps.add(NextStep.GIVE_OTHER_SECRETS);
    }
    steps.add(NextStep.RECORD_SIGNED_HEADERS);
    return steps.subList(0, Math.min(SHOWN, steps.size()));
  }
}
