package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Party;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
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

/** An amount is the sum of price × quantity over the line items, exactly. */
final class SumOfLineItems implements Rule {
  private static final int SHOWN_ITEMS = 5;
  private static final String REQUIREMENT = " is the sum of price × quantity over all line items";
  private static final FindingType SUM =
      new FindingType(
          "amount.sum",
          Severity.ERROR,
          "order.amount" + REQUIREMENT,
          "Put shipping, fees and discounts into line items of their own, or correct the amount.",
          Source.documented(
              Pages.ORDER_REQUEST
                  + " (\"Total price and quantity must match with the order.amount\")"));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(SUM);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.only(
            operation -> operation.requestSchema().isPresent() && !operation.isCalledByDoku(),
            "the merchant sends no body")
        .and(Scope.place(Part.REQUEST, Meaning.AMOUNT, Role.ORDER, Role.UPDATE))
        .and(Scope.place(Part.REQUEST, Meaning.LINE_ITEMS, Role.ORDER, Role.UPDATE))
        .and(Scope.place(Part.REQUEST, Meaning.PRICE, Role.ORDER, Role.UPDATE))
        .and(Scope.place(Part.REQUEST, Meaning.QUANTITY, Role.ORDER, Role.UPDATE));
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    Optional<Pointer> at = subject.pointer(Part.REQUEST, Meaning.AMOUNT);
    Optional<Pointer> list = subject.pointer(Part.REQUEST, Meaning.LINE_ITEMS);
    Optional<Pointer> prices = subject.pointer(Part.REQUEST, Meaning.PRICE);
    Optional<Pointer> quantities = subject.pointer(Part.REQUEST, Meaning.QUANTITY);
    if (at.isEmpty()
        || list.isEmpty()
        || prices.isEmpty()
        || quantities.isEmpty()
        || !subject.isBy(Party.MERCHANT, Part.REQUEST)) {
      return;
    }
    Optional<BigDecimal> amount = Amounts.read(subject.value(Part.REQUEST, at.get()));
    JsonNode items = subject.value(Part.REQUEST, list.get());
    if (amount.isEmpty() || !items.isArray() || items.isEmpty()) {
      return;
    }
    BigDecimal sum = BigDecimal.ZERO;
    for (JsonNode item : items) {
      Optional<BigDecimal> each = Amounts.read(prices.get().inItem(list.get(), item));
      Optional<BigDecimal> times = Amounts.read(quantities.get().inItem(list.get(), item));
      if (each.isEmpty() || times.isEmpty()) {
        return;
      }
      sum = sum.add(each.get().multiply(times.get()));
    }
    if (sum.compareTo(amount.get()) != 0) {
      findings.accept(
          SUM.requiring(at.get().dotted() + REQUIREMENT)
              .at(Part.REQUEST, at.get().toString())
              .wanted(
                  Amounts.show(sum)
                      + " ("
                      + terms(items, list.get(), prices.get(), quantities.get())
                      + ")")
              .got(Amounts.show(amount.get()))
              .build());
    }
  }

  private static String terms(JsonNode items, Pointer list, Pointer price, Pointer quantity) {
    StringJoiner terms = new StringJoiner(" + ");
    for (int i = 0; i < Math.min(items.size(), SHOWN_ITEMS); i++) {
      JsonNode item = items.get(i);
      terms.add(price.inItem(list, item).asString() + "×" + quantity.inItem(list, item).asString());
    }
    if (items.size() > SHOWN_ITEMS) {
      terms.add("… " + (items.size() - SHOWN_ITEMS) + " more");
    }
    return terms.toString();
  }
}
