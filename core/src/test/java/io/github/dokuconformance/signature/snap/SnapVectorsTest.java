package io.github.dokuconformance.signature.snap;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.signature.HmacEngine;
import io.github.dokuconformance.vectors.VectorSuite;
import io.github.dokuconformance.vectors.harness.ConformanceLevel;
import io.github.dokuconformance.vectors.harness.ConformanceTests;
import io.github.dokuconformance.vectors.harness.ExpectedFailures;
import io.github.dokuconformance.vectors.harness.RunOptions;
import io.github.dokuconformance.vectors.harness.RunReport;
import io.github.dokuconformance.vectors.harness.Selection;
import io.github.dokuconformance.vectors.harness.Status;
import io.github.dokuconformance.vectors.harness.Strictness;
import io.github.dokuconformance.vectors.harness.SuiteRun;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every vector of SNAP, through both engines. */
class SnapVectorsTest {
  @TestFactory
  Stream<DynamicNode> passOnTheReferenceEngine() {
    return ConformanceTests.of(new SnapTarget(HmacEngine.reference()));
  }

  /** What is informational passes too: this library takes both readings of minify and of paths. */
  @Test
  void passStrictlyAtEveryLevelOnTheFastestEngine() throws Exception {
    RunOptions strictly =
        new RunOptions(
            Selection.ALL,
            ConformanceLevel.SHOULD,
            new Strictness(true, true),
            RunOptions.STANDARD.timeout());

    RunReport report =
        new SuiteRun(VectorSuite.bundled(), strictly, ExpectedFailures.NONE, Instant.EPOCH)
            .runTarget(new SnapTarget(HmacEngine.fastest()));

    assertThat(report.toText()).endsWith("\nconformant\n");
    assertThat(report.results()).hasSizeGreaterThan(300);
    assertThat(report.results()).allMatch(result -> result.status() == Status.PASS);
  }
}
