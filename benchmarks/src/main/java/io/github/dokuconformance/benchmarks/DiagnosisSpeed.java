package io.github.dokuconformance.benchmarks;

import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Diagnoser;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.HmacEngine;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Hypotheses a second on one core, beside HMACs a second by the same Java platform. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 6, time = 3)
public class DiagnosisSpeed {
  /** All single mistakes and pairs, and a little more. */
  private static final long PAIRS = 850_000;

  /** Counts what a search went through; JMH makes a rate of it. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Hypotheses {
    public long tried;

    void add(Diagnosis diagnosis) {
      tried +=
          diagnosis.fold(
              valid -> 0L,
              explained -> explained.statistics().hypotheses(),
              unexplained -> unexplained.statistics().hypotheses());
    }
  }

  /** What is searched and hashed. */
  @State(Scope.Benchmark)
  public static class Work {
    final DiagnosisInput input = DiagnosisMessages.signed(1024, -1);
    final Budget oneCore = Budget.standard().withThreads(1).withHypotheses(PAIRS);
    final HmacEngine.Mac mac = HmacEngine.fastest().hmac(Hash.SHA256, DiagnosisMessages.SECRET);
    final byte[] text = new byte[250];
  }

  @Benchmark
  public Diagnosis pairsOnOneCore(Work work, Hypotheses hypotheses) {
    Diagnosis diagnosis = Diagnoser.diagnose(work.input, work.oneCore);
    hypotheses.add(diagnosis);
    return diagnosis;
  }

  @Benchmark
  public byte[] plainHmacOf250Bytes(Work work) {
    work.text[0]++;
    return work.mac.mac(work.text);
  }
}
