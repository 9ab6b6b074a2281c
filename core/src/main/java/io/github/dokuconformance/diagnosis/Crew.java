package io.github.dokuconformance.diagnosis;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;

/** Threads that work side by side; the only place of the diagnosis that starts any. */
final class Crew {
  private Crew() {}

  /** Has each of so many threads, numbered from 0, do its part; returns when all have. */
  static void run(int threads, IntConsumer part) {
    CompletableFuture<?>[] others =
        IntStream.range(1, threads)
            .mapToObj(number -> CompletableFuture.runAsync(() -> part.accept(number)))
            .toArray(CompletableFuture<?>[]::new);
    try {
      part.accept(0);
    } finally {
      CompletableFuture.allOf(others).join();
    }
  }

  /**
   * Has so many threads take pieces of work in turn, numbered from 0; returns when all are done.
   */
  static void share(int threads, int pieces, IntConsumer work) {
    AtomicInteger next = new AtomicInteger();
    run(
        Math.min(threads, pieces),
        number -> {
          for (int i = next.getAndIncrement(); i < pieces; i = next.getAndIncrement()) {
            work.accept(i);
          }
        });
  }
}
