package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/**
 * How far the searches of one run may go, in their order: what one may do depends on those before
 * it alone, so that the same input gives the same answers. Not thread safe.
 */
public final class RunBudget {
  /** Of what is left a search gets one part in so many, so that something stays for later ones. */
  private static final int SHARES = 3;

  /** Less does not suffice for the single mistakes. */
  private static final long LEAST = Budget.standard().withHypotheses(12_000).work();

  /** In bytes. To read, judge and report a body beyond this takes long too. */
  private static final int LARGE_BODY = 1 << 18;

  /** A message with a large body gets one part in so many of what another gets. */
  private static final int PART_FOR_LARGE = 5;

  private final Budget one;
  private long left;

  private RunBudget(Budget one, long left) {
    this.one = one;
    this.left = left;
  }

  /**
   * Returns what suffices for so many searches of full length.
   *
   * @param one how far any one search may go
   */
  public static RunBudget of(Budget one, int searches) {
    return new RunBudget(requireNonNull(one, "one"), Math.multiplyExact(one.work(), searches));
  }

  /** Returns what the next search may do; empty where too little is left for any. */
  public Optional<Budget> next() {
    long share = Math.min(one.work(), Math.max(left / SHARES, Math.min(left, LEAST)));
    return left < LEAST ? Optional.empty() : Optional.of(one.withWork(share));
  }

  /** As {@link #next()}, for a message with a body of so many bytes. */
  public Optional<Budget> next(int bodyLength) {
    return bodyLength <= LARGE_BODY
        ? next()
        : next().map(budget -> budget.withWork(budget.work() / PART_FOR_LARGE));
  }

  /** Takes off all that a search was allowed to do. */
  public void spend(Budget budget) {
    left -= budget.work();
  }

  /** Takes off what a search did. */
  public void spend(Diagnosis diagnosis) {
    left -=
        diagnosis.fold(
            valid -> 0L,
            explained -> explained.statistics().work(),
            unexplained -> unexplained.statistics().work());
  }
}
