package io.github.dokuconformance.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * A clock that can be set and moved; between that it goes on as its base does. Thread safe.
 *
 * <p>All that the sandbox dates is dated by it: windows, expiry, retries, signatures.
 */
public final class SandboxClock {
  private final Clock base;
  private volatile Duration offset = Duration.ZERO;
  private Runnable onChange = () -> {};

  SandboxClock(Clock base) {
    this.base = base;
  }

  public Instant now() {
    return base.instant().plus(offset);
  }

  /** Sets the time; it may be in the past. */
  public void set(Instant now) {
    change(Duration.between(base.instant(), now), false);
  }

  /** Moves the time; a negative duration moves it back. */
  public void advance(Duration duration) {
    change(duration, true);
  }

  /** Goes as its base does again. */
  void reset() {
    change(Duration.ZERO, false);
  }

  private void change(Duration duration, boolean further) {
    Runnable tell;
    synchronized (this) {
      offset = further ? offset.plus(duration) : duration;
      tell = onChange;
    }
    // Outside the lock: who listens asks for the time.
    tell.run();
  }

  synchronized void onChange(Runnable listener) {
    onChange = listener;
  }
}
