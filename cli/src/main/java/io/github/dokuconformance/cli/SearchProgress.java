package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import java.util.Locale;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One line on stderr that says how long a search has gone on; silent where it is no terminal. */
final class SearchProgress {
  private static final long FIRST_MILLIS = 1_500;
  private static final long EACH_MILLIS = 500;

  private final Env env;
  private final long start = System.nanoTime();
  private final ScheduledExecutorService timer =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "search-progress");
            thread.setDaemon(true);
            return thread;
          });
  private boolean shown;
  private boolean closed;

  private SearchProgress(Env env) {
    this.env = env;
  }

  /** Returns what a search finds, and shows while it goes on for how long. */
  static <T> T during(Env env, Supplier<T> search) {
    if (!env.talkative()) {
      return search.get();
    }
    SearchProgress progress = new SearchProgress(env);
    ScheduledFuture<?> showing =
        progress.timer.scheduleWithFixedDelay(
            progress::show, FIRST_MILLIS, EACH_MILLIS, TimeUnit.MILLISECONDS);
    try {
      return search.get();
    } finally {
      showing.cancel(false);
      progress.end();
    }
  }

  private synchronized void show() {
    if (closed) {
      return;
    }
    shown = true;
    long seconds = (System.nanoTime() - start) / 1_000_000_000L;
    env.err().printf(Locale.ROOT, "\rlooking for the mistake, %d s", seconds);
    env.err().flush();
  }

  /** Takes the line away. */
  private synchronized void end() {
    closed = true;
    timer.shutdownNow();
    if (shown) {
      env.err().print("\r\u001b[K");
      env.err().flush();
    }
  }
}
