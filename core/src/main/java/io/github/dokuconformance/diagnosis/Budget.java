package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How far a search may go; what was not searched is said.
 *
 * @param hypotheses how many MACs may be computed at most; the answer depends on this number alone
 * @param time after which it ends all the same
 * @param threads how many may be used, the caller's included
 */
public record Budget(long hypotheses, Duration time, int threads) {
  /** Enough for all single mistakes and pairs, and for the likelier triples. */
  private static final Budget STANDARD =
      new Budget(20_000_000, Duration.ofSeconds(30), Runtime.getRuntime().availableProcessors());

  public Budget {
    requireNonNull(time, "time");
    if (hypotheses < 1 || threads < 1 || time.isNegative()) {
      throw new IllegalArgumentException(
          "expected at least one hypothesis, one thread and no negative time, got "
              + hypotheses
              + ", "
              + threads
              + ", "
              + time);
    }
  }

  public static Budget standard() {
    return STANDARD;
  }

  public Budget withHypotheses(long limit) {
    return new Budget(limit, time, threads);
  }

  public Budget withTime(Duration limit) {
    return new Budget(hypotheses, limit, threads);
  }

  public Budget withThreads(int limit) {
    return new Budget(hypotheses, time, limit);
  }

  /** Returns what tells whether the time is over; it starts now. */
  BooleanSupplier deadline() {
    long start = System.nanoTime();
    long allowed = time.toNanos();
    return () -> System.nanoTime() - start > allowed;
  }
}
