package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.run.RunCheck;
import io.github.dokuconformance.sandbox.Telling.News;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Marks;
import io.github.dokuconformance.sandbox.notification.Delivery;
import io.github.dokuconformance.sandbox.order.Answer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Records what happened: all of it as counts, the last of it as exchanges. Thread safe.
 *
 * <p>The rules over a whole run are judged here, in the order in which exchanges are recorded.
 */
final class SandboxEvidence {
  private static final int MOST_REMEMBERED = 1 << 18;
  private static final long MOST_BYTES = 32 << 20;
  private static final int OVERHEAD = 2048;

  /** In place of an operation, where none was recognised. */
  static final String UNKNOWN = "unknown";

  private final int limit;
  private final Telling telling;
  private final Deque<Kept> kept = new ArrayDeque<>();
  private long keptBytes;
  private long total;
  private RunCheck run = new RunCheck(MOST_REMEMBERED);
  private long exchanges;
  private final Map<String, Tally<String>> findings = new HashMap<>();
  private final Map<String, Tally<String>> outcomes = new HashMap<>();
  private final Tally<Severity> severities = new Tally<>();
  private final Tally<String> faults = new Tally<>();

  /** An exchange that is still held. */
  record Kept(
      Exchange exchange,
      List<Finding> findings,
      String outcome,
      Optional<Fault> fault,
      long bytes) {
    Kept(Exchange exchange, List<Finding> findings, String outcome, Optional<Fault> fault) {
      this(exchange, findings, outcome, fault, bytes(exchange));
    }

    private static long bytes(Exchange exchange) {
      int response = exchange.response().map(r -> r.body().length()).orElse(0);
      return (long) OVERHEAD + exchange.request().body().length() + response;
    }
  }

  SandboxEvidence(int limit, SandboxListener listener) {
    this.limit = limit;
    this.telling = new Telling(listener);
  }

  void record(JudgedExchange judged) {
    telling.tell(add(judged));
  }

  /** Records what was judged, and no fault spoiled. */
  void record(CheckResult checked, String outcome) {
    record(new JudgedExchange(checked, checked.exchange(), outcome, Optional.empty()));
  }

  private synchronized News add(JudgedExchange judged) {
    JudgedExchange exchange = judged;
    // A request that was refused left nothing behind that a later one could clash with.
    if (Outcomes.isCarriedOut(judged.outcome())) {
      List<Finding> more = run.next(judged.result().trace());
      exchange =
          new JudgedExchange(
              judged.result().with(more), judged.exchange(), judged.outcome(), judged.fault());
    }
    exchanges++;
    count(exchange.operation(), exchange.result().findings());
    count(outcomes, exchange.operation(), exchange.outcome());
    exchange.fault().ifPresent(this::count);
    keep(
        new Kept(
            exchange.exchange(),
            exchange.result().findings(),
            exchange.outcome(),
            exchange.fault()));
    JudgedExchange told = exchange;
    return telling.add(listener -> listener.judged(told));
  }

  void record(Delivery delivery) {
    telling.tell(add(delivery));
  }

  private synchronized News add(Delivery delivery) {
    if (delivery.fault().isEmpty()) {
      count(outcomes, delivery.operation(), delivery.outcome());
    }
    delivery.fault().ifPresent(this::count);
    if (delivery.isSent()) {
      keep(new Kept(delivery.exchange(), List.of(), delivery.outcome(), delivery.fault()));
    }
    return telling.add(listener -> listener.delivered(delivery));
  }

  /** Records a defect of the sandbox, met by a request. */
  void recordDefect(Exchange exchange, RuntimeException defect) {
    telling.tell(add(exchange, defect));
  }

  private synchronized News add(Exchange exchange, RuntimeException defect) {
    exchanges++;
    keep(new Kept(exchange, List.of(), Answer.DEFECT, Optional.empty()));
    return add(UNKNOWN, defect);
  }

  /** Records a defect of the sandbox, met by something else of that operation. */
  void recordDefect(String operation, RuntimeException defect) {
    telling.tell(add(operation, defect));
  }

  private synchronized News add(String operation, RuntimeException defect) {
    count(outcomes, operation, Answer.DEFECT);
    return telling.add(listener -> listener.failed(defect));
  }

  private void count(Fault fault) {
    faults.add(fault.id());
  }

  private static void count(Map<String, Tally<String>> byOperation, String operation, String name) {
    byOperation.computeIfAbsent(operation, first -> new Tally<>()).add(name);
  }

  private void count(String operation, List<Finding> found) {
    for (Finding finding : found) {
      severities.add(finding.severity(), finding.count());
      findings
          .computeIfAbsent(operation, first -> new Tally<>())
          .add(finding.code(), finding.count());
    }
  }

  private void keep(Kept one) {
    total++;
    kept.addLast(one);
    keptBytes += one.bytes();
    while (kept.size() > limit || keptBytes > MOST_BYTES) {
      keptBytes -= kept.removeFirst().bytes();
    }
  }

  /** Returns the exchanges that are still held, oldest first. */
  synchronized List<Kept> kept() {
    return List.copyOf(kept);
  }

  synchronized SandboxSummary summary(Marks marks, long ordersForgotten, long attemptsGivenUp) {
    List<String> notes = new ArrayList<>();
    note(notes, total - kept.size(), "exchanges are counted but no longer held");
    note(notes, marks.forgotten(), "faulty messages are counted but no longer followed");
    note(notes, ordersForgotten, "orders were forgotten, because there were too many");
    note(notes, attemptsGivenUp, "notifications were given up, because too many waited");
    Map<String, Map<String, Long>> codes = new HashMap<>();
    findings.forEach((operation, counts) -> codes.put(operation, counts.toMap()));
    Map<String, Long> ids = new HashMap<>();
    outcomes.forEach(
        (operation, counts) ->
            counts
                .toMap()
                .forEach((outcome, count) -> ids.put(Outcomes.id(operation, outcome), count)));
    return new SandboxSummary(
        exchanges, codes, severities.toMap(), ids, faults.toMap(), marks.list(), notes);
  }

  private static void note(List<String> notes, long count, String text) {
    if (count > 0) {
      notes.add(count + " " + text);
    }
  }

  synchronized void clear() {
    kept.clear();
    keptBytes = 0;
    total = 0;
    exchanges = 0;
    run = new RunCheck(MOST_REMEMBERED);
    findings.clear();
    severities.clear();
    outcomes.clear();
    faults.clear();
  }
}
