package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import java.util.Locale;

/** One line on stderr that says how far a long run is; silent where stderr is no terminal. */
final class Progress {
  private static final long FIRST_NANOS = 2_000_000_000L;
  private static final long EACH_NANOS = 500_000_000L;

  private final Env env;
  private final long start = System.nanoTime();
  private long next = start + FIRST_NANOS;
  private boolean shown;

  Progress(Env env) {
    this.env = env;
  }

  void step(long checked) {
    if (!env.talkative() || (checked & 0xff) != 0) {
      return;
    }
    long now = System.nanoTime();
    if (now >= next) {
      next = now + EACH_NANOS;
      shown = true;
      env.err()
          .printf(
              Locale.ROOT,
              "\r%,d checked, %,d a second",
              checked,
              checked * 1_000_000_000L / (now - start));
      env.err().flush();
    }
  }

  /** Takes the line away, so that another can stand there. */
  void clear() {
    if (shown) {
      shown = false;
      env.err().print("\r\u001b[K");
      env.err().flush();
    }
  }
}
