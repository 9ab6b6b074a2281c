package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import io.github.dokuconformance.diagnosis.text.DiagnosisText;
import io.github.dokuconformance.diagnosis.text.Language;
import io.github.dokuconformance.diagnosis.text.TextStyle;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTextTest {
  private static final Budget SINGLES = Budget.standard().withHypotheses(20_000);
  private static final Sample ORDER = Sample.requests().get(0);
  private static final Forging NEWLINE =
      new Forging(NonSnapMistake.TRAILING_NEWLINE, "LF", f -> f.lastLineEnd = "\n");

  @Test
  void showsCodeStagesAndMends() {
    Diagnosis diagnosis = Diagnoser.diagnose(ORDER.signed(Forging.sign(ORDER, NEWLINE)), SINGLES);

    List<String> lines = DiagnosisText.lines(diagnosis, EnumSet.of(Language.PHP), TextStyle.PLAIN);

    assertThat(lines).anyMatch(line -> line.contains("string-to-sign.trailing-newline"));
    assertThat(lines).anyMatch(line -> line.contains("| Digest:") && line.endsWith("=[LF]"));
    assertThat(lines).anyMatch(line -> line.strip().startsWith("PHP"));
    assertThat(lines).noneMatch(line -> line.strip().startsWith("Java "));
    assertThat(lines).anyMatch(line -> line.contains(Forging.sign(ORDER, NEWLINE)));
    assertThat(lines).noneMatch(line -> line.contains(Forging.sign(ORDER)));
    assertThat(lines).noneMatch(line -> line.contains("\n") || line.contains("\t"));
  }

  @Test
  void showsWhatWasRuledOutAndWhatToTry() {
    String unknown = "HMACSHA256=" + Forgery.base64(Forgery.hash("SHA-256", new byte[] {1, 2, 3}));

    List<String> lines = DiagnosisText.lines(Diagnoser.diagnose(ORDER.signed(unknown), SINGLES));

    assertThat(lines).anyMatch(line -> line.startsWith("Ruled out"));
    assertThat(lines).anyMatch(line -> line.contains("not searched"));
    assertThat(lines).anyMatch(line -> line.contains(NextStep.COMPARE_SECRET.text()));
    assertThat(lines).anyMatch(line -> line.contains(unknown));
  }

  @Test
  void makesEveryInvisibleCharacterVisible() {
    String text = " a b  c\td\u00a0e\ufeff\u200b\u0430-\u2010-é \r\nlast ";

    assertThat(VisibleLines.of(text))
        .containsExactly(
            "[SP]a b[SP][SP]c[TAB]d[NBSP]e[BOM][U+200B][U+0430 \u0430]-[U+2010 \u2010]-[U+00E9 é][SP][CR][LF]",
            "last[SP]");
    assertThat(VisibleLines.line("")).isEqualTo("[empty]");
    assertThat(VisibleLines.of("x".repeat(5_000)).get(0)).endsWith("[… 1000 characters more]");
    assertThat(VisibleLines.of("x".repeat(4_000))).containsExactly("x".repeat(4_000));
    assertThat(VisibleLines.of("a\n")).containsExactly("a[LF]");
    assertThat(VisibleLines.line("~\u007f")).isEqualTo("~[U+007F]");
  }

  @ParameterizedTest
  @CsvSource({
    "'',nothing",
    "'\n',LF",
    "'\r',CR",
    "'\r\n',CRLF",
    "'\n\n',LF LF",
    "\\n,the two characters \\n",
    "\\r\\n,the four characters \\r\\n",
    "', ','\", \"'"
  })
  void namesASeparator(String separator, String shown) {
    assertThat(VisibleLines.separator(separator)).isEqualTo(shown);
  }

  @Test
  void tellsWhereAStringToSignDiffersAndWhy() {
    byte[] actual = (right() + "\n").getBytes(UTF_8);

    StringComparison comparison = StringComparison.of(ORDER.input(), actual, SINGLES);

    StringComparison.Difference difference = comparison.difference().orElseThrow();
    assertThat(difference.line()).isEqualTo(5);
    assertThat(difference.offset()).isEqualTo(actual.length - 1);
    assertThat(difference.column()).isEqualTo("Digest:".length() + 44 + 1);
    assertThat(difference.expected()).isEqualTo("end");
    assertThat(difference.actual()).isEqualTo("[LF]");
    assertThat(comparison.explanations().get(0))
        .extracting(Mistake::code)
        .containsExactly(NonSnapMistake.TRAILING_NEWLINE);
    assertThat(DiagnosisText.lines(comparison))
        .anyMatch(line -> line.contains("line 5, column 52"));
  }

  @Test
  void tellsAHomoglyphFromTheRightCharacter() {
    byte[] actual = right().replace("Client-Id", "\u0421lient-Id").getBytes(UTF_8);

    StringComparison comparison = StringComparison.of(ORDER.input(), actual, SINGLES);

    assertThat(comparison.difference())
        .hasValue(new StringComparison.Difference(1, 1, 0, "C", "[U+0421 \u0421]"));
    assertThat(comparison.explanations()).isEmpty();
  }

  @Test
  void explainsAStringToSignByTwoMistakes() {
    byte[] actual =
        right()
            .replace("\n", "\\n")
            .replace("?", "")
            .replace("T03:10:42Z", "T03:10:42.000Z")
            .getBytes(UTF_8);

    StringComparison comparison = StringComparison.of(ORDER.input(), actual, Budget.standard());

    assertThat(comparison.explanations().get(0))
        .extracting(Mistake::code)
        .containsExactly(NonSnapMistake.LINE_SEPARATOR, NonSnapMistake.TIMESTAMP_MILLISECONDS);
  }

  @Test
  void findsNoDifferenceInTheRightStringToSign() {
    StringComparison comparison =
        StringComparison.of(ORDER.input(), right().getBytes(UTF_8), SINGLES);

    assertThat(comparison.difference()).isEmpty();
    assertThat(comparison.explanations()).isEmpty();
    assertThat(DiagnosisText.lines(comparison)).hasSize(1);
  }

  private static String right() {
    Diagnosis diagnosis = Diagnoser.diagnose(ORDER.signed(Forging.sign(ORDER)), SINGLES);
    return diagnosis.fold(
        valid -> valid.right().stringToSign(), explained -> "", unexplained -> "");
  }
}
