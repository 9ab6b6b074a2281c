package io.github.dokuconformance.vectors.harness;

import java.time.Duration;

/**
 * What to run and how to judge it.
 *
 * @param timeout how long an adapter may take for one case; a target in this process is not timed
 */
public record RunOptions(
    Selection selection, ConformanceLevel level, Strictness strictness, Duration timeout) {
  public static final RunOptions STANDARD =
      new RunOptions(
          Selection.ALL, ConformanceLevel.MUST, Strictness.LENIENT, Timeouts.STANDARD.reply());
}
