package io.github.dokuconformance.message;

import static java.time.temporal.ChronoUnit.SECONDS;

import java.time.Instant;
import java.util.function.Function;

/**
 * Writes instants cut to the second, and the same second only once: a server writes it for each of
 * its messages. Thread safe.
 */
public final class SecondText {
  private final Function<Instant, String> form;
  private volatile Written last;

  private record Written(long second, String text) {}

  public SecondText(Function<Instant, String> form) {
    this.form = form;
    this.last = write(Instant.EPOCH);
  }

  public String of(Instant instant) {
    Written known = last;
    if (known.second() != instant.getEpochSecond()) {
      known = write(instant);
      last = known;
    }
    return known.text();
  }

  private Written write(Instant instant) {
    return new Written(instant.getEpochSecond(), form.apply(instant.truncatedTo(SECONDS)));
  }
}
