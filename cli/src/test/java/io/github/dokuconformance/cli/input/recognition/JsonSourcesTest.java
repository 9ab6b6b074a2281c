package io.github.dokuconformance.cli.input.recognition;

import static io.github.dokuconformance.cli.input.recognition.InputFormat.JSON;
import static io.github.dokuconformance.cli.input.recognition.InputFormat.JSONL;
import static io.github.dokuconformance.cli.input.recognition.InputTexts.bytes;
import static io.github.dokuconformance.cli.input.recognition.InputTexts.options;
import static io.github.dokuconformance.cli.input.recognition.InputTexts.readAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.PendingExchange;
import io.github.dokuconformance.message.Exchange;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class JsonSourcesTest {
  private static final String ONE = "{\"request\":{\"method\":\"GET\",\"target\":\"/a\"}}";

  @Test
  void readsOneExchange() throws InputException {
    assertThat(readAll(bytes("\n" + ONE + "\n"), JSON))
        .extracting(Exchange::source)
        .containsExactly("stdin");
  }

  @Test
  void readsAnArray() throws InputException {
    assertThat(readAll(bytes("[" + ONE + ",\n" + ONE + "]"), JSON))
        .extracting(Exchange::source)
        .containsExactly("stdin#1", "stdin#2");
    assertThat(readAll(bytes("[]"), JSON)).isEmpty();
  }

  @Test
  void callsExchangesByTheirLineAndPassesOverBlankOnes() throws InputException {
    assertThat(readAll(bytes("\n" + ONE + "\r\n \t\n\r\n" + ONE), JSONL))
        .extracting(Exchange::source)
        .containsExactly("stdin#2", "stdin#5");
  }

  @ParameterizedTest
  @MethodSource
  void saysWhereItIsWrong(String text, InputFormat format, String place) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> readAll(bytes(text), format))
        .withMessageStartingWith("stdin:" + place + ": ");
  }

  static Stream<Arguments> saysWhereItIsWrong() {
    return Stream.of(
        argumentSet("one, wrong", "{\n\"x\":1}", JSON, "2:5"),
        argumentSet("two, no array", ONE + "\n" + ONE, JSON, "2:1"),
        argumentSet("wrong element", "[" + ONE + ",\n1]", JSON, "2:1"),
        argumentSet("array cut off", "[" + ONE, JSON, "1:" + (ONE.length() + 2)),
        argumentSet("more after the array", "[]\n[]", JSON, "2:1"),
        argumentSet("no JSON", "hello", JSON, "1:6"),
        argumentSet("not UTF-8", "[\n\u00ff]", JSON, "2:1"),
        argumentSet("second line", ONE + "\n\n{\"x\":1}", JSONL, "3:6"),
        argumentSet("line with two", ONE + " " + ONE, JSONL, "1:" + (ONE.length() + 2)),
        argumentSet("line cut off", ONE + "\n{\n}", JSONL, "2:2"),
        argumentSet("line not UTF-8", ONE + "\n{\"\u00ff\":1}", JSONL, "2:3"),
        argumentSet("byte order mark inside", ONE + "\n\u00ef\u00bb\u00bf" + ONE, JSONL, "2:2"));
  }

  @Test
  void goesOnAfterALineThatIsWrong() throws Exception {
    try (InputSource source = open("{}\n" + ONE)) {
      PendingExchange wrong = source.next().orElseThrow();
      assertThatExceptionOfType(InputException.class).isThrownBy(wrong::parse);

      assertThat(source.next().orElseThrow().parse().source()).isEqualTo("stdin#2");
    }
  }

  @Test
  void goesOnAfterAnElementThatIsWrong() throws Exception {
    InputStream in =
        new ByteArrayInputStream(bytes("[{},7,{\"request\":{\"x\":[{}]}}," + ONE + "]"));
    try (InputSource source = Inputs.openStandardInput(in, options(JSON))) {
      for (int i = 0; i < 3; i++) {
        PendingExchange wrong = source.next().orElseThrow();
        assertThatExceptionOfType(InputException.class)
            .isThrownBy(wrong::parse)
            .withMessageStartingWith("stdin:1:");
      }

      assertThat(source.next().orElseThrow().parse().source()).isEqualTo("stdin#4");
      assertThat(source.next()).isEmpty();
    }
  }

  @Test
  void endsAfterAnElementThatIsNoJson() throws Exception {
    InputStream in = new ByteArrayInputStream(bytes("[" + ONE + ",{x}," + ONE + "]"));
    try (InputSource source = Inputs.openStandardInput(in, options(JSON))) {
      assertThat(source.next()).isPresent();
      assertThatExceptionOfType(InputException.class).isThrownBy(source::next);

      assertThat(source.next()).isEmpty();
    }
  }

  @Test
  void refusesBlankLinesAlone() {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> readAll(bytes("\n \n"), JSONL))
        .withMessageStartingWith("stdin: ");
  }

  @Test
  void refusesALineThatIsTooLongAndGoesOn() throws Exception {
    String text = " ".repeat(17 << 20) + "x\n" + ONE;
    try (InputSource source = open(text)) {
      PendingExchange tooLong = source.next().orElseThrow();
      assertThat(tooLong.size()).isZero();
      assertThatExceptionOfType(InputException.class)
          .isThrownBy(tooLong::parse)
          .withMessageStartingWith("stdin:1: ");

      assertThat(source.next().orElseThrow().parse().source()).isEqualTo("stdin#2");
    }
  }

  @Test
  void saysHowManyBytesWait() throws Exception {
    try (InputSource source = open(ONE + "\n")) {
      assertThat(source.next().orElseThrow().size()).isEqualTo(ONE.length());
    }
  }

  private static InputSource open(String lines) throws InputException {
    return Inputs.openStandardInput(new ByteArrayInputStream(bytes(lines)), options(JSONL));
  }
}
