package io.github.dokuconformance.cli;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/**
 * Works on items by all cores and hands the results on in the order of the items.
 *
 * <p>Items go out in batches, so that handing over costs little; what waits is bounded in items and
 * in bytes. To be used by one thread.
 */
final class OrderedWork<T, R> implements AutoCloseable {
  private static final int BATCH_ITEMS = 64;
  private static final int BATCH_BYTES = 256 << 10;
  private static final long WAITING_BYTES = 24L << 20;

  private final Function<T, R> function;
  private final ToIntFunction<T> size;
  private final Consumer<List<R>> inOrder;
  private final ExecutorService executor;
  private final int waitingBatches;
  private final Deque<Batch<R>> waiting = new ArrayDeque<>();
  private List<T> batch = new ArrayList<>(BATCH_ITEMS);
  private long batchBytes;
  private long bytesWaiting;

  /**
   * @param inOrder gets the results, some at a time
   */
  OrderedWork(Function<T, R> function, ToIntFunction<T> size, Consumer<List<R>> inOrder) {
    this.function = function;
    this.size = size;
    this.inOrder = inOrder;
    int cores = Runtime.getRuntime().availableProcessors();
    this.waitingBatches = 4 * cores;
    this.executor =
        Executors.newFixedThreadPool(
            cores,
            task -> {
              Thread thread = new Thread(task, "check");
              thread.setDaemon(true);
              return thread;
            });
  }

  void add(T item) {
    batch.add(item);
    batchBytes += size.applyAsInt(item);
    if (batch.size() >= BATCH_ITEMS || batchBytes >= BATCH_BYTES) {
      send();
    }
  }

  /** Puts a result in its place without work. */
  void addDone(R result) {
    send();
    waiting.add(new Batch<>(0, CompletableFuture.completedFuture(List.of(result))));
  }

  /** Hands on everything that was added before. */
  void drain() {
    send();
    while (!waiting.isEmpty()) {
      takeFirst();
    }
  }

  private void send() {
    if (batch.isEmpty()) {
      return;
    }
    List<T> items = batch;
    waiting.add(
        new Batch<>(
            batchBytes,
            CompletableFuture.supplyAsync(() -> items.stream().map(function).toList(), executor)));
    bytesWaiting += batchBytes;
    batch = new ArrayList<>(BATCH_ITEMS);
    batchBytes = 0;
    while (waiting.size() > waitingBatches || bytesWaiting > WAITING_BYTES) {
      takeFirst();
    }
  }

  private void takeFirst() {
    Batch<R> first = waiting.remove();
    bytesWaiting -= first.bytes;
    try {
      inOrder.accept(first.results.join());
    } catch (CompletionException | CancellationException e) {
      throw new IllegalStateException("a check failed", e.getCause());
    }
  }

  @Override
  public void close() {
    try {
      drain();
    } finally {
      executor.shutdownNow();
    }
  }

  private record Batch<R>(long bytes, CompletableFuture<List<R>> results) {}
}
