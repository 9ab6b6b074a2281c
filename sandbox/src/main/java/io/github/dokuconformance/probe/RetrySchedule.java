package io.github.dokuconformance.probe;

import java.time.Duration;
import java.util.List;

/**
 * The pauses before each repeat of a message that was answered with 5xx or not at all.
 *
 * <p>Source: developers.doku.com, Retry notification (documented): three attempts after the first,
 * 30 minutes, 6 hours and 12 hours from it. That a repeat keeps its Request-Id is derived, that it
 * keeps its timestamp and signature assumed.
 */
public record RetrySchedule(List<Duration> pauses) {
  /** How many seconds of DOKU's schedule pass in one of a run's. */
  private static final int COMPRESSION = 7200;

  private static final List<Duration> DOKU =
      List.of(Duration.ofMinutes(30), Duration.ofMinutes(330), Duration.ofHours(6));

  public RetrySchedule {
    pauses = List.copyOf(pauses);
  }

  public static RetrySchedule none() {
    return new RetrySchedule(List.of());
  }

  /**
   * Returns the first attempts of DOKU's schedule, where two hours take one second.
   *
   * @throws IllegalArgumentException if DOKU makes fewer, or the number is negative
   */
  public static RetrySchedule doku(int attempts) {
    if (attempts < 0 || attempts > DOKU.size()) {
      throw new IllegalArgumentException(
          "expected 0 to " + DOKU.size() + " retries, as many as DOKU makes, got: " + attempts);
    }
    return new RetrySchedule(
        DOKU.subList(0, attempts).stream().map(pause -> pause.dividedBy(COMPRESSION)).toList());
  }
}
