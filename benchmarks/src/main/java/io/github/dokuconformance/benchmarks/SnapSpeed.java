package io.github.dokuconformance.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Diagnoser;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.HmacEngine;
import io.github.dokuconformance.signature.snap.Snap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** SNAP: hypotheses a second on one core, beside HMACs a second over the same string to sign. */
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 6, time = 3)
@Measurement(iterations = 6, time = 3)
public class SnapSpeed {
  private static final long MOST = 400_000;

  /** What is searched and hashed. */
  @State(Scope.Benchmark)
  public static class Work {
    final DiagnosisInput input = SnapMessages.ofNobody();
    final Budget oneCore = Budget.standard().withThreads(1).withHypotheses(MOST);
    final HmacEngine.Mac mac =
        HmacEngine.fastest().hmac(Hash.SHA512, SnapMessages.SECRET.getBytes(UTF_8));
    final byte[] text =
        Snap.SYMMETRIC
            .stages(SnapMessages.components(), SnapMessages.key())
            .stringToSign()
            .toUtf8();
  }

  @Benchmark
  public Diagnosis pairsOnOneCore(Work work, DiagnosisSpeed.Hypotheses hypotheses) {
    Diagnosis diagnosis = Diagnoser.diagnose(work.input, work.oneCore);
    hypotheses.add(diagnosis);
    return diagnosis;
  }

  @Benchmark
  public byte[] plainHmacOfTheString(Work work) {
    work.text[0]++;
    return work.mac.mac(work.text);
  }
}
