package io.github.dokuconformance.pact.assertion;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.rules.CheckContext;

/** Checks an exchange, and asks why a signature is invalid: but not for longer than a test may. */
public final class ExchangeJudge {
  /** All single mistakes, and the likelier pairs. */
  private static final Budget BUDGET = Budget.standard().withHypotheses(200_000);

  private ExchangeJudge() {}

  public static CheckResult judge(Exchange exchange, CheckContext context) {
    return explain(Check.check(exchange, context), context);
  }

  /** Adds the diagnosis to a result. */
  public static CheckResult explain(CheckResult result, CheckContext context) {
    return Explanation.explain(result, context, BUDGET);
  }
}
