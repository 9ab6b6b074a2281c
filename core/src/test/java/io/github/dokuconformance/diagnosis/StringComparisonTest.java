package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.StringProof.Verdict;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import io.github.dokuconformance.diagnosis.text.DiagnosisText;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A developer's own string is put to proof by the signature that came. */
class StringComparisonTest {
  private static final Budget SINGLES = Budget.standard().withHypotheses(20_000);
  private static final Sample ORDER = Sample.requests().get(0);
  private static final String RIGHT = right();
  private static final String ODD = RIGHT.replace("Request-Timestamp:", "Response-Timestamp:");

  @Test
  void blamesTheSecretAloneForARightString() {
    StringComparison comparison = compared(f -> f.key = "wrong".getBytes(UTF_8), RIGHT);

    assertThat(comparison.proof().verdict()).isEqualTo(Verdict.NEITHER);
    assertThat(comparison.difference()).isEmpty();
    assertThat(DiagnosisText.lines(comparison))
        .singleElement()
        .asString()
        .startsWith("Your string is right, byte for byte; the secret does not give")
        .contains("the secret or the MAC is wrong (check value");
  }

  @Test
  void blamesTheTextAloneUnderTheRightSecret() {
    StringComparison comparison = compared(StringComparisonTest::oddName, ODD);

    assertThat(comparison.proof().verdict()).isEqualTo(Verdict.THIS_STRING);
    assertThat(codes(comparison)).containsExactly(NonSnapMistake.NAMES);
    assertThat(DiagnosisText.lines(comparison))
        .contains("  - the line Request-Timestamp is named Response-Timestamp")
        .anyMatch(line -> line.endsWith(": the secret is right, the text is wrong."));
  }

  @Test
  void blamesBothAndNamesNoMistakeThatNothingProves() {
    StringComparison comparison = compared(f -> f.key = "wrong".getBytes(UTF_8), ODD);

    assertThat(comparison.proof().verdict()).isEqualTo(Verdict.NEITHER);
    assertThat(comparison.explanations()).isEmpty();
    assertThat(DiagnosisText.lines(comparison))
        .contains("  - the line Request-Timestamp is named Response-Timestamp")
        .anyMatch(line -> line.contains("neither over your string nor over the right one"))
        .noneMatch(line -> line.contains("string-to-sign."));
  }

  @ParameterizedTest
  @MethodSource("printed")
  void takesALineEndThatPrintingAddedForNone(String text, String form) {
    StringComparison comparison = compared(f -> {}, text);

    assertThat(comparison.proof().verdict()).isEqualTo(Verdict.THIS_STRING);
    assertThat(comparison.proof().form()).hasValue(form);
    assertThat(comparison.difference()).isEmpty();
    assertThat(DiagnosisText.lines(comparison))
        .singleElement()
        .asString()
        .contains(form)
        .endsWith("the signature is right.");
  }

  static Stream<Arguments> printed() {
    String end = "without the line end at its end";
    return Stream.of(
        argumentSet("console.log", RIGHT + "\n", end),
        argumentSet("Console.WriteLine", RIGHT + "\r\n", end),
        argumentSet("saved on Windows", RIGHT.replace("\n", "\r\n"), "with LF in place of CRLF"));
  }

  @Test
  void takesALineEndForNoneUnderAWrongSecretWhereTheStringIsRightWithoutIt() {
    StringComparison right = compared(f -> f.key = "wrong".getBytes(UTF_8), RIGHT + "\n");
    StringComparison odd = compared(f -> f.key = "wrong".getBytes(UTF_8), ODD + "\n");

    assertThat(right.proof().verdict()).isEqualTo(Verdict.NEITHER);
    assertThat(right.proof().form()).contains("without the line end at its end");
    assertThat(right.difference()).isEmpty();
    assertThat(odd.proof().form()).isEmpty();
    assertThat(odd.actual()).isEqualTo(ODD + "\n");
  }

  @Test
  void findsALineEndThatWasSignedThoughTheFileHasNone() {
    for (String text : List.of(RIGHT, RIGHT + "\n")) {
      StringComparison comparison = compared(f -> f.lastLineEnd = "\n", text);

      assertThat(comparison.proof().verdict()).isEqualTo(Verdict.THIS_STRING);
      assertThat(codes(comparison)).containsExactly(NonSnapMistake.TRAILING_NEWLINE);
    }
  }

  @Test
  void saysThatAnotherStringThanTheDevelopersWasSigned() {
    StringComparison comparison = compared(f -> {}, ODD);

    assertThat(comparison.proof().verdict()).isEqualTo(Verdict.THE_RIGHT_STRING);
    assertThat(comparison.explanations()).isEmpty();
    assertThat(DiagnosisText.lines(comparison).get(0))
        .startsWith("The signature that came is right");
  }

  @Test
  void namesWhatTheSignatureProvesBesideTheString() {
    StringComparison comparison =
        compared(f -> f.key = (Sample.SECRET + "\n").getBytes(UTF_8), RIGHT);

    assertThat(comparison.proof().verdict()).isEqualTo(Verdict.THIS_STRING);
    assertThat(comparison.proof().mistakes())
        .extracting(Mistake::code)
        .containsExactly(NonSnapMistake.SECRET_WHITESPACE);
    assertThat(comparison.difference()).isEmpty();
  }

  @Test
  void showsAnyOtherValueBesideTheMessages() {
    String other = RIGHT.replaceFirst("Request-Id:[^\n]*", "Request-Id:something-else");

    StringComparison comparison =
        compared(f -> f.values.put("Request-Id", "something-else"), other);

    assertThat(DiagnosisText.lines(comparison))
        .contains(
            "  - Request-Id was signed as something-else, the message has"
                + " CC682442-6c22-493e-8121-b9ef6b3fa728: make it once, and use it for both");
  }

  @Test
  void showsLinesThatAreMissingOrTooMany() {
    String other =
        RIGHT.replaceFirst("Digest:[^\n]*", "Request-Id:again").replaceFirst("Client-Id.*\n", "");

    assertThat(DiagnosisText.lines(compared(f -> {}, other)))
        .contains(
            "  - the line Client-Id is missing",
            "  - the line Digest is missing",
            "  - the line Request-Id does not belong there");
  }

  @Test
  void provesNothingWithoutASignature() {
    byte[] text = ODD.getBytes(UTF_8);

    StringComparison comparison = StringComparison.of(ORDER.input(), text, SINGLES);

    assertThat(comparison.proof().verdict()).isEqualTo(Verdict.NO_SIGNATURE);
    assertThat(codes(comparison)).containsExactly(NonSnapMistake.NAMES);
  }

  private static void oddName(Forgery forgery) {
    forgery.spelling = name -> name.replace("Request-Timestamp", "Response-Timestamp");
  }

  private static StringComparison compared(Consumer<Forgery> change, String text) {
    Forging forging = new Forging(NonSnapMistake.NAMES, "test", change);
    DiagnosisInput input = ORDER.signed(Forging.sign(ORDER, forging));
    return StringComparison.of(input, text.getBytes(UTF_8), SINGLES);
  }

  private static List<MistakeCode> codes(StringComparison comparison) {
    return comparison.explanations().get(0).stream().map(Mistake::code).toList();
  }

  private static String right() {
    return Diagnoser.diagnose(ORDER.signed(Forging.sign(ORDER)), SINGLES)
        .fold(valid -> valid.right().stringToSign(), explained -> "", unexplained -> "");
  }
}
