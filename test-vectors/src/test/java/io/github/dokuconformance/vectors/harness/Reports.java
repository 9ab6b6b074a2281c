package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;

/** Runs without an implementation: what it answers is written down. */
final class Reports {
  static final Instant NOW = Instant.parse("2026-01-31T09:30:00Z");

  private Reports() {}

  /** Returns a run of the suite in which the cases of these ids get these replies. */
  static RunReport of(
      VectorSuite suite,
      RunOptions options,
      ExpectedFailures expected,
      Map<String, AdapterReply> replies)
      throws InterruptedException {
    RunReport report = new SuiteRun(suite, options, expected, NOW).run(new Script(replies));
    return new RunReport(
        report.suite(),
        report.implementation(),
        report.operations(),
        report.notDeclared(),
        report.options(),
        report.startedAt(),
        report.results().stream().map(Reports::withoutDuration).toList(),
        report.problems(),
        report.givenUp(),
        report.mistakes());
  }

  static AdapterReply fault(Status status, String message, String stderr) {
    return AdapterReply.of(new AdapterReply.Fault(status, message, stderr));
  }

  /** Returns a reply that ends a case in this status. */
  static AdapterReply endingAs(Status status, TestCase test) {
    return switch (status) {
      case PASS -> AdapterReply.of(Answers.right(test));
      case FAIL -> AdapterReply.of(Answers.wrong(test));
      case ERROR -> AdapterReply.of(AdapterAnswer.error("boom"));
      case SKIP -> AdapterReply.of(AdapterAnswer.skipped("later"));
      case CRASH, TIMEOUT, PROTOCOL_ERROR -> fault(status, "broke down", "");
      case NOT_RUN -> throw new IllegalArgumentException("nothing is asked");
    };
  }

  static CaseResult result(TestCase test, Status status, Optional<Status> listed, boolean counts) {
    Verdict verdict = status == Status.PASS ? Verdict.pass() : Verdict.of(status, "for a reason");
    return new CaseResult(
        test, verdict, listed, counts, Optional.empty(), Optional.empty(), "", Duration.ZERO);
  }

  private static CaseResult withoutDuration(CaseResult result) {
    return new CaseResult(
        result.testCase(),
        result.verdict(),
        result.expected(),
        result.counts(),
        result.hint(),
        result.signature(),
        result.stderr(),
        Duration.ZERO);
  }

  /** Replies as written down; skips what is not. */
  private record Script(Map<String, AdapterReply> replies) implements Respondent {
    @Override
    public Greeting greeting() {
      Implementation implementation =
          new Implementation(
              "demo",
              "0.1.0",
              "javascript",
              Optional.of("https://example.test/demo"),
              Optional.empty());
      return new Greeting(
          implementation, EnumSet.complementOf(EnumSet.of(VectorOperation.VALIDATE)));
    }

    @Override
    public AdapterReply ask(AdapterRequest request) {
      return replies.getOrDefault(
          request.caseId(), AdapterReply.of(AdapterAnswer.skipped("nothing is written down")));
    }

    @Override
    public Optional<String> exhausted() {
      return Optional.empty();
    }
  }
}
