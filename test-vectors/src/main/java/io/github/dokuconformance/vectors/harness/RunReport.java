package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.RequirementLevel;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that a run found out.
 *
 * @param operations what the implementation declares
 * @param notDeclared how many selected cases were left out, by the operation or the scheme that the
 *     implementation does not have
 * @param results in suite order
 * @param problems what is wrong with the expected-failures file itself
 * @param givenUp why the run ended early, if it did
 * @param mistakes what explains wrong signatures, if anybody looked for it, the most cases first
 */
public record RunReport(
    VectorSuite suite,
    Implementation implementation,
    Set<VectorOperation> operations,
    Map<String, Integer> notDeclared,
    RunOptions options,
    Instant startedAt,
    List<CaseResult> results,
    List<Problem> problems,
    Optional<String> givenUp,
    List<NamedMistake> mistakes) {
  public RunReport {
    mistakes = List.copyOf(mistakes);
    operations = Set.copyOf(operations);
    notDeclared = Map.copyOf(notDeclared);
    results = List.copyOf(results);
    problems = List.copyOf(problems);
  }

  /** Returns the same outcome, measured by other expectations. */
  public RunReport against(ExpectedFailures expected) {
    return new RunReport(
        suite,
        implementation,
        operations,
        notDeclared,
        options,
        startedAt,
        results.stream().map(result -> result.against(expected)).toList(),
        expected.problems(suite, startedAt),
        givenUp,
        mistakes);
  }

  /** Returns what people read of it, with a line end at its end. */
  public String toText() {
    return RunText.render(this);
  }

  /** Returns it as {@code report.schema.json} has it, with a line end at its end. */
  public String toJson() {
    return RunJson.render(this);
  }

  /** Returns the same report, with what explains wrong signatures. */
  public RunReport withMistakes(List<NamedMistake> named) {
    return new RunReport(
        suite,
        implementation,
        operations,
        notDeclared,
        options,
        startedAt,
        results,
        problems,
        givenUp,
        named);
  }

  /** Returns the cases of {@code sign} that were answered with another signature. */
  public List<CaseResult> wrongSignatures() {
    return results.stream()
        .filter(result -> result.testCase().operation() == VectorOperation.SIGN)
        .filter(result -> result.status() == Status.FAIL && result.signature().isPresent())
        .toList();
  }

  public boolean isConformant() {
    return problems.isEmpty()
        && givenUp.isEmpty()
        && hasExecuted()
        && results.stream().noneMatch(CaseResult::isBreach);
  }

  /** Tells whether at least one case was really put to the implementation. */
  public boolean hasExecuted() {
    return results.stream().anyMatch(result -> result.status().isExecuted());
  }

  /**
   * Returns 0 for conformant, 1 for not, 3 for an adapter that could not be used to the end, 4 for
   * a run in which nothing was executed.
   */
  public int exitCode() {
    if (givenUp.isPresent()) {
      return 3;
    }
    if (!hasExecuted()) {
      return 4;
    }
    return isConformant() ? 0 : 1;
  }

  /** Returns the cases that make the implementation not conformant, as far as they were run. */
  List<CaseResult> breaches() {
    return results.stream()
        .filter(CaseResult::isBreach)
        .filter(result -> result.status() != Status.NOT_RUN)
        .toList();
  }

  /** Returns how many cases of each requirement ended with each status; zeros are left out. */
  public Map<RequirementLevel, Map<Status, Integer>> totals() {
    Map<RequirementLevel, Map<Status, Integer>> totals = new EnumMap<>(RequirementLevel.class);
    for (CaseResult result : results) {
      totals
          .computeIfAbsent(
              result.testCase().requirement(), requirement -> new EnumMap<>(Status.class))
          .merge(result.status(), 1, Integer::sum);
    }
    return totals;
  }
}
