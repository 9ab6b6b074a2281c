package io.github.dokuconformance.finding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import org.junit.jupiter.api.Test;

class FindingTest {
  private static final Source PAGE = Source.documented("a page");
  private static final Source GUESS = Source.assumed("nobody says");
  private static final FindingType TYPE =
      new FindingType("amount.sum", Severity.ERROR, "the sum is the amount", "Add up.", PAGE);

  @Test
  void saysTheRequirementAndItsFactsInTheirOrder() {
    Finding finding =
        TYPE.at(Part.REQUEST, "/order/amount").wanted("3").got("4\n").fact("items", "2").build();

    assertThat(finding.message()).isEqualTo("the sum is the amount: wanted 3, got 4\\n, items 2");
    assertThat(finding.facts())
        .containsExactly(entry("wanted", "3"), entry("got", "4\\n"), entry("items", "2"));
    assertThat(finding.code()).isEqualTo("amount.sum");
    assertThat(finding.severity()).isEqualTo(Severity.ERROR);
    assertThat(finding.at()).isEqualTo("/order/amount");
    assertThat(finding.hint()).isEqualTo("Add up.");
    assertThat(finding.source()).isEqualTo(PAGE);
    assertThat(finding.count()).isEqualTo(1);
    assertThat(TYPE.at(Part.REQUEST, "").build().message()).isEqualTo("the sum is the amount");
  }

  @Test
  void isNoErrorWhereItsSourceIsNoProof() {
    Finding documented = TYPE.at(Part.RESPONSE, "").build();
    Finding assumed = TYPE.at(Part.RESPONSE, "").source(GUESS).hint("Ask DOKU.").build();

    assertThat(assumed.severity()).isEqualTo(Severity.WARNING);
    assertThat(assumed.source()).isEqualTo(GUESS);
    assertThat(assumed.hint()).isEqualTo("Ask DOKU.");
    assertThat(documented.from(GUESS).severity()).isEqualTo(Severity.WARNING);
    assertThat(documented.from(Source.observed("a log")).severity()).isEqualTo(Severity.ERROR);
    assertThat(documented.from(PAGE)).isSameAs(documented);
    assertThat(documented.weighing(Severity.NOTE).from(GUESS).severity()).isEqualTo(Severity.NOTE);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new FindingType("a.b", Severity.ERROR, "r", "h", GUESS))
        .withMessageContaining("a.b")
        .withMessageContaining("assumed: nobody says");
  }

  @Test
  void takesOneMoreFactAndACloserHintOnOneLineEach() {
    Finding finding = TYPE.at(Part.REQUEST, "").got("4").build();

    Finding closer = finding.with("tax", "1\n", "x".repeat(2_000) + "y");

    assertThat(closer.facts()).containsExactly(entry("got", "4"), entry("tax", "1\\n"));
    assertThat(closer.hint()).isEqualTo("x".repeat(2_000) + "… (2001 characters)");
    assertThat(finding.facts()).hasSize(1);
  }

  @Test
  void standsForManyOfItsCode() {
    Finding many = TYPE.at(Part.REQUEST, "/a").got("4").build().standingFor(7);

    assertThat(many.count()).isEqualTo(7);
    assertThat(many.code()).isEqualTo("amount.sum");
    assertThat(many.at()).isEqualTo("/a");
    assertThat(many.message()).isEqualTo("and 7 more of this code, from this place on");
  }

  @Test
  void aTypeTakesOtherWordsAndAnotherWeight() {
    assertThat(TYPE.requiring("other").requirement()).isEqualTo("other");
    assertThat(TYPE.requiring("the sum is the amount")).isSameAs(TYPE);
    assertThat(TYPE.weighing(Severity.NOTE).severity()).isEqualTo(Severity.NOTE);
    assertThat(TYPE.weighing(Severity.ERROR)).isSameAs(TYPE);
  }

  @Test
  void isAboutTheWholeWhereAPlaceIsLongerThanAnyThatIsMeant() {
    String longest = "/" + "a".repeat(999);

    assertThat(TYPE.at(Part.REQUEST, longest).build().at()).isEqualTo(longest);
    Finding whole = TYPE.at(Part.REQUEST, longest + "a").build();
    assertThat(whole.at()).isEmpty();
    assertThat(whole.facts().get("place")).startsWith("/aaa").endsWith("… (1001 characters)");
  }
}
