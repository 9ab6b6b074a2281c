package io.github.dokuconformance.sandbox.notification;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.PriorityQueue;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Does things when they are due on a clock that may be set, one at a time on a thread of its own;
 * one that fails is told, and the others follow.
 *
 * <p>Thread safe. Holds at most 10,000 things; what comes then is given up.
 */
final class Agenda<T> implements AutoCloseable {
  private static final int MOST = 10_000;
  private static final long LONGEST_WAIT_MILLIS = 60_000;

  private final Supplier<Instant> now;
  private final Consumer<T> action;
  private final Consumer<RuntimeException> failed;
  private final PriorityQueue<Entry<T>> entries =
      new PriorityQueue<>(
          Comparator.comparing((Entry<T> entry) -> entry.at()).thenComparing(Entry::order));
  private final Thread thread;
  private long order;
  private long givenUp;
  private boolean busy;
  private boolean closed;

  private record Entry<T>(Instant at, long order, T thing) {}

  Agenda(
      String name, Supplier<Instant> now, Consumer<T> action, Consumer<RuntimeException> failed) {
    this.now = now;
    this.failed = failed;
    this.action = action;
    this.thread = new Thread(this::run, name);
    thread.setDaemon(true);
    thread.start();
  }

  synchronized void add(Instant at, T thing) {
    if (entries.size() >= MOST) {
      givenUp++;
      return;
    }
    entries.add(new Entry<>(at, order++, thing));
    notifyAll();
  }

  synchronized void clockChanged() {
    notifyAll();
  }

  synchronized void clear() {
    entries.clear();
    notifyAll();
  }

  synchronized long givenUp() {
    return givenUp;
  }

  synchronized boolean awaitIdle(Duration patience) throws InterruptedException {
    long end = System.nanoTime() + patience.toNanos();
    while (busy || isDue()) {
      long millis = (end - System.nanoTime()) / 1_000_000;
      if (millis <= 0) {
        return false;
      }
      wait(millis);
    }
    return true;
  }

  private void run() {
    try {
      while (true) {
        T thing = next();
        try {
          action.accept(thing);
        } catch (RuntimeException e) {
          failed.accept(e);
        } finally {
          done();
        }
      }
    } catch (InterruptedException e) {
      // Closed: there is nobody to tell.
      Thread.currentThread().interrupt();
    }
  }

  private synchronized T next() throws InterruptedException {
    while (!isDue()) {
      Entry<T> first = entries.peek();
      wait(first == null ? LONGEST_WAIT_MILLIS : millisUntil(first.at()));
      if (closed) {
        throw new InterruptedException();
      }
    }
    busy = true;
    return entries.remove().thing();
  }

  private boolean isDue() {
    Entry<T> first = entries.peek();
    return first != null && !first.at().isAfter(now.get());
  }

  private long millisUntil(Instant at) {
    long millis = Duration.between(now.get(), at).toMillis() + 1;
    return Math.max(1, Math.min(LONGEST_WAIT_MILLIS, millis));
  }

  private synchronized void done() {
    busy = false;
    notifyAll();
  }

  @Override
  public void close() {
    synchronized (this) {
      closed = true;
      entries.clear();
    }
    thread.interrupt();
  }
}
