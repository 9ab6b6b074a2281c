package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.Flag;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the selected cases of a suite to an implementation and judges what it answers. */
public final class SuiteRun {
  private static final int LONGEST_SIGNATURE = 4096;

  private final VectorSuite suite;
  private final RunOptions options;
  private final ExpectedFailures expected;
  private final Instant startedAt;

  /**
   * @param startedAt the time of the run, which the report names and an entry's date is held
   *     against
   */
  public SuiteRun(
      VectorSuite suite, RunOptions options, ExpectedFailures expected, Instant startedAt) {
    this.suite = suite;
    this.options = options;
    this.expected = expected;
    this.startedAt = startedAt;
  }

  /**
   * Runs the cases against an adapter.
   *
   * @param command program and arguments, started without a shell
   * @throws AdapterUnusableException if the adapter does not even say hello
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public RunReport runAdapter(List<String> command)
      throws AdapterUnusableException, InterruptedException {
    return runAdapter(command, Timeouts.STANDARD.withReply(options.timeout()));
  }

  RunReport runAdapter(List<String> command, Timeouts timeouts)
      throws AdapterUnusableException, InterruptedException {
    try (AdapterSession session = AdapterSession.open(command, suite, timeouts)) {
      return run(session);
    }
  }

  /**
   * Runs the cases against an implementation in this process.
   *
   * @throws InterruptedException if the thread is interrupted while it waits
   */
  public RunReport runTarget(ConformanceTarget target) throws InterruptedException {
    return run(Respondent.of(target));
  }

  RunReport run(Respondent respondent) throws InterruptedException {
    Greeting greeting = respondent.greeting();
    List<TestCase> selected = options.selection().of(suite);
    Map<String, Integer> notDeclared = new TreeMap<>();
    Map<String, CaseResult> results = new LinkedHashMap<>();
    for (TestCase test : casesInRunOrder()) {
      List<String> undeclared = undeclared(greeting, test);
      if (undeclared.isEmpty()) {
        results.put(test.id(), ask(respondent, test));
      } else if (undeclared.stream().allMatch(options.selection()::demands)) {
        results.put(test.id(), undeclared(test, undeclared.get(0)));
      } else {
        undeclared.stream()
            .filter(name -> !options.selection().demands(name))
            .findFirst()
            .ifPresent(name -> notDeclared.merge(name, 1, Integer::sum));
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
        expected.problems(suite, startedAt),
        respondent.exhausted(),
        List.of());
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
          test,
          Verdict.of(Status.NOT_RUN, respondent.exhausted().get()),
          Optional.empty(),
          "",
          Duration.ZERO);
    }
    long start = System.nanoTime();
    AdapterReply reply = respondent.ask(AdapterRequest.of(test, suite));
    Duration duration = Duration.ofNanos(System.nanoTime() - start);
    Verdict verdict =
        reply
            .answer()
            .map(answer -> CaseJudge.judge(test, answer, options.strictness()))
            .orElseGet(() -> reply.fault().map(SuiteRun::verdict).orElseThrow());
    return result(
        test,
        verdict,
        reply.answer().flatMap(SuiteRun::signature),
        reply.fault().map(AdapterReply.Fault::stderr).orElse(""),
        duration);
  }

  private static Verdict verdict(AdapterReply.Fault fault) {
    return Verdict.of(fault.status(), fault.message());
  }

  /** Returns the scheme and the operation of a case, as far as the implementation has not them. */
  private static List<String> undeclared(Greeting greeting, TestCase test) {
    List<String> undeclared = new ArrayList<>(2);
    if (!greeting.schemes().contains(test.scheme())) {
      undeclared.add(test.scheme());
    }
    if (!greeting.operations().contains(test.operation())) {
      undeclared.add(test.operation().id());
    }
    return undeclared;
  }

  private CaseResult undeclared(TestCase test, String name) {
    String message = "the implementation does not declare " + name;
    return result(test, Verdict.of(Status.SKIP, message), Optional.empty(), "", Duration.ZERO);
  }

  /** Returns what stands in the answer as a signature, unless it is too long for any. */
  private static Optional<String> signature(AdapterAnswer answer) {
    return answer
        .<Optional<String>>fold(
            ok -> ok.payload().path(Stage.SIGNATURE.id()).stringValueOpt(),
            rejected -> Optional.empty(),
            skipped -> Optional.empty(),
            failed -> Optional.empty())
        .filter(signature -> signature.length() <= LONGEST_SIGNATURE);
  }

  private CaseResult result(
      TestCase test,
      Verdict verdict,
      Optional<String> signature,
      String stderr,
      Duration duration) {
    return new CaseResult(
        test,
        verdict,
        expected.find(test.id()).map(ExpectedFailures.Entry::status),
        options.level().counts(test.requirement()),
        verdict.status() == Status.FAIL ? hint(test) : Optional.empty(),
        signature,
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
}
