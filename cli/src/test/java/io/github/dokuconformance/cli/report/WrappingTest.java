package io.github.dokuconformance.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WrappingTest {
  @Test
  void goesOnBelowWhatBegan() {
    assertThat(Wrapping.wrap("  remedy    put fees into line items of their own, please", 42))
        .containsExactly(
            "  remedy    put fees into line items of", "            their own, please");
    assertThat(Wrapping.wrap("    → put fees into line items of their own", 40))
        .containsExactly("    → put fees into line items of their", "      own");
  }

  @Test
  void leavesALineThatFitsOrHasNoSpace() {
    String unbroken = "  " + "x".repeat(60);

    assertThat(Wrapping.wrap("  short", 40)).containsExactly("  short");
    assertThat(Wrapping.wrap(unbroken, 40)).containsExactly(unbroken);
    assertThat(Wrapping.wrap("one two three", 3)).containsExactly("one two three");
  }

  @Test
  void countsNoColour() {
    String red = "\u001b[31;1merror\u001b[0m  of a line that is just as wide as this";

    assertThat(Wrapping.wrap(red, 48)).containsExactly(red);
  }
}
