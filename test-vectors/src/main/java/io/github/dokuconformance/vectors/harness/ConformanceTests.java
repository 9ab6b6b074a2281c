package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.opentest4j.AssertionFailedError;

/**
 * The suite as JUnit 5 tests, one a case:
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicNode> conformance() {
 *   return ConformanceTests.of(new MyTarget());
 * }
 * }</pre>
 *
 * <p>A {@code must} case that does not pass fails its test. A known failure, a skip that is listed
 * and whatever does not count abort theirs, with the reason. Needs {@code junit-jupiter-api}, which
 * this module does not bring along.
 */
public final class ConformanceTests {
  private ConformanceTests() {}

  /** Returns tests in which every {@code must} case has to pass. */
  public static Stream<DynamicNode> of(ConformanceTarget target) {
    return of(VectorSuite.bundled(), target, ExpectedFailures.NONE, Instant.now());
  }

  /**
   * Returns tests in which every {@code must} case has to end as the file says, or else to pass.
   *
   * @throws IllegalArgumentException if the file cannot be used; the message says where and why
   */
  public static Stream<DynamicNode> of(ConformanceTarget target, Path expectedFailures) {
    VectorSuite suite = VectorSuite.bundled();
    try {
      ExpectedFailures expected = ExpectedFailures.load(expectedFailures, suite);
      return of(suite, target, expected, Instant.now());
    } catch (InvalidFileException e) {
      throw new IllegalArgumentException(e.getMessage(), e);
    }
  }

  static Stream<DynamicNode> of(
      VectorSuite suite, ConformanceTarget target, ExpectedFailures expected, Instant now) {
    if (target.operations().isEmpty()) {
      throw new IllegalArgumentException(
          "the target declares no operation, so nothing would be tested");
    }
    SuiteRun run = new SuiteRun(suite, RunOptions.STANDARD, expected, now);
    Respondent respondent = Respondent.of(target);
    List<TestCase> cases =
        run.casesInRunOrder().stream()
            .filter(test -> target.schemes().contains(test.scheme()))
            .toList();
    Stream<DynamicNode> byOperation =
        Stream.of(VectorOperation.values())
            .filter(target.operations()::contains)
            .map(
                operation ->
                    DynamicContainer.dynamicContainer(
                        operation.id(),
                        cases.stream()
                            .filter(test -> test.operation() == operation)
                            .map(test -> dynamicTest(run, respondent, test))));
    Stream<DynamicNode> problems =
        expected.problems(suite, now).stream()
            .map(
                problem ->
                    DynamicTest.dynamicTest(
                        "expected failures: " + problem.entry(),
                        () -> Assertions.fail(problem.code() + ": " + problem.message())));
    return Stream.concat(byOperation, problems);
  }

  private static DynamicTest dynamicTest(SuiteRun run, Respondent respondent, TestCase test) {
    return DynamicTest.dynamicTest(test.id(), () -> report(run.ask(respondent, test)));
  }

  private static void report(CaseResult result) {
    String message = result.status().id() + ": " + result.summary();
    if (result.isBreach()) {
      String details = message + "\n" + RunLines.details(result);
      Optional<Difference> difference = result.verdict().firstDifference();
      throw difference
          .map(it -> new AssertionFailedError(details, it.expected(), it.actual()))
          .orElseGet(() -> new AssertionFailedError(details));
    }
    if (result.status() != Status.PASS) {
      Assumptions.abort(message);
    }
  }
}
