package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.RequirementLevel;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tries an adapter's protocol alone, in half a minute at most: whether its answers are right does
 * not matter here.
 */
public final class AdapterCheck {
  private static final Duration LIMIT = Duration.ofSeconds(30);

  private final List<String> command;
  private final VectorSuite suite;
  private final Timeouts timeouts;
  private final long deadline;
  private final List<Step> steps = new ArrayList<>();

  private AdapterCheck(List<String> command, VectorSuite suite, Timeouts timeouts) {
    this.command = command;
    this.suite = suite;
    this.timeouts = timeouts;
    this.deadline = System.nanoTime() + LIMIT.toNanos();
  }

  /**
   * Returns what was tried, in order; after a step that failed for good nothing more is tried.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public static List<Step> of(List<String> command, VectorSuite suite) throws InterruptedException {
    return of(command, suite, Timeouts.STANDARD);
  }

  static List<Step> of(List<String> command, VectorSuite suite, Timeouts timeouts)
      throws InterruptedException {
    AdapterCheck check = new AdapterCheck(command, suite, timeouts);
    if (check.checkConversation()) {
      check.checkEndOfInput();
    }
    return List.copyOf(check.steps);
  }

  /** Returns whether the adapter can be talked to at all. */
  private boolean checkConversation() throws InterruptedException {
    try (AdapterProcess process = AdapterProcess.start(command)) {
      Conversation conversation = new Conversation(process);
      try {
        Greeting greeting = conversation.greet(suite, within(timeouts.hello()));
        pass("hello", greeting.implementation().name());
        for (VectorOperation operation : new TreeSet<>(greeting.operations())) {
          checkAnswer(conversation, operation, greeting.schemes());
        }
      } catch (AdapterFault e) {
        fail(steps.isEmpty() ? "hello" : "answer", e.reason());
        return false;
      }
      checkBye(conversation, process);
      return true;
    } catch (IOException e) {
      fail("start", "could not be started: " + e.getMessage());
      return false;
    }
  }

  private void checkAnswer(
      Conversation conversation, VectorOperation operation, Set<String> schemes)
      throws AdapterFault, InterruptedException {
    var test =
        suite.cases().stream()
            .filter(it -> it.operation() == operation)
            .filter(it -> schemes.contains(it.scheme()))
            .filter(it -> it.requirement() == RequirementLevel.MUST)
            .findFirst();
    if (test.isPresent()) {
      AdapterAnswer answer =
          conversation.askWithUnknownMember(
              AdapterRequest.of(test.get(), suite), within(timeouts.reply()));
      pass(
          operation.id(),
          test.get().id()
              + ": "
              + answer.fold(ok -> "ok", it -> "rejected", it -> "skipped", it -> "error"));
    }
  }

  private void checkBye(Conversation conversation, AdapterProcess process)
      throws InterruptedException {
    Duration limit = within(timeouts.bye());
    if (!conversation.endsAfterBye(limit)) {
      fail("bye", "still running " + limit.toMillis() + " ms after bye");
    } else if (process.exitCode() != 0) {
      fail("bye", "wanted exit code 0 after bye, got " + process.exitCode());
    } else {
      pass("bye", "ended with exit code 0");
    }
  }

  private void checkEndOfInput() throws InterruptedException {
    try (AdapterProcess process = AdapterProcess.start(command)) {
      new Conversation(process).greet(suite, within(timeouts.hello()));
      Duration limit = within(timeouts.bye());
      if (process.endsWithin(limit)) {
        pass("end-of-input", "ended when its stdin did");
      } else {
        fail(
            "end-of-input", "still running " + limit.toMillis() + " ms after the end of its stdin");
      }
    } catch (AdapterFault e) {
      fail("second-hello", e.reason());
    } catch (IOException e) {
      fail("second-hello", "could not be started: " + e.getMessage());
    }
  }

  private Duration within(Duration limit) {
    Duration left = Duration.ofNanos(Math.max(1, deadline - System.nanoTime()));
    return limit.compareTo(left) < 0 ? limit : left;
  }

  private void pass(String name, String detail) {
    steps.add(new Step(name, true, detail));
  }

  private void fail(String name, String detail) {
    steps.add(new Step(name, false, detail));
  }

  /**
   * One thing that was tried.
   *
   * @param name start, hello, an operation, answer, bye, end-of-input or second-hello
   */
  public record Step(String name, boolean passed, String detail) {

    /** Tells whether the adapter is of no use at all, in contrast to one with a fault. */
    public boolean isUnusable() {
      return !passed && (name.equals("start") || name.equals("hello"));
    }
  }
}
