package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** After a failed order a retry needs a new invoice number and a new reference. */
final class FailedOrder implements Rule {
  private static final FindingType FAILED =
      new FindingType(
          "order.failed",
          Severity.NOTE,
          "after payment.status FAILED a retry changes order.invoice_number and"
              + " payment.merchant_unique_reference",
          "Make both anew before the order is sent again; a new Request-Id alone is not enough.",
          Source.documented(Pages.ORDER_RESPONSE));

  @Override
  public List<FindingType> types() {
    return List.of(FAILED);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    JsonNode status = subject.responseJson().path("payment").path("status");
    if (subject.is(Operation.GENERATE_ORDER)
        && status.isString()
        && status.asString().equals("FAILED")) {
      findings.accept(FAILED.at(Part.RESPONSE, "/payment/status").build());
    }
  }
}
