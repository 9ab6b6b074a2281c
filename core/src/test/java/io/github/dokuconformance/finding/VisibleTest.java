package io.github.dokuconformance.finding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        "\"é😀 x\",é😀 x"
      })
  void showsWhatATerminalWouldActOnOrHide(String text, String shown) {
    assertThat(Visible.line(text)).isEqualTo(shown);
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
}
