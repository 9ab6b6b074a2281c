package io.github.dokuconformance.finding;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClosestTest {
  private static final List<String> KNOWN = List.of("amount.sum", "body.minified", "text", "json");

  @ParameterizedTest
  @CsvSource({
    "amuont.sum,amount.sum",
    "amount.sums,amount.sum",
    "AMOUNT.SUN,amount.sum",
    "body-minifed,body.minified",
    "jsn,json",
    "tetx,text",
    "sum,''",
    "jxyn,''",
    "'',''",
    "something.else.altogether,''"
  })
  void isWhatAFewSlipsAwayWouldBeMeant(String got, String meant) {
    assertThat(Closest.to(got, KNOWN).orElse("")).isEqualTo(meant);
    assertThat(Closest.hint(got, KNOWN))
        .isEqualTo(meant.isEmpty() ? "" : " (did you mean " + meant + "?)");
  }

  @ParameterizedTest
  @CsvSource({"amount.sum", "json"})
  void isTheNameItselfWhereItIsKnown(String name) {
    assertThat(Closest.to(name, KNOWN)).contains(name);
    assertThat(Closest.hint(name, KNOWN)).isEmpty();
  }
}
