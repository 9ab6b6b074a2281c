package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapDiagnosis;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What an attacker makes large or odd costs no more than a message of ordinary size. */
class BoundedWorkTest {
  private static final Budget BUDGET = Budget.standard().withHypotheses(100_000);
  private static final String TIME = "2026-11-26T08:45:42Z";
  private static final int MEBI = 1 << 20;

  @ParameterizedTest
  @MethodSource("hostile")
  void staysWithinTheWorkAllowedOnAnyNumberOfThreads(Request request) {
    DiagnosisInput input =
        DiagnosisInput.of(
            NonSnapDiagnosis.INSTANCE,
            SignedMessage.request(request),
            MerchantKeys.of(MerchantSecret.of(Sample.SECRET)));

    long before = cpuTime();
    SearchStatistics alone = statistics(input, BUDGET.withThreads(1));
    long taken = cpuTime() - before;

    assertThat(alone.work()).isLessThanOrEqualTo(BUDGET.work());
    assertThat(statistics(input, BUDGET.withThreads(3))).isEqualTo(alone);
    // A tenth of a second is meant; an interpreter that shares its core takes longer.
    assertThat(Duration.ofNanos(taken)).isLessThan(Duration.ofSeconds(8));
  }

  static Stream<Arguments> hostile() {
    String deep = "[".repeat(63) + "1,".repeat(MEBI / 4) + "1" + "]".repeat(63);
    String keys = "{" + "\"k\":1.50,".repeat(MEBI / 10) + "\"k\":1}";
    String ids = "[" + "{\"invoice_number\":\"A\"},".repeat(MEBI / 32) + "1]";
    return Stream.of(
        argumentSet("digits", body("{\"phone\":\"" + "1".repeat(MEBI) + "x\"}")),
        argumentSet("a number", body("{\"amount\":" + "1".repeat(MEBI) + "}")),
        argumentSet("an exponent", body("{\"amount\":1e999999999,\"price\":1e-999999999}")),
        argumentSet("deep", body(deep)),
        argumentSet("keys", body(keys)),
        argumentSet("ids", body(ids)),
        argumentSet("to be escaped", body("\"" + "é<&/ %\\u00e9".repeat(MEBI / 16) + "\"")),
        argumentSet("entities", body("&#x41;&amp".repeat(MEBI / 8))),
        argumentSet("not JSON", body("\u0000 \r\n".repeat(3 * MEBI))),
        argumentSet("a target", request("/" + "a/%2f".repeat(12_000), TIME, "{}")),
        argumentSet("a year", request("/a", "+999999999-12-31T23:59:59Z", "{}")),
        argumentSet("a long time", request("/a", TIME + "0".repeat(60_000), "{}")));
  }

  @Test
  void findsTheSingleMistakesOfALargeMessage() {
    Request large = body("{\"phone\":\"" + "1".repeat(MEBI) + "\"}\n");
    Sample sample =
        new Sample(
            "x",
            "y",
            DiagnosisInput.of(
                NonSnapDiagnosis.INSTANCE,
                SignedMessage.request(large),
                MerchantKeys.of(MerchantSecret.of(Sample.SECRET))));

    for (NonSnapMistake code :
        List.of(NonSnapMistake.TRAILING_NEWLINE, NonSnapMistake.DIGEST_EMPTY_BODY)) {
      Forging forging =
          new Forging(
              code,
              "test",
              code == NonSnapMistake.TRAILING_NEWLINE
                  ? f -> f.lastLineEnd = "\n"
                  : f -> f.body(new byte[0]));

      assertThat(
              Explanations.of(
                  Diagnoser.diagnose(
                      sample.signed(Forging.sign(sample, forging)),
                      BUDGET.withHypotheses(800_000))))
          .contains(List.of(code));
    }
  }

  @Test
  void sharesTheWorkOfARunOutInOrder() {
    RunBudget run = RunBudget.of(BUDGET, 5);
    DiagnosisInput input =
        DiagnosisInput.of(
            NonSnapDiagnosis.INSTANCE,
            SignedMessage.request(body("{\"a\":1}")),
            MerchantKeys.of(MerchantSecret.of(Sample.SECRET)));
    long spent = 0;
    int searches = 0;
    for (Optional<Budget> next = run.next(); next.isPresent(); next = run.next()) {
      Diagnosis diagnosis = Diagnoser.diagnose(input, next.get());
      run.spend(diagnosis);
      SearchStatistics statistics = ((Unexplained) diagnosis).statistics();
      if (searches < 3) {
        assertThat(next.get().work()).isEqualTo(BUDGET.work());
      }
      assertThat(statistics.complete()).isPositive();
      spent += statistics.work();
      searches++;
    }

    assertThat(spent).isLessThanOrEqualTo(5 * BUDGET.work());
    assertThat(searches).isGreaterThan(8);
  }

  @Test
  void leavesMostOfTheTimeOfALargeBodyToAllThatIsDoneBesideTheSearch() {
    RunBudget run = RunBudget.of(BUDGET, 5);

    assertThat(run.next(MEBI / 4)).contains(BUDGET);
    assertThat(run.next(MEBI / 4 + 1)).contains(BUDGET.withWork(BUDGET.work() / 5));
  }

  private static SearchStatistics statistics(DiagnosisInput input, Budget budget) {
    return Diagnoser.diagnose(input, budget)
        .fold(
            valid -> {
              throw new AssertionError();
            },
            Explained::statistics,
            Unexplained::statistics);
  }

  private static Request body(String body) {
    return request("/akulaku-peer-to-peer/v2/generate-order", TIME, body);
  }

  private static Request request(String target, String time, String body) {
    return new Request(
        "POST",
        Target.of(target),
        Headers.of(
            "Client-Id",
            "MCH-1",
            "Request-Id",
            "r",
            "Request-Timestamp",
            time,
            "Signature",
            Generated.signatureOfNobody(new Random(3))),
        Body.ofUtf8(body));
  }

  private static long cpuTime() {
    return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
  }
}
