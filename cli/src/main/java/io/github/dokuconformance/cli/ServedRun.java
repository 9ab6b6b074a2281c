package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Visible;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A server while it runs, and its end: by the client's command, by SIGINT, or by interruption. */
final class ServedRun {
  private static final int SIGINT = 2;

  private final Env env;
  private final End end;
  private final AtomicBoolean ended = new AtomicBoolean();
  private volatile @Nullable ClientCommand client;

  /** Stops the server, prints what the run came to, and returns the exit code. */
  @FunctionalInterface
  interface End {
    int end(int commandExit) throws InputException;
  }

  /** Tells a waiting program that the server is there. */
  @FunctionalInterface
  interface Announcement {
    void announce() throws IOException;
  }

  ServedRun(Env env, End end) {
    this.env = env;
    this.end = end;
  }

  /**
   * Returns the exit code.
   *
   * @param announcement made when a signal already ends the run with its summary
   * @param command the client's, run with these variables; without one the run goes on
   */
  int run(Announcement announcement, List<String> command, Map<String, String> variables)
      throws IOException {
    Thread onSignal = new Thread(this::signalled, "run-signal");
    Runtime.getRuntime().addShutdownHook(onSignal);
    try {
      announcement.announce();
      if (command.isEmpty() && isInterruptIgnored()) {
        env.say(
            "SIGINT is ignored here, as in a job that a script starts with &; SIGTERM ends the run: kill "
                + ProcessHandle.current().pid());
      }
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
      env.say("the command can't be started: " + Visible.line(String.valueOf(e.getMessage())));
      return ExitCode.UNUSABLE_PEER;
    } catch (InterruptedException e) {
      stopClient();
      return end(0);
    }
    return end(exit);
  }

  private int end(int commandExit) {
    if (!ended.compareAndSet(false, true)) {
      return ExitCode.NOT_CONFORMANT;
    }
    int code = ExitCode.USAGE;
    try {
      code = end.end(commandExit);
    } catch (InputException e) {
      env.say(Failures.line(e));
    }
    env.flush();
    return code;
  }

  /** On SIGINT the process is on its way out: the summary comes first, and its exit code counts. */
  private void signalled() {
    if (!ended.get()) {
      stopClient();
      Runtime.getRuntime().halt(env.finish(end(0)));
    }
  }

  private void stopClient() {
    ClientCommand running = client;
    if (running != null) {
      running.stop();
    }
  }

  /** Tells whether SIGINT can't end this process: Java leaves it ignored where it was at start. */
  private static boolean isInterruptIgnored() {
    try (Stream<String> status = Files.lines(Path.of("/proc/self/status"))) {
      return status
          .filter(line -> line.startsWith("SigIgn:"))
          .map(line -> new BigInteger(line.substring(7).strip(), 16))
          .anyMatch(ignored -> ignored.testBit(SIGINT - 1));
    } catch (IOException | UncheckedIOException e) {
      return false; // Not Linux.
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
