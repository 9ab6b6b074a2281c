package io.github.dokuconformance.rules;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Amounts are written as plain integers, without a fraction or an exponent. */
final class AmountSpelling implements Rule {
  private static final FindingType SPELLING =
      new FindingType(
          "amount.spelling",
          Severity.WARNING,
          "a whole amount is written as a plain integer",
          "Send 90000, not 90000.00 or 9e4: each spelling has another digest, and parsers rewrite"
              + " them.",
          Source.documented(Pages.ORDER_REQUEST + " (\"no decimals\")"));

  @Override
  public List<FindingType> types() {
    return List.of(SPELLING);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    check(Part.REQUEST, subject.requestJson(), findings);
    if (!subject.isNotification()) {
      check(Part.RESPONSE, subject.responseJson(), findings);
    }
  }

  private static void check(Part part, JsonNode body, Consumer<Finding> findings) {
    JsonNode order = body.path("order");
    check(part, "/order/amount", order.path("amount"), findings);
    JsonNode items = order.path("line_items");
    for (int i = 0; i < items.size(); i++) {
      String item = "/order/line_items/" + i;
      check(part, item + "/price", items.path(i).path("price"), findings);
      check(part, item + "/quantity", items.path(i).path("quantity"), findings);
    }
  }

  private static void check(
      Part part, String pointer, JsonNode amount, Consumer<Finding> findings) {
    if (amount.isNumber() && !amount.isIntegralNumber() && isWhole(amount.decimalValue())) {
      findings.accept(SPELLING.at(part, pointer).got(amount.toString()).build());
    }
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }
}
