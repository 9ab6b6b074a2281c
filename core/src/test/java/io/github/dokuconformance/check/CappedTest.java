package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A message with thousands of faults of one kind has a report of its own size. */
class CappedTest {
  private static final int ITEMS = 5_000;

  @Test
  void oneFindingStandsForThoseOfACodeBeyondAHundred() {
    List<Finding> findings = check(order("{\"price\":1000000000000,\"quantity\":1}"));
    List<Finding> prices =
        findings.stream().filter(finding -> finding.at().endsWith("/price")).toList();

    assertThat(prices).hasSize(Capped.MOST + 1);
    assertThat(prices.subList(0, Capped.MOST)).allMatch(finding -> finding.count() == 1);
    Finding last = prices.get(Capped.MOST);
    assertThat(last.count()).isEqualTo(ITEMS - Capped.MOST);
    assertThat(last.code()).isEqualTo(prices.get(0).code());
    assertThat(last.severity()).isEqualTo(prices.get(0).severity());
    assertThat(last.at()).contains("/" + Capped.MOST + "/");
    assertThat(last.message()).isEqualTo("and 4900 more of this code, from this place on");
  }

  @Test
  void aHundredAreAllShown() {
    Capped capped = new Capped();
    Finding finding = SignatureCheck.types().get(0).at(Part.REQUEST, "").build();
    for (int i = 0; i < Capped.MOST; i++) {
      capped.accept(finding);
    }

    assertThat(capped.all()).hasSize(Capped.MOST).allMatch(one -> one.count() == 1);
  }

  /** A report that fails on errors must not lose one among a hundred warnings of its code. */
  @Test
  void theHeaviestStandsForTheRest() {
    Capped capped = new Capped();
    Finding error = SignatureCheck.types().get(0).at(Part.REQUEST, "").build();
    Finding warning = error.weighing(Severity.WARNING);
    for (int i = 0; i <= Capped.MOST; i++) {
      capped.accept(warning);
    }
    capped.accept(error);
    capped.accept(warning);

    Finding last = capped.all().get(Capped.MOST);
    assertThat(last.severity()).isEqualTo(Severity.ERROR);
    assertThat(last.count()).isEqualTo(3);
  }

  @Test
  void eachCodeIsCountedAlone() {
    Capped capped = new Capped();
    for (FindingType type : SignatureCheck.types()) {
      for (int i = 0; i < Capped.MOST; i++) {
        capped.accept(type.at(Part.REQUEST, "").build());
      }
    }

    assertThat(capped.all())
        .hasSize(Capped.MOST * SignatureCheck.types().size())
        .allMatch(one -> one.count() == 1);
  }

  @Test
  void noPlaceIsLongerThanAnyThatIsMeant() {
    String name = "x".repeat(100_000);

    List<Finding> findings = check("{\"" + name + "\":{\"a\":1,\"a\":1}}");

    assertThat(findings)
        .isNotEmpty()
        .allMatch(finding -> finding.at().length() <= 1_000)
        .allMatch(finding -> finding.message().length() < 1_000);
  }

  private static String order(String item) {
    return "{\"order\":{\"amount\":1,\"line_items\":["
        + (item + ",").repeat(ITEMS - 1)
        + item
        + "]}}";
  }

  private static List<Finding> check(String body) {
    Request request =
        new Request(
            "POST",
            Target.of("/akulaku-peer-to-peer/v2/generate-order"),
            Headers.of("Content-Type", "application/json"),
            Body.ofUtf8(body));
    return Check.check(Exchange.of("a", request, null), CheckContext.nothing()).findings();
  }
}
