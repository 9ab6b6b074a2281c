package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.Diagnosis.Unexplained;
import io.github.dokuconformance.signature.MerchantSecret;
import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class UnexplainedTest {
  private static final Budget SMALL = Budget.standard().withHypotheses(20_000);

  /**
   * Full searches, likelier triples included: 2,000 MACs in any form, and 500 wrong secrets, half
   * of them each day.
   */
  @ParameterizedTest
  @MethodSource("samples")
  void neverInventsACause(Sample sample) {
    Generated generated = Generated.of(sample);

    assertThat(generated.batch.reach.complete()).isEqualTo(2);
    assertThat(generated.batch.reach.cut()).isEqualTo(Cut.NONE);
    assertThat(generated.wrong)
        .hasSize(625)
        .noneMatch(signed -> generated.batch.found(signed.index()).isPresent());
  }

  static Stream<Arguments> samples() {
    return Rotation.of(Generated.searchedToTheEnd(), 2).stream()
        .map(sample -> argumentSet(sample.toString(), sample));
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
        (Unexplained)
            Diagnoser.diagnose(sample.signed(Generated.signatureOfNobody(new Random(1))), SMALL);

    assertThat(unexplained.statistics().complete()).isEqualTo(1);
    assertThat(unexplained.statistics().cut()).isEqualTo(Cut.WORK);
    assertThat(unexplained.statistics().hypotheses()).isBetween(1_000L, 20_000L);
    assertThat(unexplained.statistics().singles().keySet())
        .extracting(Dimension::label)
        .contains("secret", "body", "target");
    assertThat(unexplained.nextSteps()).hasSize(3);
    assertThat(unexplained.checkValue()).isEqualTo(MerchantSecret.of(Sample.SECRET).checkValue());
  }

  @Test
  void endsWhenTimeIsOver() {
    Sample sample = Sample.requests().get(0);

    Unexplained unexplained =
        (Unexplained)
            Diagnoser.diagnose(
                sample.signed(Generated.signatureOfNobody(new Random(2))),
                Budget.standard().withTime(Duration.ZERO));

    assertThat(unexplained.statistics().cut()).isEqualTo(Cut.TIME);
    assertThat(unexplained.statistics().bodyFormsSkipped()).isPositive();
  }
}
