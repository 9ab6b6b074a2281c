package io.github.dokuconformance.benchmarks;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.snap.Snap;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.infra.Blackhole;
import tools.jackson.databind.json.JsonMapper;

/**
 * The check of a message of SNAP, beside the least that any check must do: parse the body, minify
 * and hash it, and compute the HMAC.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(2)
public class SnapCheckBenchmark {
  private byte[] bytes;
  private Components components;
  private SigningKey key;
  private Exchange exchange;
  private CheckContext context;

  @Setup
  public void setUp() {
    bytes = SnapMessages.BODY.getBytes(UTF_8);
    components = SnapMessages.components();
    key = SnapMessages.key();
    exchange = Exchange.of("benchmark", SnapMessages.signed(), null);
    context = CheckContext.nothing().withKeys(KeyRing.of(key));
  }

  @Benchmark
  public CheckResult fullCheck() {
    return Check.check(exchange, context);
  }

  @Benchmark
  public void floor(Blackhole blackhole) {
    blackhole.consume(JsonMapper.shared().readTree(bytes));
    blackhole.consume(Snap.SYMMETRIC.sign(components, key));
  }
}
