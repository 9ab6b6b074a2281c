package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.vectors.harness.AdapterLines.Line;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.TimeUnit;

/**
 * One run of an adapter's command: lines in, lines out.
 *
 * <p>Each pipe has a thread of its own, so that an adapter which neither reads nor is read cannot
 * hold the runner up. {@link #close()} kills whatever is left.
 */
final class AdapterProcess implements AutoCloseable {
  private static final Line END = new Line(new byte[0], false);
  private static final Duration POLL = Duration.ofMillis(50);

  /** How long the last output of a process that has ended may take to come out of its pipe. */
  private static final Duration GRACE = Duration.ofMillis(500);

  private final ProcessTree tree;
  private final Tail stderr = new Tail();
  private final BlockingQueue<Line> lines = new ArrayBlockingQueue<>(16);
  private final BlockingQueue<byte[]> outgoing = new SynchronousQueue<>();
  private final Thread killer;
  private final Thread stdoutReader;
  private final Thread stderrReader;
  private final Thread stdinWriter;

  private AdapterProcess(ProcessTree tree) {
    this.tree = tree;
    this.killer = new Thread(tree::kill, "adapter-killer");
    this.stdoutReader = start("adapter-stdout", this::readLines);
    this.stderrReader = start("adapter-stderr", () -> stderr.drain(tree.root().getErrorStream()));
    this.stdinWriter = start("adapter-stdin", this::writeLines);
  }

  /**
   * Starts the command.
   *
   * @throws IOException if there is no such program; the message names it
   */
  static AdapterProcess start(List<String> command) throws IOException {
    AdapterProcess process = new AdapterProcess(ProcessTree.start(command));
    // The adapter has a session of its own, so a terminal's interrupt does not reach it.
    Runtime.getRuntime().addShutdownHook(process.killer);
    return process;
  }

  /** Hands a line to the adapter. */
  void send(String line, Duration timeout) throws AdapterFault, InterruptedException {
    if (!outgoing.offer((line + "\n").getBytes(UTF_8), timeout.toMillis(), TimeUnit.MILLISECONDS)) {
      throw new AdapterFault(Status.TIMEOUT, "did not read its stdin within " + show(timeout));
    }
  }

  /** Returns the next line that the adapter writes. */
  Line receive(Duration timeout) throws AdapterFault, InterruptedException {
    long deadline = System.nanoTime() + timeout.toNanos();
    while (true) {
      long left = deadline - System.nanoTime();
      Line line = lines.poll(Math.min(left, POLL.toNanos()), TimeUnit.NANOSECONDS);
      if (line == null && !tree.root().isAlive()) {
        // A grandchild may hold the pipe open, so its end may never come.
        line = Optional.ofNullable(lines.poll(GRACE.toMillis(), TimeUnit.MILLISECONDS)).orElse(END);
      }
      if (line == END) {
        throw new AdapterFault(Status.CRASH, describeEnd());
      }
      if (line != null) {
        return line;
      }
      if (left <= 0) {
        throw new AdapterFault(Status.TIMEOUT, "no reply within " + show(timeout));
      }
    }
  }

  /** Closes the adapter's stdin and tells whether it ended by itself in time. */
  boolean endsWithin(Duration timeout) throws InterruptedException {
    outgoing.offer(new byte[0], timeout.toMillis(), TimeUnit.MILLISECONDS);
    return tree.root().waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** Returns the exit code of an adapter that has ended. */
  int exitCode() {
    return tree.root().exitValue();
  }

  /** Returns the last 64 KiB that the adapter wrote to stderr. */
  String stderr() {
    return stderr.text();
  }

  @Override
  public void close() {
    tree.kill();
    try {
      // With every holder of the pipe dead, what was written last comes out at once.
      stderrReader.join(GRACE.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List.of(stdoutReader, stderrReader, stdinWriter).forEach(Thread::interrupt);
    try {
      Runtime.getRuntime().removeShutdownHook(killer);
    } catch (IllegalStateException e) {
      // The runtime is shutting down, and the hook kills what this call has killed.
    }
  }

  private String describeEnd() throws InterruptedException {
    if (!tree.root().waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
      return "closed its stdout";
    }
    int code = exitCode();
    // The JDK reports death by signal n as 128 + n, as shells do.
    return code > 128 && code < 160
        ? "killed by signal " + (code - 128)
        : "exited with code " + code;
  }

  private void readLines() {
    try (InputStream in = tree.root().getInputStream()) {
      AdapterLines reader = new AdapterLines(in, Messages.MAX_LINE_BYTES);
      for (Line line = reader.next(); line != null; line = reader.next()) {
        lines.put(line);
        if (line.tooLong()) {
          in.transferTo(OutputStream.nullOutputStream());
        }
      }
      lines.put(END);
    } catch (IOException e) {
      lines.offer(END);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void writeLines() {
    OutputStream out = tree.root().getOutputStream();
    boolean open = true;
    try {
      for (byte[] line = outgoing.take(); line.length > 0; line = outgoing.take()) {
        // An adapter that has closed its stdin may still reply; if it does not, receive tells why.
        open = open && write(out, line);
      }
      out.close();
    } catch (IOException e) {
      // It was closed from the other side.
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean write(OutputStream out, byte[] line) {
    try {
      out.write(line);
      out.flush();
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private static Thread start(String name, Runnable body) {
    Thread thread = new Thread(body, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private static String show(Duration duration) {
    return duration.toMillis() % 1000 == 0
        ? duration.toSeconds() + " s"
        : duration.toMillis() + " ms";
  }
}
