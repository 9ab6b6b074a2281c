package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.rules.CheckContext;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Explains the first invalid signatures of a run; each takes up to a second. Not thread safe. */
final class Explainer {
  private static final int MOST = 20;
  private static final Budget BUDGET = Budget.standard().withHypotheses(2_000_000);

  private final CheckContext context;
  private int explained;
  private final AtomicInteger left = new AtomicInteger();

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
      skip();
      return result;
    }
    explained++;
    return Explanation.explain(result, context, BUDGET);
  }

  /** Counts one that is left unexplained because there are too many; for any thread. */
  void skip() {
    left.incrementAndGet();
  }

  /** Tells how many were left unexplained. */
  void tellOfSkipped(Env env) {
    if (left.get() > 0) {
      Failures.print(
          env, left + " more invalid signatures were not explained; ask with the command explain");
    }
  }
}
