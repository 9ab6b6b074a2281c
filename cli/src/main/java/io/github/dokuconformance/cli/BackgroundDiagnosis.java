package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explainer;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.cli.command.Env;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Explains invalid signatures of requests beside the sandbox, so that no client waits for it. */
final class BackgroundDiagnosis implements AutoCloseable {
  private static final int MOST_WAITING = 20;
  private static final int PATIENCE_SECONDS = 10;

  private final Explainer explainer;
  private final Consumer<CheckResult> done;

  /** One thread; what finds too many waiting stays unexplained. */
  private final ThreadPoolExecutor thread;

  /**
   * Begins with nothing to explain.
   *
   * @param done takes each result once, explained where it was, on a thread of either kind
   */
  BackgroundDiagnosis(Explainer explainer, Consumer<CheckResult> done) {
    this.explainer = explainer;
    this.done = done;
    this.thread =
        new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(MOST_WAITING),
            BackgroundDiagnosis::thread,
            (work, full) -> ((Work) work).skip());
  }

  private static Thread thread(Runnable work) {
    Thread thread = new Thread(work, "diagnosis");
    thread.setDaemon(true);
    return thread;
  }

  void explain(CheckResult result) {
    if (result.requestSignature().status() == SignatureStatus.INVALID) {
      thread.execute(new Work(result));
      return;
    }
    if (result.requestSignature().status() == SignatureStatus.VALID) {
      explainer.right(result);
    }
    done.accept(result);
  }

  /** A result that waits. */
  private final class Work implements Runnable {
    private final CheckResult result;

    Work(CheckResult result) {
      this.result = result;
    }

    @Override
    public void run() {
      done.accept(explainer.explain(result));
    }

    void skip() {
      explainer.skip();
      done.accept(result);
    }
  }

  /** Waits for what is under way, but not for long. */
  @Override
  public void close() {
    thread.shutdown();
    try {
      if (!thread.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
        stop();
      }
    } catch (InterruptedException e) {
      stop();
      Thread.currentThread().interrupt();
    }
  }

  private void stop() {
    thread.shutdownNow().forEach(waiting -> ((Work) waiting).skip());
  }

  /** Tells how many were left unexplained; to be called after {@link #close}. */
  void tellOfSkipped(Env env) {
    explainer.remarks().forEach(env::say);
  }
}
