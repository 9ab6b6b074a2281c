package io.github.dokuconformance.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VisibleTest {
  @ParameterizedTest
  @CsvSource(
      quoteCharacter = '"',
      value = {
        "\"a\nb\",a\\nb",
        "\"a\r\tb\",a\\r\\tb",
        "\"\u001b[31mred\",\\u001b[31mred",
        "\"a\u007fb\",a\\u007fb",
        "\"a\u0085b\",a\\u0085b",
        "\"a\u00a0b\",a\\u00a0b",
        "\"a\u200bb\",a\\u200bb",
        "\"a\u202eb\",a\\u202eb",
        "\"a\u2028b\",a\\u2028b",
        "\"\ufeffa\",\\ufeffa",
        "\"a\u3164b\",a\\u3164b",
        "\"a\ufe0fb\",a\\ufe0fb",
        "\"##[error]b\",\\u0023#[error]b",
        "\"##\",##",
        "\"é😀 x\",é😀 x"
      })
  void showsWhatATerminalWouldActOnOrHide(String text, String shown) {
    assertThat(Visible.line(text)).isEqualTo(shown);
  }

  @ParameterizedTest
  @CsvSource({
    "::error::x,\\u003a:error::x",
    "' ::error::x',' \\u003a:error::x'",
    "a::error::x,a::error::x",
    ":x,:x"
  })
  void aNameIsNoCommandToACiServer(String name, String shown) {
    assertThat(Visible.name(name)).isEqualTo(shown);
  }

  @Test
  void aNameIsShownWhole() {
    assertThat(Visible.name("x".repeat(300))).isEqualTo("x".repeat(300));
    assertThat(Visible.name("é".repeat(300) + "\n")).isEqualTo("é".repeat(300) + "\\n");
  }

  @Test
  void cutsAfter200CharactersAndNeverInsideOne() {
    assertThat(Visible.line("x".repeat(200))).hasSize(200);
    assertThat(Visible.line("😀".repeat(201))).startsWith("😀".repeat(200) + "…");
  }

  @Test
  void showsHalfACharacterAsAnEscape() {
    assertThat(Visible.line("a\uD83D")).isEqualTo("a\\ud83d");
  }

  @ParameterizedTest
  @CsvSource({"'',true", "' ~',true", "'a\u001f',false", "'a\u007f',false", "aé,false"})
  void printableAsciiIsShownAsItIs(String text, boolean printable) {
    assertThat(Visible.isPrintableAscii(text)).isEqualTo(printable);
  }

  @Test
  void quotesWhatItShows() {
    assertThat(Visible.quoted("a\n")).isEqualTo("\"a\\n\"");
  }

  @ParameterizedTest
  @ValueSource(ints = {0xfe00, 0xfe0f, 0xe0100, 0xe01ef, 0x034f, 0xffa0, 0x2029, 0x3000})
  void showsNothingThatCannotBeSeen(int character) {
    assertThat(Visible.line("a" + Character.toString(character) + "b"))
        .isEqualTo("a\\u%04xb".formatted(character));
  }

  @ParameterizedTest
  @ValueSource(ints = {0xfdff, 0xfe10, 0xe00ff, 0xe01f0, ' ', '~', 0x4e00})
  void showsWhatStandsBesideThat(int character) {
    String text = "é" + Character.toString(character) + "b";

    assertThat(Visible.line(text)).isEqualTo(text);
  }
}
