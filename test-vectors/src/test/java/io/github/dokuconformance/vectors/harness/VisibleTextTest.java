package io.github.dokuconformance.vectors.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleTextTest {
  @Test
  void showsWhiteSpaceAndAllBeyondAscii() {
    assertThat(VisibleText.of("a b\tc\r\nd\u00e9\u2028\ufeff\ud83d\ude00\u0000"))
        .isEqualTo("a·b␉c␍␊d\\u{00e9}\\u{2028}\\u{feff}\\u{1f600}\\u{0000}");
  }

  @Test
  void tellsALineFeedFromABackslashAndAnN() {
    assertThat(VisibleText.of("a\\nb")).isEqualTo("a\\nb").isNotEqualTo(VisibleText.of("a\nb"));
  }

  @Test
  void pointsAtTheOffsetWhateverStandsBeforeIt() {
    assertThat(VisibleText.around("\u00e9xy", 1, "")).isEqualTo("\\u{00e9}xy\n        ^");
  }

  @Test
  void pointsBehindTheTextWhereItEndsTooSoon() {
    assertThat(VisibleText.around("ab", 2, "  ")).isEqualTo("ab(end)\n    ^");
  }

  @Test
  void cutsLongTextOnBothSidesOfTheOffset() {
    List<String> lines =
        VisibleText.around("x".repeat(500) + "!" + "y".repeat(500), 500, "").lines().toList();

    assertThat(lines.get(0)).startsWith("…x").endsWith("y…").hasSizeLessThan(69);
    assertThat(lines.get(0).charAt(lines.get(1).indexOf('^'))).isEqualTo('!');
  }
}
