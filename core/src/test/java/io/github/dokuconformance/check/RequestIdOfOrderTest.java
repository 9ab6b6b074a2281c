package io.github.dokuconformance.check;

import static io.github.dokuconformance.check.Draft.jenius;
import static io.github.dokuconformance.check.Draft.order;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import org.junit.jupiter.api.Test;

/** Where a page wants the invoice number to be the Request-Id, it may be; elsewhere it is weak. */
class RequestIdOfOrderTest {
  @Test
  void rightOrderIsSilent() {
    assertThat(jenius().check().findings())
        .filteredOn(finding -> finding.severity() != Severity.NOTE)
        .isEmpty();
  }

  @Test
  void anotherRequestIdIsToldWithBoth() {
    assertThat(jenius().requestId("INV-FAKE-0002").check().findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.code()).isEqualTo("header.request-id-differs");
              assertThat(finding.facts())
                  .containsEntry("wanted", "\"INV-FAKE-0001\"")
                  .containsEntry("got", "\"INV-FAKE-0002\"");
            });
  }

  @Test
  void elsewhereTheInvoiceNumberIsAWeakOne() {
    assertThat(order().requestId("INV-20210707-0001").check().findings())
        .extracting(Finding::code)
        .contains("header.request-id-weak")
        .doesNotContain("header.request-id-differs");
  }

  @Test
  void amountAsTextIsTheSumOfItsItems() {
    assertThat(jenius().text("/order/amount", "50001").check().findings())
        .extracting(Finding::code)
        .contains("amount.sum");
  }
}
