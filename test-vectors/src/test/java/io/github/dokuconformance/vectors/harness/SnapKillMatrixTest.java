package io.github.dokuconformance.vectors.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.vectors.RequirementLevel;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorSuite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The vectors of SNAP are only as good as the mistakes that they find. */
class SnapKillMatrixTest {
  private static final VectorSuite SUITE = VectorSuite.bundled();
  private static final List<TestCase> PROBES =
      SUITE.cases().stream()
          .filter(test -> test.requirement() == RequirementLevel.MUST)
          .filter(test -> !test.scheme().equals(TestCase.NON_SNAP))
          .toList();
  private static final Map<String, List<String>> MATRIX = new TreeMap<>();

  @Test
  void passesTheRightImplementationAtEveryLevelAndStrictly() throws Exception {
    RunOptions options =
        new RunOptions(
            Selection.ALL,
            ConformanceLevel.SHOULD,
            new Strictness(true, true),
            RunOptions.STANDARD.timeout());

    RunReport report =
        new SuiteRun(SUITE, options, ExpectedFailures.NONE, Instant.EPOCH)
            .runTarget(new SnapSoundTarget(new SnapRecipe()));

    assertThat(RunText.render(report)).endsWith("\nconformant\n");
    assertThat(report.results()).hasSizeGreaterThan(PROBES.size());
  }

  static Stream<SnapMutant> mutants() {
    return SnapMutant.all();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void killsTheMutant(SnapMutant mutant) {
    ConformanceTarget target = mutant.target();
    List<String> killers =
        PROBES.stream().filter(test -> isKilledBy(test, target)).map(TestCase::id).toList();
    MATRIX.put(mutant.name(), killers);

    assertThat(killers).as("must cases that find out %s", mutant).hasSizeGreaterThanOrEqualTo(2);
  }

  /** A mutant that breaks down says nothing of the vectors, so it has to answer. */
  private static boolean isKilledBy(TestCase test, ConformanceTarget target) {
    AdapterAnswer answer = Targets.answer(target, AdapterRequest.of(test, SUITE));
    Status status = CaseJudge.judge(test, answer, Strictness.LENIENT).status();

    assertThat(status).as(test.id()).isNotEqualTo(Status.ERROR);
    return status != Status.PASS;
  }

  @AfterAll
  static void printMatrix() {
    System.out.printf(
        "%d mutants of SNAP: name, number of must cases that kill it, first of them%n",
        MATRIX.size());
    MATRIX.forEach(
        (name, killers) ->
            System.out.printf(
                "%-46s %4d  %s%n",
                name, killers.size(), killers.isEmpty() ? "SURVIVES" : killers.get(0)));
  }
}
