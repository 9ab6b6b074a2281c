package io.github.dokuconformance.vectors.harness;

import java.time.Duration;

/**
 * How long the runner waits for an adapter.
 *
 * @param hello from the start of the process to its hello
 * @param reply from a request to its result
 * @param bye from the last message to the end of the process
 */
public record Timeouts(Duration hello, Duration reply, Duration bye) {
  public static final Timeouts STANDARD =
      new Timeouts(Duration.ofSeconds(30), Duration.ofSeconds(5), Duration.ofSeconds(2));

  public Timeouts withReply(Duration other) {
    return new Timeouts(hello, other, bye);
  }
}
