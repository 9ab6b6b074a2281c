package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.SignedPart;
import java.util.ArrayList;
import java.util.List;

/** Chooses what to try next for a message that nothing explains. */
final class NextSteps {
  private static final int SHOWN = 3;

  private NextSteps() {}

  static List<NextStep> of(DiagnosisInput input) {
    List<NextStep> steps = new ArrayList<>(input.scheme().firstSteps(input));
    if (input.part() == SignedPart.NOTIFICATION && input.ownUrls().isEmpty()) {
      steps.add(NextStep.GIVE_OWN_URLS);
    }
    steps.add(NextStep.COMPARE_SECRET);
    if (input.part() == SignedPart.REQUEST) {
      steps.add(NextStep.COMPARE_STRING_TO_SIGN);
    }
    if (!input.message().body().isEmpty()) {
      steps.add(NextStep.RECORD_RAW_BODY);
    }
    if (input.others().isEmpty()) {
      steps.add(NextStep.GIVE_OTHER_SECRETS);
    }
    steps.add(NextStep.RECORD_SIGNED_HEADERS);
    return steps.subList(0, SHOWN);
  }
}
