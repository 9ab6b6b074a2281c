package io.github.dokuconformance.vectors.harness;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.vectors.VectorSuite;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Asks an adapter case by case, and starts it again after a fault.
 *
 * <p>Nothing is sent twice: what a case did once it would do again.
 */
final class AdapterSession implements Respondent, AutoCloseable {
  static final int MAX_FAULTS_IN_A_ROW = 3;
  static final int MAX_FAULTS = 20;

  private final List<String> command;
  private final VectorSuite suite;
  private final Timeouts timeouts;
  private @Nullable AdapterProcess process;
  private @Nullable Conversation conversation;
  private @Nullable Greeting greeting;
  private int faults;
  private int faultsInARow;

  private AdapterSession(List<String> command, VectorSuite suite, Timeouts timeouts) {
    this.command = List.copyOf(command);
    this.suite = suite;
    this.timeouts = timeouts;
  }

  /** Starts the adapter and waits for its hello. */
  static AdapterSession open(List<String> command, VectorSuite suite, Timeouts timeouts)
      throws AdapterUnusableException, InterruptedException {
    AdapterSession session = new AdapterSession(command, suite, timeouts);
    try {
      session.conversation();
      return session;
    } catch (AdapterFault e) {
      throw new AdapterUnusableException(
          "the adapter did not say hello: " + e.reason(), session.stop());
    }
  }

  @Override
  public Greeting greeting() {
    return requireNonNull(greeting, "greeting");
  }

  @Override
  public AdapterReply ask(AdapterRequest request) throws InterruptedException {
    try {
      AdapterAnswer answer = conversation().ask(request, timeouts.reply());
      faultsInARow = 0;
      return AdapterReply.of(answer);
    } catch (AdapterFault e) {
      faults++;
      faultsInARow++;
      return AdapterReply.of(new AdapterReply.Fault(e.status(), e.reason(), stop()));
    }
  }

  @Override
  public Optional<String> exhausted() {
    if (faultsInARow >= MAX_FAULTS_IN_A_ROW) {
      return Optional.of("the adapter broke down " + faultsInARow + " times in a row");
    }
    return faults >= MAX_FAULTS
        ? Optional.of("the adapter broke down " + faults + " times in all")
        : Optional.empty();
  }

  /** Says bye; what has not ended in time, or was left behind, is killed. */
  @Override
  public void close() {
    try {
      if (conversation != null) {
        conversation.endsAfterBye(timeouts.bye());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } finally {
      stop();
    }
  }

  private Conversation conversation() throws AdapterFault, InterruptedException {
    Conversation current = conversation;
    if (current == null) {
      AdapterProcess started;
      try {
        started = AdapterProcess.start(command);
      } catch (IOException e) {
        throw new AdapterFault(Status.CRASH, "could not be started: " + e.getMessage());
      }
      process = started;
      current = new Conversation(started);
      greeting = current.greet(suite, timeouts.hello());
      conversation = current;
    }
    return current;
  }

  /** Kills the process and returns the end of its stderr. */
  private String stop() {
    AdapterProcess running = process;
    process = null;
    conversation = null;
    if (running == null) {
      return "";
    }
    running.close();
    return running.stderr();
  }
}
