package io.github.dokuconformance.rules;

import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Amounts are written as plain integers, without a fraction or an exponent. */
final class AmountSpelling implements Rule {
  private static final List<String> ITEM_FIELDS = List.of("price", "quantity");
  private static final FindingType SPELLING =
      new FindingType(
          "amount.spelling",
          Severity.WARNING,
          "a whole amount is written as a plain integer",
          "Send 90000, not 90000.00 or 9e4: each spelling has another digest, and parsers rewrite"
              + " them.",
          Source.documented(Pages.ORDER_REQUEST + " (\"no decimals\")"));

  private static final FindingType SPELLING_OF_DOKU =
      new FindingType(
          SPELLING.code(),
          Severity.NOTE,
          SPELLING.requirement(),
          "Read amounts as decimal numbers, and digest the bytes as they came: DOKU's simulator was"
              + " seen to send 20000.00.",
          Source.observed("third-party integration notes, notification bodies"));

  @Override
  public List<FindingType> types() {
    return List.of(SPELLING);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    FindingType ofSender = subject.isNotification() ? SPELLING_OF_DOKU : SPELLING;
    check(ofSender, Part.REQUEST, subject.requestJson(), findings);
    if (subject.isAnsweredByDoku()) {
      check(SPELLING_OF_DOKU, Part.RESPONSE, subject.responseJson(), findings);
    }
  }

  private static void check(
      FindingType type, Part part, JsonNode body, Consumer<Finding> findings) {
    for (String pointer : pointers(body)) {
      findings.accept(type.at(part, pointer).got(body.at(pointer).toString()).build());
    }
  }

  private static List<String> pointers(JsonNode body) {
    List<String> pointers = new ArrayList<>(0);
    JsonNode order = body.path("order");
    if (isWholeFraction(order.path("amount"))) {
      pointers.add("/order/amount");
    }
    JsonNode items = order.path("line_items");
    for (int i = 0; i < items.size(); i++) {
      for (String field : ITEM_FIELDS) {
        if (isWholeFraction(items.path(i).path(field))) {
          pointers.add("/order/line_items/" + i + "/" + field);
        }
      }
    }
    return pointers;
  }

  private static boolean isWholeFraction(JsonNode amount) {
    return amount.isNumber() && !amount.isIntegralNumber() && isWhole(amount.decimalValue());
  }

  private static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }
}
