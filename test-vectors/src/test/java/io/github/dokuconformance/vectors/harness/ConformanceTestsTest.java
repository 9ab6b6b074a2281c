package io.github.dokuconformance.vectors.harness;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import io.github.dokuconformance.vectors.harness.ExpectedFailures.Entry;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ConformanceTestsTest {
  private static final VectorSuite SUITE = Suites.mini();
  private static final String VALID = "sign/generate-order/valid";

  @Test
  void makesATestOfEachCaseOfADeclaredOperation() {
    Map<String, String> outcomes =
        run(Set.of(VectorOperation.SIGN), Map.of(), ExpectedFailures.NONE);

    assertThat(outcomes)
        .hasSize(3)
        .allSatisfy((id, outcome) -> assertThat(outcome).isEqualTo("passed"));
  }

  @Test
  void failsTheTestOfAMustCaseWithBothValues() {
    Map<String, String> outcomes = run(all(), Map.of(VALID, Status.FAIL), ExpectedFailures.NONE);

    assertThat(outcomes.get(VALID)).isEqualTo("failed expected=HMACSHA256=");
    outcomes.remove(VALID);
    assertThat(outcomes).allSatisfy((id, outcome) -> assertThat(outcome).isEqualTo("passed"));
  }

  @Test
  void abortsTheTestOfAKnownFailure() {
    ExpectedFailures expected = new ExpectedFailures(List.of(Entry.of(VALID, Status.FAIL)));

    assertThat(run(all(), Map.of(VALID, Status.FAIL), expected)).containsEntry(VALID, "aborted");
    assertThat(run(all(), Map.of(), expected)).containsEntry(VALID, "failed");
  }

  @Test
  void failsOnASkipThatIsNotListed() {
    assertThat(run(all(), Map.of(VALID, Status.SKIP), ExpectedFailures.NONE))
        .containsEntry(VALID, "failed");
  }

  @Test
  void abortsTheTestOfACaseThatDoesNotCount() {
    String should = "sign/generate-order/should";

    assertThat(run(all(), Map.of(should, Status.FAIL), ExpectedFailures.NONE))
        .containsEntry(should, "aborted");
  }

  @Test
  void failsATestOfItsOwnForAStaleEntry() {
    ExpectedFailures expected =
        new ExpectedFailures(List.of(Entry.of("sign/no/such", Status.FAIL)));

    assertThat(run(all(), Map.of(), expected))
        .containsEntry("expected failures: sign/no/such", "failed");
  }

  @Test
  void refusesATargetThatDeclaresNothing() {
    assertThatThrownBy(() -> run(Set.of(), Map.of(), ExpectedFailures.NONE))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Set<VectorOperation> all() {
    return EnumSet.allOf(VectorOperation.class);
  }

  private static Map<String, String> run(
      Set<VectorOperation> operations, Map<String, Status> outcomes, ExpectedFailures expected) {
    Map<String, String> results = new TreeMap<>();
    ConformanceTarget target = new Scripted(operations, outcomes);
    execute(ConformanceTests.of(SUITE, target, expected, Instant.EPOCH), results);
    return results;
  }

  private static void execute(Stream<? extends DynamicNode> nodes, Map<String, String> results) {
    nodes.forEach(
        node -> {
          if (node instanceof DynamicContainer container) {
            execute(container.getChildren(), results);
          } else if (node instanceof DynamicTest test) {
            results.put(test.getDisplayName(), outcome(test));
          }
        });
  }

  private static String outcome(DynamicTest test) {
    try {
      test.getExecutable().execute();
      return "passed";
    } catch (TestAbortedException e) {
      return "aborted";
    } catch (AssertionFailedError e) {
      return e.isExpectedDefined()
          ? "failed expected=" + e.getExpected().getStringRepresentation().substring(0, 11)
          : "failed";
    } catch (Throwable e) {
      return "threw " + e;
    }
  }

  private record Scripted(Set<VectorOperation> operations, Map<String, Status> outcomes)
      implements ConformanceTarget {
    @Override
    public AdapterAnswer answer(AdapterRequest request) {
      TestCase test = SUITE.find(request.caseId()).orElseThrow();
      Status status = outcomes.getOrDefault(test.id(), Status.PASS);
      return Reports.endingAs(status, test).answer().orElseThrow();
    }
  }
}
