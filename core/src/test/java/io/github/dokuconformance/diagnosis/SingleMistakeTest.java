package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.Diagnosis.Explained;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import io.github.dokuconformance.diagnosis.text.DiagnosisText;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SingleMistakeTest {
  /** No more than single mistakes. */
  private static final Budget SINGLES = Budget.standard().withHypotheses(20_000);

  @ParameterizedTest
  @MethodSource("samples")
  void findsEachMistakeInEachVariant(Sample sample) {
    List<Forging> forgings = effective(sample);
    List<String> signatures = forgings.stream().map(f -> Forging.sign(sample, f)).toList();

    List<Diagnosis> diagnoses = Diagnoser.diagnose(sample.input(), signatures, SINGLES);

    SoftAssertions softly = new SoftAssertions();
    for (int i = 0; i < forgings.size(); i++) {
      List<List<MistakeCode>> explanations = Explanations.of(diagnoses.get(i));
      softly
          .assertThat(explanations)
          .as(forgings.get(i).toString())
          .contains(List.of(forgings.get(i).code()));
    }
    softly.assertAll();
  }

  static Stream<Arguments> samples() {
    return Sample.all().stream().map(sample -> argumentSet(sample.toString(), sample));
  }

  @Test
  void hasACaseForEachCodeOnThreeMessagesOfTwoOperations() {
    Map<String, Set<String>> messages = new HashMap<>();
    for (Sample sample : Sample.all()) {
      for (Forging forging : effective(sample)) {
        messages.computeIfAbsent(forging.toString(), f -> new TreeSet<>()).add(sample.operation());
      }
    }

    assertThat(messages).allSatisfy((forging, on) -> assertThat(on).hasSizeGreaterThan(2));
    assertThat(messages.keySet())
        .containsExactlyInAnyOrderElementsOf(
            Forgings.all().stream().map(Forging::toString).toList());
    // The two that need messages of their own have tests of their own below.
    assertThat(EnumSet.complementOf(codes(Forgings.all())))
        .containsExactlyInAnyOrder(
            NonSnapMistake.SIGNATURE_MISSING, NonSnapMistake.SECRET_HEX_DECODED);
  }

  private static EnumSet<NonSnapMistake> codes(List<Forging> forgings) {
    return forgings.stream()
        .map(Forging::code)
        .collect(toCollection(() -> EnumSet.noneOf(NonSnapMistake.class)));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findsThatTheSignatureIsMissing(Sample sample) {
    assertThat(Explanations.of(Diagnoser.diagnose(sample.input(), SINGLES)))
        .containsExactly(List.of(NonSnapMistake.SIGNATURE_MISSING));
    assertThat(Explanations.of(Diagnoser.diagnose(sample.signed(" "), SINGLES)))
        .containsExactly(List.of(NonSnapMistake.SIGNATURE_MISSING));
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findsThatTheSecretWasDecodedFromHex(Sample sample) {
    Diagnosis diagnosis =
        Diagnoser.diagnose(
            sample
                .signed(Forging.sign(sample, Forgings.HEX_DECODED))
                .withKeys(MerchantKeys.of(MerchantSecret.of(Forgings.HEX_SECRET))),
            SINGLES);

    assertThat(Explanations.of(diagnosis).get(0))
        .containsExactly(NonSnapMistake.SECRET_HEX_DECODED);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void findsNothingWrongWithARightSignature(Sample sample) {
    Diagnosis diagnosis = Diagnoser.diagnose(sample.signed(Forging.sign(sample)), SINGLES);

    assertThat(diagnosis).isInstanceOf(Diagnosis.Valid.class);
  }

  @ParameterizedTest
  @MethodSource("samples")
  void showsTheStagesAsTheSignerHadThem(Sample sample) {
    Forging newline =
        new Forging(NonSnapMistake.TRAILING_NEWLINE, "LF", forgery -> forgery.lastLineEnd = "\n");
    String signature = Forging.sign(sample, newline);

    Explained explained = (Explained) Diagnoser.diagnose(sample.signed(signature), SINGLES);

    StageTexts signer = explained.signer().orElseThrow();
    assertThat(signer.stringToSign()).isEqualTo(explained.right().stringToSign() + "\n");
    assertThat(signer.signature()).hasValue(signature);
    assertThat(
            "HMACSHA256="
                + Forgery.base64(
                    Forgery.hmac(
                        "HmacSHA256",
                        Sample.SECRET.getBytes(UTF_8),
                        signer.stringToSign().getBytes(UTF_8))))
        .isEqualTo(signature);
    assertThat(explained.right().signature()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void showsTheRightSignatureOnlyToWhomAsksForIt(Sample sample) {
    Forging newline =
        new Forging(NonSnapMistake.TRAILING_NEWLINE, "LF", forgery -> forgery.lastLineEnd = "\n");
    DiagnosisInput input = sample.signed(Forging.sign(sample, newline));

    Explained shown = (Explained) Diagnoser.diagnoseShowingExpectedSignature(input, SINGLES);
    Diagnosis usual = Diagnoser.diagnose(input, SINGLES);

    assertThat(shown.right().signature()).hasValue(Forging.sign(sample));
    assertThat(DiagnosisText.lines(shown)).contains("    expected  " + Forging.sign(sample));
    assertThat(usual.toString()).doesNotContain(Forging.sign(sample));
    assertThat(DiagnosisText.lines(usual)).noneMatch(l -> l.contains(Forging.sign(sample)));
  }

  private static List<Forging> effective(Sample sample) {
    String right = Forging.sign(sample);
    return Forgings.all().stream()
        .filter(forging -> !Forging.sign(sample, forging).equals(right))
        .toList();
  }
}
