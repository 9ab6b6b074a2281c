package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.RunBudget;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.rules.CheckContext;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;

/** Explains the invalid signatures of a run while its work suffices. Not thread safe. */
final class Explainer {
  /** About a second: all single mistakes and pairs of an ordinary message. */
  private static final Budget ONE = Budget.standard().withHypotheses(800_000);

  private static final int FULL_SEARCHES = 5;

  private final CheckContext context;
  private final RunBudget run = RunBudget.of(ONE, FULL_SEARCHES);
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
    if (run.next().isEmpty()) {
      skip();
      return result;
    }
    return Explanation.explain(result, context, run);
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
