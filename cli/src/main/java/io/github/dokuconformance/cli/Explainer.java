package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.rules.CheckContext;
import java.util.Arrays;

/** Explains the first invalid signatures of a run; each takes up to a second. Not thread safe. */
final class Explainer {
  private static final int MOST = 20;
  private static final Budget BUDGET = Budget.standard().withHypotheses(2_000_000);

  private final CheckContext context;
  private int explained;
  private int left;

  Explainer(CheckContext context) {
    this.context = context;
  }

  CheckResult explain(CheckResult result) {
    boolean invalid =
        Arrays.stream(Part.values())
            .anyMatch(part -> result.signature(part).status() == SignatureStatus.INVALID);
    if (!invalid) {
      return result;
    }
    if (explained == MOST) {
      left++;
      return result;
    }
    explained++;
    return Explanation.explain(result, context, BUDGET);
  }

  /** Returns how many were left unexplained because there were too many. */
  int left() {
    return left;
  }
}
