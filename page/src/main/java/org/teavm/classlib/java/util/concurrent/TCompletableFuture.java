package org.teavm.classlib.java.util.concurrent;

/** {@code java.util.concurrent.CompletableFuture} for the browser: what is run is done at once. */
public class TCompletableFuture<T> {
  public static TCompletableFuture<Void> runAsync(Runnable runnable) {
    runnable.run();
    return new TCompletableFuture<>();
  }

  public static TCompletableFuture<Void> allOf(TCompletableFuture<?>... futures) {
    return new TCompletableFuture<>();
  }

  public T join() {
    return null;
  }
}
