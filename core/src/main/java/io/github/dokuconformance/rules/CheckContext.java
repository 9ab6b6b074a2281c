package io.github.dokuconformance.rules;

import java.time.Instant;
import java.util.Optional;

/**
 * What a check knows beside the exchange.
 *
 * @param now when the exchange is taken to happen, for the window of Request-Timestamp; without it
 *     the time that the recording names is used, and without that the window is not judged
 * @param notificationPath path of the Notification URL configured at DOKU
 */
public record CheckContext(KeyRing keys, Optional<Instant> now, Optional<String> notificationPath) {
  private static final CheckContext NOTHING =
      new CheckContext(KeyRing.empty(), Optional.empty(), Optional.empty());

  /** Returns a context that knows nothing: signatures stay unchecked. */
  public static CheckContext nothing() {
    return NOTHING;
  }

  public CheckContext withKeys(KeyRing other) {
    return new CheckContext(other, now, notificationPath);
  }

  public CheckContext withNow(Instant instant) {
    return new CheckContext(keys, Optional.of(instant), notificationPath);
  }

  public CheckContext withNotificationPath(String path) {
    return new CheckContext(keys, now, Optional.of(path));
  }
}
