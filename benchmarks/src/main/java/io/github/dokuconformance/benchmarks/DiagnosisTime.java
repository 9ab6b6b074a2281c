package io.github.dokuconformance.benchmarks;

import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Diagnoser;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** How long it takes to explain a signature, or to say that nothing known explains it. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 5, time = 3)
@State(Scope.Benchmark)
public class DiagnosisTime {
  /** All single mistakes and pairs, and a little more. */
  private static final long PAIRS = 1_200_000;

  @Param({"1024", "102400"})
  int bodyBytes;

  private DiagnosisInput one;
  private DiagnosisInput two;
  private DiagnosisInput three;
  private DiagnosisInput nobodys;

  @Setup
  public void sign() {
    one = DiagnosisMessages.signed(bodyBytes, 1);
    two = DiagnosisMessages.signed(bodyBytes, 2);
    three = DiagnosisMessages.signed(bodyBytes, 3);
    nobodys = DiagnosisMessages.signed(bodyBytes, -1);
  }

  @Benchmark
  public Diagnosis oneMistake() {
    return explained(one, 1);
  }

  @Benchmark
  public Diagnosis twoMistakes() {
    return explained(two, 2);
  }

  @Benchmark
  public Diagnosis threeMistakes() {
    return explained(three, 3);
  }

  @Benchmark
  public Diagnosis pairsExhausted() {
    Diagnosis diagnosis = Diagnoser.diagnose(nobodys, Budget.standard().withHypotheses(PAIRS));
    int complete =
        diagnosis.fold(v -> 0, e -> 0, unexplained -> unexplained.statistics().complete());
    // Pairs that put a large body into the text are left out.
    if (complete < (bodyBytes == 1024 ? 2 : 1)) {
      throw new IllegalStateException("expected all pairs to be searched, got " + diagnosis);
    }
    return diagnosis;
  }

  @Benchmark
  public Diagnosis unexplained() {
    return Diagnoser.diagnose(nobodys);
  }

  private static Diagnosis explained(DiagnosisInput input, int mistakes) {
    Diagnosis diagnosis = Diagnoser.diagnose(input);
    boolean right =
        diagnosis.fold(valid -> false, e -> e.mistakes().size() == mistakes, unexplained -> false);
    if (!right) {
      throw new IllegalStateException("expected " + mistakes + " mistakes, got " + diagnosis);
    }
    return diagnosis;
  }
}
