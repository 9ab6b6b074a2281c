package io.github.dokuconformance.signature.nonsnap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.signature.HmacEngine;
import io.github.dokuconformance.vectors.VectorSuite;
import io.github.dokuconformance.vectors.harness.ConformanceLevel;
import io.github.dokuconformance.vectors.harness.ConformanceTests;
import io.github.dokuconformance.vectors.harness.ExpectedFailures;
import io.github.dokuconformance.vectors.harness.RunOptions;
import io.github.dokuconformance.vectors.harness.RunReport;
import io.github.dokuconformance.vectors.harness.Selection;
import io.github.dokuconformance.vectors.harness.Strictness;
import io.github.dokuconformance.vectors.harness.SuiteRun;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every vector, through both engines. */
class VectorsTest {
  @TestFactory
  Stream<DynamicNode> passOnTheReferenceEngine() {
    return ConformanceTests.of(new CoreTarget(HmacEngine.reference()));
  }

  @TestFactory
  Stream<DynamicNode> passOnTheFastestEngine() {
    return ConformanceTests.of(new CoreTarget(HmacEngine.fastest()));
  }

  @Test
  void passWithTheirReasonsAndNoOtherErrors() throws Exception {
    RunOptions strictly =
        new RunOptions(
            Selection.ALL,
            ConformanceLevel.MUST,
            new Strictness(true, true),
            RunOptions.STANDARD.timeout());

    RunReport report =
        new SuiteRun(VectorSuite.bundled(), strictly, ExpectedFailures.NONE, Instant.EPOCH)
            .runTarget(new CoreTarget(HmacEngine.fastest()));

    assertThat(report.toText()).endsWith("\nconformant\n");
  }
}
