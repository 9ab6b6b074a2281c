package io.github.dokuconformance.diagnosis.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DroppedLinesTest {
  @ParameterizedTest
  @MethodSource("indented")
  void putsBackEachLineEnd(String text) {
    assertThat(restored(text, "\n")).isEqualTo(text);
    String crlf = text.replace("\n", "\r\n");
    assertThat(restored(text, "\r\n")).isEqualTo(crlf);
  }

  static Stream<Arguments> indented() {
    return Stream.of(
        argumentSet("two spaces", "{\n  \"a\": {\n    \"b\": [\n      1,\n      2\n    ]\n  }\n}"),
        argumentSet("four spaces", "{\n    \"a\": 1,\n    \"b\": \"x, {  y\"\n}"),
        argumentSet("tabs", "[\n\t{\n\t\t\"a\": null\n\t},\n\t{}\n]"),
        argumentSet("an array on one line", "{\n  \"a\": [1, 2],\n  \"b\": [ 3, 4 ]\n}"),
        argumentSet("as Jackson", "{\n  \"a\" : [ {\n    \"b\" : 1\n  } ]\n}"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"a\":1}",
        "{\"a\": 1, \"b\": [1, 2]}",
        "{ \"a\": 1 }",
        "{\n  \"a\": 1\n}",
        "1",
        "]}"
      })
  void leavesWhatHasNothingToPutBack(String text) {
    assertThat(Tokens.of(text).filter(DroppedLines::areMissing)).isEmpty();
  }

  private static String restored(String text, String lineEnd) {
    Tokens tokens = Tokens.of(text.replace("\n", "")).orElseThrow();
    assertThat(DroppedLines.areMissing(tokens)).isTrue();
    return DroppedLines.restored(tokens, lineEnd);
  }
}
