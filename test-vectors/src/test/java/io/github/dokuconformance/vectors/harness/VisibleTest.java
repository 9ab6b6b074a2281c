package io.github.dokuconformance.vectors.harness;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class VisibleTest {
  @Test
  void showsWhiteSpaceAndAllBeyondAscii() {
    assertThat(Visible.of("a b\tc\r\nd\u00e9\u2028\ufeff\ud83d\ude00\u0000"))
        .isEqualTo("a·b␉c␍␊d\\u{00e9}\\u{2028}\\u{feff}\\u{1f600}\\u{0000}");
  }

  @Test
  void tellsALineFeedFromABackslashAndAnN() {
    assertThat(Visible.of("a\\nb")).isEqualTo("a\\nb").isNotEqualTo(Visible.of("a\nb"));
  }

  @Test
  void pointsAtTheOffsetWhateverStandsBeforeIt() {
    assertThat(Visible.around("\u00e9xy", 1, "")).isEqualTo("\\u{00e9}xy\n        ^");
  }

  @Test
  void pointsBehindTheTextWhereItEndsTooSoon() {
    assertThat(Visible.around("ab", 2, "  ")).isEqualTo("ab(end)\n    ^");
  }

  @Test
  void cutsLongTextOnBothSidesOfTheOffset() {
    List<String> lines =
        Visible.around("x".repeat(500) + "!" + "y".repeat(500), 500, "").lines().toList();

    assertThat(lines.get(0)).startsWith("…x").endsWith("y…").hasSizeLessThan(69);
    assertThat(lines.get(0).charAt(lines.get(1).indexOf('^'))).isEqualTo('!');
  }
}
