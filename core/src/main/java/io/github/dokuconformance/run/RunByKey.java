package io.github.dokuconformance.run;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.rules.Ruling;
import java.util.List;
import java.util.function.Consumer;

/**
 * Judges what only a whole run shows where the run is too long for one memory: the exchanges come
 * key by key, and those of one key in the order of the run.
 *
 * <p>It finds what {@link RunCheck} finds, by the same rules, in the memory of one key. All
 * exchanges go by their request ids first; those that {@link #isRepeated} names go no further, and
 * the others by their orders and references. Not thread safe.
 */
public final class RunByKey {
  private static final List<String> IN_ORDER =
      RunCheck.inOrder().stream().map(FindingType::code).toList();

  private final OneKey memory = new OneKey();
  private final RunCheck rules = new RunCheck(memory);

  /** Goes on to another key. */
  public void begin() {
    memory.clear();
  }

  /**
   * Judges an exchange by its request id; tells whether it is a request once more, by which nothing
   * else is judged.
   *
   * @param exchange its number in the run, from 1 on
   */
  public boolean isRepeated(RunTrace trace, long exchange, Consumer<Finding> findings) {
    memory.at(exchange);
    return trace.requestId() != RunTrace.NONE
        && rules.checkRequestId(trace, Ruling.of(trace.operation(), findings));
  }

  /** Judges an exchange by its order's number. */
  public void order(RunTrace trace, long exchange, Consumer<Finding> findings) {
    judge(trace, exchange, rules::checkInvoice, findings);
    judge(trace, exchange, rules::compareWithOrder, findings);
  }

  /** Judges an exchange by its reference. */
  public void reference(RunTrace trace, long exchange, Consumer<Finding> findings) {
    judge(trace, exchange, rules::rememberReference, findings);
  }

  /** Judges an exchange by its reference of a refund. */
  public void refundReference(RunTrace trace, long exchange, Consumer<Finding> findings) {
    judge(trace, exchange, rules::rememberRefund, findings);
  }

  private void judge(RunTrace trace, long exchange, Rule rule, Consumer<Finding> findings) {
    if (trace.operation().isPresent()) {
      memory.at(exchange);
      rule.judge(trace, trace.operation().get(), Ruling.of(trace.operation(), findings));
    }
  }

  /** Returns the place of a finding among those of one exchange. */
  public static int place(Finding finding) {
    return IN_ORDER.indexOf(finding.code());
  }

  private interface Rule {
    void judge(RunTrace trace, Operation operation, Consumer<Finding> findings);
  }
}
