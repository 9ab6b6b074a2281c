package io.github.dokuconformance.diagnosis;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What else comes to the same bytes by as many mistakes. */
class EquivalentsTest {
  @Test
  void namesWhatWasFoundFirstAndThenAllOthersOfThatSize() {
    Toy toy = Toy.of("a", "b", "c").a(1, "x").b(1, "yz").a(2, "xy").b(2, "z").c(1, "w");

    assertThat(sets(toy, "xyzc")).containsExactly(List.of("x", "yz"));
    // One change at a time leads from set to set: by way of those that keep one of the two.
    Toy chained =
        Toy.of("a", "b", "c").a(1, "ab").b(1, "").b(2, "bc").c(2, "cc").c(3, "").a(3, "aa");
    assertThat(sets(chained, "abc")).containsExactly(List.of());
  }

  @Test
  void namesSetsThatShareOneChange() {
    Toy toy = Toy.of("", "", "").a(1, "x").b(1, "x").c(1, "x");

    assertThat(sets(toy, "x")).containsExactly(List.of("x"), List.of("x"), List.of("x"));
    assertThat(dimensions(toy, "xx"))
        .containsExactly(List.of(Toy.A, Toy.B), List.of(Toy.B, Toy.C), List.of(Toy.A, Toy.C));
  }

  @Test
  void namesEachMistakeThatComesToAValueInTheOrderOfTheDimensions() {
    Toy toy =
        Toy.of("a", "b", "c")
            .b(1, "y")
            .a(2, "x")
            .with(Toy.A, Toy.Code.ALSO_OF_A, 2, Octets.utf8("x"), "also");

    assertThat(sets(toy, "xyc")).containsExactly(List.of("x", "y"), List.of("also", "y"));
  }

  @Test
  void namesNoMoreThanHelp() {
    Toy toy = Toy.of("a", "b", "c").b(1, "y");
    for (int i = 0; i < 40; i++) {
      toy.with(Toy.A, Toy.Code.OF_A, 1, Octets.utf8("x"), "as " + i);
    }

    assertThat(sets(toy, "xbc")).hasSize(24).doesNotHaveDuplicates();
    assertThat(sets(toy, "xyc")).hasSize(24).doesNotHaveDuplicates();
  }

  @Test
  void looksNoFurtherThanTheWorkAllowed() {
    String large = "x".repeat(1 << 20);
    Toy toy = Toy.of(large, "b", "c").b(1, "y");
    for (int i = 0; i < 60; i++) {
      String end = " " + i;
      TextChange change = TextChange.of(text -> text + end);
      toy.with(Toy.TEXT, Toy.Code.OF_TEXT, Choice.ALONE, change, end);
    }

    Equivalents equivalents = of(toy, large + "yc");

    assertThat(equivalents.sets()).hasSize(1);
    assertThat(equivalents.work()).isBetween(190_000_000L, 200_000_000L);
  }

  private static List<List<Dimension<?>>> dimensions(Toy toy, String text) {
    return of(toy, text).sets().stream()
        .map(set -> set.stream().<Dimension<?>>map(it -> it.code().dimension()).toList())
        .toList();
  }

  private static List<List<String>> sets(Toy toy, String text) {
    return of(toy, text).sets().stream()
        .map(set -> set.stream().map(it -> it.facts().get("is")).toList())
        .toList();
  }

  private static Equivalents of(Toy toy, String text) {
    Search search = toy.search(new SignatureJudge(List.of(Toy.form(text))), Budget.standard());
    search.run();
    return Equivalents.of(search.found(0).orElseThrow());
  }
}
