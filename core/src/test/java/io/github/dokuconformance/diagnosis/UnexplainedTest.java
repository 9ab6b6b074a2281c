package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.signature.MerchantSecret;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("slow")
class UnexplainedTest {
  private static final Budget SMALL = Budget.standard().withHypotheses(20_000);
  private static final long SEED = 20261122;

  /** Full searches, likelier triples included: 2,000 MACs in any form, and 500 wrong secrets. */
  @ParameterizedTest
  @MethodSource("samples")
  void neverInventsACause(Sample sample, int macs, int secrets) {
    Random random = new Random(SEED + macs);
    List<String> signatures =
        Stream.concat(
                IntStream.range(0, macs).mapToObj(i -> randomSignature(random)),
                IntStream.range(0, secrets).mapToObj(i -> wrongSecret(sample, random)))
            .toList();

    Batch batch = Batch.of(sample.input(), signatures, Budget.standard());

    assertThat(batch.reach.complete()).isEqualTo(2);
    assertThat(batch.reach.spent()).isFalse();
    assertThat(IntStream.range(0, signatures.size()).filter(i -> batch.found(i).isPresent()))
        .isEmpty();
  }

  static Stream<Arguments> samples() {
    return Stream.of(
        argumentSet("request", Sample.requests().get(0), 500, 125),
        argumentSet("GET", Sample.bodyless().get(0), 500, 125),
        argumentSet("response", Sample.responses().get(1), 500, 125),
        argumentSet("notification", Sample.notifications().get(2), 500, 125));
  }

  private static String randomSignature(Random random) {
    byte[] mac = new byte[List.of(32, 32, 32, 32, 32, 64, 48, 20, 16, 12).get(random.nextInt(10))];
    random.nextBytes(mac);
    List<Encoding> encodings =
        random.nextInt(3) == 0 ? List.of(Encoding.values()) : List.of(Encoding.BASE64);
    Encoding encoding = encodings.get(random.nextInt(encodings.size()));
    String prefix = random.nextInt(4) == 0 ? "" : "HMACSHA256=";
    return prefix + encoding.encode(mac);
  }

  private static String wrongSecret(Sample sample, Random random) {
    byte[] key = ("SK-WRONG-" + random.nextLong() + "-NOT-A-SECRET").getBytes(UTF_8);
    return Forging.sign(sample, new Forging(MistakeCode.SECRET_EMPTY, "wrong", f -> f.key = key));
  }

  @Test
  void explainsNothingByLessThanEightBytes() {
    Sample sample = Sample.requests().get(0);
    String right = Forging.sign(sample);

    // "HMACSHA256=" and 10 characters of base64: 60 bits.
    assertThat(Diagnoser.diagnose(sample.signed(right.substring(0, 21)), SMALL))
        .isInstanceOf(Unexplained.class);
    assertThat(Diagnoser.diagnose(sample.signed(right.substring(0, 22)), SMALL))
        .isInstanceOf(Explained.class);
  }

  @ParameterizedTest
  @MethodSource("noSignatures")
  void takesWhatIsNoSignatureAtAll(String header) {
    Sample sample = Sample.requests().get(0);

    assertThat(Diagnoser.diagnose(sample.signed(header), SMALL)).isInstanceOf(Unexplained.class);
  }

  static Stream<Arguments> noSignatures() {
    return Stream.of(
        argumentSet("a word", "unsigned"),
        argumentSet("the prefix alone", "HMACSHA256="),
        argumentSet("not base64", "HMACSHA256=!!!!!!!!!!!!!!!!!!!!!!!!"),
        argumentSet("beyond ASCII", "HMACSHA256=é\u0000\uD83D\uDE00ééééééééééééééé"),
        argumentSet("only padding", "HMACSHA256=" + "=".repeat(44)),
        argumentSet("very long", "HMACSHA256=" + "A".repeat(60_000)));
  }

  @Test
  void saysHowFarItCame() {
    Sample sample = Sample.requests().get(0);

    Unexplained unexplained =
        (Unexplained) Diagnoser.diagnose(sample.signed(randomSignature(new Random(1))), SMALL);

    assertThat(unexplained.statistics().complete()).isEqualTo(1);
    assertThat(unexplained.statistics().budgetSpent()).isTrue();
    assertThat(unexplained.statistics().hypotheses()).isBetween(1_000L, 20_000L);
    assertThat(unexplained.statistics().singles())
        .containsKeys(Dimension.SECRET, Dimension.BODY, Dimension.TARGET);
    assertThat(unexplained.nextSteps()).hasSize(3);
    assertThat(unexplained.checkValue()).isEqualTo(MerchantSecret.of(Sample.SECRET).checkValue());
  }

  @Test
  void endsWhenTimeIsOver() {
    Sample sample = Sample.requests().get(0);

    Unexplained unexplained =
        (Unexplained)
            Diagnoser.diagnose(
                sample.signed(randomSignature(new Random(2))),
                Budget.standard().withTime(Duration.ZERO));

    assertThat(unexplained.statistics().budgetSpent()).isTrue();
    assertThat(unexplained.statistics().bodyFormsSkipped()).isPositive();
  }
}
