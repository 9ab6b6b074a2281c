package io.github.dokuconformance.cli;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.SandboxSummary;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** A sandbox while it runs, and its end: by the client's command, by SIGINT, or by interruption. */
final class SandboxRun {
  private final Env env;
  private final Sandbox sandbox;
  private final SandboxLog log;
  private final List<String> required;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile @Nullable ClientCommand client;

  SandboxRun(Env env, Sandbox sandbox, SandboxLog log, List<String> required) {
    this.env = env;
    this.sandbox = sandbox;
    this.log = log;
    this.required = required;
  }

  int run(List<String> command, Map<String, String> variables) {
    Thread onSignal = new Thread(this::signalled, "sandbox-signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      return command.isEmpty() ? await() : runFor(command, variables);
    } finally {
      removeHook(onSignal);
    }
  }

  private int await() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      // That is how an embedding program ends it.
    }
    return end(0);
  }

  private int runFor(List<String> command, Map<String, String> variables) {
    int exit;
    try {
      ClientCommand started = ClientCommand.start(command, variables);
      client = started;
      exit = started.await();
    } catch (IOException e) {
      Failures.print(
          env, "the command can't be started: " + Visible.line(String.valueOf(e.getMessage())));
      return ExitCode.UNUSABLE_PEER;
    } catch (InterruptedException e) {
      stopClient();
      return end(0);
    }
    return end(exit);
  }

  /** Stops listening, prints the summary and returns the exit code. */
  private int end(int commandExit) {
    if (!ended.compareAndSet(false, true)) {
      return ExitCode.NOT_CONFORMANT;
    }
    sandbox.close();
    log.endDiagnosis();
    SandboxSummary run = sandbox.summary();
    SandboxVerdict verdict = SandboxVerdict.of(run, log.summary(), required, commandExit);
    new SandboxReport(env.out()).print(run, log, verdict);
    env.flush();
    return verdict.exitCode();
  }

  /** On SIGINT the process is on its way out: the summary comes first, and its exit code counts. */
  private void signalled() {
    if (!ended.get()) {
      stopClient();
      Runtime.getRuntime().halt(end(0));
    }
  }

  private void stopClient() {
    ClientCommand running = client;
    if (running != null) {
      running.stop();
    }
  }

  private static void removeHook(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The process is ending already, and the hook does the rest.
    }
  }
}
