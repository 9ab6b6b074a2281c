package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.Flag;
import io.github.dokuconformance.vectors.Operation;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorSuite;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts the selected cases of a suite to an implementation and judges what it answers. */
public final class SuiteRun {
  private final VectorSuite suite;
  private final RunOptions options;
  private final ExpectedFailures expected;
  private final Clock clock;

  /**
   * @param clock tells when the run started, and whether an entry's date is past
   */
  public SuiteRun(VectorSuite suite, RunOptions options, ExpectedFailures expected, Clock clock) {
    this.suite = suite;
    this.options = options;
    this.expected = expected;
    this.clock = clock;
  }

  /**
   * Runs the cases against an adapter.
   *
   * @param command program and arguments, started without a shell
   * @throws AdapterUnusableException if the adapter does not even say hello
   */
  public RunReport runAdapter(List<String> command)
      throws AdapterUnusableException, InterruptedException {
    Timeouts timeouts = Timeouts.STANDARD.withReply(options.timeout());
    try (AdapterSession session = AdapterSession.open(command, suite, timeouts)) {
      return run(session);
    }
  }

  /** Runs the cases against an implementation in this process. */
  public RunReport runTarget(ConformanceTarget target) throws InterruptedException {
    return run(Respondent.of(target));
  }

  RunReport run(Respondent respondent) throws InterruptedException {
    Instant startedAt = clock.instant();
    Greeting greeting = respondent.greeting();
    List<TestCase> selected = options.selection().of(suite);
    Map<Operation, Integer> notDeclared = new EnumMap<>(Operation.class);
    Map<String, CaseResult> results = new LinkedHashMap<>();
    for (TestCase test : casesInRunOrder()) {
      boolean declared = greeting.operations().contains(test.operation());
      if (declared || options.selection().operations().contains(test.operation())) {
        results.put(test.id(), declared ? ask(respondent, test) : undeclared(test));
      } else {
        notDeclared.merge(test.operation(), 1, Integer::sum);
      }
    }
    return new RunReport(
        suite,
        greeting.implementation(),
        greeting.operations(),
        notDeclared,
        options,
        startedAt,
        selected.stream().map(TestCase::id).filter(results::containsKey).map(results::get).toList(),
        problems(),
        respondent.exhausted());
  }

  /** Returns the selected cases by operation, as each builds on the one before, and by weight. */
  List<TestCase> casesInRunOrder() {
    List<TestCase> ordered = new ArrayList<>(options.selection().of(suite));
    ordered.sort(Comparator.comparing(TestCase::operation).thenComparing(TestCase::requirement));
    return ordered;
  }

  CaseResult ask(Respondent respondent, TestCase test) throws InterruptedException {
    if (respondent.exhausted().isPresent()) {
      return result(
          test, Verdict.of(Status.NOT_RUN, respondent.exhausted().get()), "", Duration.ZERO);
    }
    long start = System.nanoTime();
    Reply reply = respondent.ask(Request.of(test, suite));
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    Verdict verdict =
        reply
            .answer()
            .map(answer -> Judge.judge(test, answer, options.strictness()))
            .orElseGet(() -> reply.fault().map(SuiteRun::verdict).orElseThrow());
    return result(test, verdict, reply.fault().map(Reply.Fault::stderr).orElse(""), duration);
  }

  private static Verdict verdict(Reply.Fault fault) {
    return Verdict.of(fault.status(), fault.message());
  }

  private CaseResult undeclared(TestCase test) {
    String message = "the implementation does not declare " + test.operation().id();
    return result(test, Verdict.of(Status.SKIP, message), "", Duration.ZERO);
  }

  private CaseResult result(TestCase test, Verdict verdict, String stderr, Duration duration) {
    return new CaseResult(
        test,
        verdict,
        expected.find(test.id()).map(ExpectedFailures.Entry::status),
        options.level().counts(test.requirement()),
        verdict.status() == Status.FAIL ? hint(test) : Optional.empty(),
        stderr,
        duration);
  }

  private Optional<String> hint(TestCase test) {
    return test.flags().stream()
        .map(suite::flag)
        .map(Flag::hint)
        .flatMap(Optional::stream)
        .findFirst();
  }

  /** Returns what is wrong with the expected failures, whatever the implementation does. */
  List<Problem> problems() {
    LocalDate today = LocalDate.ofInstant(clock.instant(), clock.getZone());
    List<Problem> problems = new ArrayList<>();
    for (ExpectedFailures.Entry entry : expected.entries()) {
      if (suite.cases().stream().noneMatch(test -> entry.covers(test.id()))) {
        problems.add(
            new Problem(
                "unmatched-entry",
                entry.pattern(),
                "the entry covers no case of suite version " + suite.version() + ": take it out"));
      }
      if (entry.until().filter(today::isAfter).isPresent()) {
        problems.add(
            new Problem(
                "expired-entry",
                entry.pattern(),
                "the entry held until "
                    + entry.until().get()
                    + ": mend the failure, or move the date"));
      }
    }
    return problems;
  }
}
