package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * How far a search may go; what was not searched is said.
 *
 * @param work how many bytes may be hashed or written at most, with what each hypothesis takes
 *     beside; known before it is done, so that the answer depends on this number alone
 * @param time after which it ends all the same: a last guard, far beyond what the work takes
 * @param threads how many may be used, the caller's included
 */
public record Budget(long work, Duration time, int threads) {
  /** What a hypothesis about a message of ordinary length takes. */
  private static final long ORDINARY_HYPOTHESIS = 800;

  /** Enough for all single mistakes and pairs of an ordinary message, and the likelier triples. */
  private static final Budget STANDARD =
      new Budget(
          10_000_000 * ORDINARY_HYPOTHESIS,
          Duration.ofSeconds(30),
          Runtime.getRuntime().availableProcessors());

  /**
   * Makes it.
   *
   * @throws IllegalArgumentException if there is no work or no thread, or the time is negative
   */
  public Budget {
    requireNonNull(time, "time");
    if (work < 1 || threads < 1 || time.isNegative()) {
      throw new IllegalArgumentException(
          "expected some work, one thread at least and no negative time, got "
              + work
              + ", "
              + threads
              + ", "
              + time);
    }
  }

  public static Budget standard() {
    return STANDARD;
  }

  /** Allows the work that so many hypotheses about a message of ordinary length take. */
  public Budget withHypotheses(long limit) {
    return withWork(limit * ORDINARY_HYPOTHESIS);
  }

  public Budget withWork(long limit) {
    return new Budget(limit, time, threads);
  }

  public Budget withTime(Duration limit) {
    return new Budget(work, limit, threads);
  }

  public Budget withThreads(int limit) {
    return new Budget(work, time, limit);
  }

  /** Returns what tells whether the time is over; it starts now. */
  BooleanSupplier deadline() {
    long start = System.nanoTime();
    long allowed = time.toNanos();
    return () -> System.nanoTime() - start > allowed;
  }
}
