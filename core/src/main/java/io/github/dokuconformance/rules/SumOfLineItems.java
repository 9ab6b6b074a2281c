package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.StringJoiner;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** {@code order.amount} is the sum of price × quantity over the line items, exactly. */
final class SumOfLineItems implements Rule {
  private static final int SHOWN_ITEMS = 5;
  private static final FindingType SUM =
      new FindingType(
          "amount.sum",
          Severity.ERROR,
          "order.amount is the sum of price × quantity over all line items",
          "Put shipping, fees and discounts into line items of their own, or correct the amount.",
          Source.documented(
              Pages.ORDER_REQUEST
                  + " (\"Total price and quantity must match with the order.amount\")"));

  @Override
  public List<FindingType> types() {
    return List.of(SUM);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (!subject.is(Operation.GENERATE_ORDER)) {
      return;
    }
    JsonNode order = subject.requestJson().path("order");
    Optional<BigDecimal> amount = Amounts.read(order.path("amount"));
    JsonNode items = order.path("line_items");
    if (amount.isEmpty() || !items.isArray() || items.isEmpty()) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode item : items) {
      Optional<BigDecimal> price = Amounts.read(item.path("price"));
      Optional<BigDecimal> quantity = Amounts.read(item.path("quantity"));
      if (price.isEmpty() || quantity.isEmpty()) {
        return;
      }
      sum = sum.add(price.get().multiply(quantity.get()));
    }
    if (sum.compareTo(amount.get()) != 0) {
      findings.accept(
          SUM.at(Part.REQUEST, "/order/amount")
              .wanted(Amounts.show(sum) + " (" + terms(items) + ")")
              .got(Amounts.show(amount.get()))
              .build());
    }
  }

  private static String terms(JsonNode items) {
    StringJoiner terms = new StringJoiner(" + ");
    for (int i = 0; i < Math.min(items.size(), SHOWN_ITEMS); i++) {
      JsonNode item = items.get(i);
      terms.add(item.path("price").asString() + "×" + item.path("quantity").asString());
    }
    if (items.size() > SHOWN_ITEMS) {
      terms.add("… " + (items.size() - SHOWN_ITEMS) + " more");
    }
    return terms.toString();
  }
}
