package io.github.dokuconformance.benchmarks;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.schemas.ContractFiles;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.io.IOException;
import java.io.InputStream;
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
 * The full check of the documented generate-order request, beside the least that any check must do:
 * parse the body, digest it and compute the HMAC.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 2)
@Measurement(iterations = 6, time = 2)
@Fork(2)
public class FullCheckBenchmark {
  private static final String CLIENT_ID = "MCH-0001-10791114622547";
  private static final String REQUEST_ID = "baec7d95-f30a-4b78-b711-6ebe0ccdf50b";
  private static final String TIMESTAMP = "2021-07-07T08:45:42Z";
  private static final String PATH = "/akulaku-peer-to-peer/v2/generate-order";

  private byte[] bytes;
  private Body body;
  private Exchange exchange;
  private CheckContext context;
  private SigningKey key;

  @Setup
  public void setUp() throws IOException {
    try (InputStream in =
        ContractFiles.open("examples/akulaku.generate-order/request-documented.json")) {
      bytes = in.readAllBytes();
    }
    body = Body.of(bytes);
    key = SigningKey.of(MerchantSecret.of("SK-TEST-benchmark-NOT-A-SECRET"));
    Headers headers =
        NonSnap.SCHEME
            .sign(
                Components.of(SignedPart.REQUEST, "POST", PATH, body)
                    .withClientId(CLIENT_ID)
                    .withRequestId(REQUEST_ID)
                    .withTimestamp(TIMESTAMP),
                key)
            .with("Content-Type", "application/json");
    exchange = Exchange.of("benchmark", new Request("POST", Target.of(PATH), headers, body), null);
    context = CheckContext.nothing().withKeys(KeyRing.of(key));
  }

  @Benchmark
  public CheckResult fullCheck() {
    return Check.check(exchange, context);
  }

  @Benchmark
  public void floor(Blackhole blackhole) {
    blackhole.consume(JsonMapper.shared().readTree(bytes));
    blackhole.consume(
        NonSnap.SCHEME.sign(
            Components.of(SignedPart.REQUEST, "POST", PATH, body)
                .withClientId(CLIENT_ID)
                .withRequestId(REQUEST_ID)
                .withTimestamp(TIMESTAMP),
            key));
  }
}
