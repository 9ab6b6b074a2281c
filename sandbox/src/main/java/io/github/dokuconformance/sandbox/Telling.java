package io.github.dokuconformance.sandbox;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * Tells a listener what happened, one thing after the other, in the order in which they were added.
 *
 * <p>Who added something waits until it was told; who records or reads in the meantime does not.
 * Thread safe.
 */
final class Telling {
  private final SandboxListener listener;
  private final Queue<News> news = new ConcurrentLinkedQueue<>();
  private final ReentrantLock turn = new ReentrantLock();

  /** Something to be told, once. */
  static final class News {
    private final Consumer<SandboxListener> what;
    private boolean told;

    private News(Consumer<SandboxListener> what) {
      this.what = what;
    }
  }

  Telling(SandboxListener listener) {
    this.listener = listener;
  }

  /** Adds what is to be told; {@link #tell} has to follow. */
  News add(Consumer<SandboxListener> what) {
    News one = new News(what);
    news.add(one);
    return one;
  }

  /** Returns when that was told, by this thread or by another. */
  void tell(News own) {
    turn.lock();
    try {
      while (!own.told) {
        News next = news.remove();
        next.told = true;
        tell(next.what);
      }
    } finally {
      turn.unlock();
    }
  }

  /** Another's request must not suffer from a listener that fails: the listener hears of it. */
  private void tell(Consumer<SandboxListener> what) {
    try {
      what.accept(listener);
    } catch (RuntimeException e) {
      try {
        listener.failed(e);
      } catch (RuntimeException again) {
        // It fails in this, too: there is nobody else to tell.
      }
    }
  }
}
