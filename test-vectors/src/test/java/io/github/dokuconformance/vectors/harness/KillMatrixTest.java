package io.github.dokuconformance.vectors.harness;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.vectors.RequirementLevel;
import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The suite is only as good as the mistakes that it finds. */
class KillMatrixTest {
  private static final VectorSuite SUITE = VectorSuite.bundled();
  private static final List<Probe> PROBES =
      SUITE.cases().stream()
          .filter(test -> test.requirement() == RequirementLevel.MUST)
          .filter(test -> test.scheme().equals(TestCase.NON_SNAP))
          .map(test -> new Probe(test, AdapterRequest.of(test, SUITE)))
          .toList();
  private static final Map<String, List<String>> MATRIX = new TreeMap<>();

  @TestFactory
  Stream<DynamicNode> passesTheRightImplementation() {
    return ConformanceTests.of(new SoundTarget("sound", new Recipe()));
  }

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
            .runTarget(new SoundTarget("sound", new Recipe()));

    assertThat(RunText.render(report)).endsWith("\nconformant\n");
  }

  static Stream<Mutant> mutants() {
    return Mutant.all();
  }

  @ParameterizedTest
  @MethodSource("mutants")
  void killsTheMutant(Mutant mutant) {
    List<String> killers = killers(mutant, false);
    if (killers.size() < 2) {
      killers = Stream.concat(killers.stream(), killers(mutant, true).stream()).toList();
    }
    MATRIX.put(mutant.name(), killers);

    assertThat(killers).as("must cases that find out %s", mutant).hasSizeGreaterThanOrEqualTo(2);
  }

  @AfterAll
  static void printMatrix() {
    System.out.printf(
        "%d mutants: name, number of must cases that kill it, first of them%n", MATRIX.size());
    MATRIX.forEach(
        (name, killers) ->
            System.out.printf(
                "%-46s %4d  %s%n",
                name, killers.size(), killers.isEmpty() ? "SURVIVES" : killers.get(0)));
  }

  /** Large bodies take most of the time and tell the least: they are tried last. */
  private static List<String> killers(Mutant mutant, boolean large) {
    ConformanceTarget target = mutant.target();
    return PROBES.stream()
        .filter(
            probe -> (probe.test().operation() == VectorOperation.VALIDATE) == mutant.isValidator())
        .filter(probe -> probe.test().flags().contains("edge.large-body") == large)
        .filter(probe -> probe.kills(target))
        .map(probe -> probe.test().id())
        .toList();
  }

  private record Probe(TestCase test, AdapterRequest request) {
    boolean kills(ConformanceTarget target) {
      AdapterAnswer answer = Targets.answer(target, request);
      return CaseJudge.judge(test, answer, Strictness.LENIENT).status() != Status.PASS;
    }
  }
}
