package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.finding.Basis;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.node.ObjectNode;

/** What Checkout and the card payment page ask beyond the form of each field, and on whose word. */
class CheckoutRulesTest {
  private static final String CHECKOUT = "checkout.payment";
  private static final String CARDS = "cards.payment-page";
  private static final String METHODS = "/payment/payment_method_types";

  static Stream<Arguments> cases() {
    String items = "[{\"name\":\"FAKE\",\"price\":45000,\"quantity\":2}]";
    return Stream.of(
        wrong(
            "the sum of Checkout's line items",
            minimal(CHECKOUT, "/order/line_items", items.replace("2", "3")),
            minimal(CHECKOUT, "/order/line_items", items),
            "amount.sum at /order/amount",
            Severity.ERROR,
            Basis.DOCUMENTED),
        wrong(
            "the sum of the card page's line items, which a third party saw refused",
            minimal(CARDS, "/order/line_items", items.replace("2", "3")),
            minimal(CARDS, "/order/line_items", items),
            "amount.sum at /order/amount",
            Severity.WARNING,
            Basis.OBSERVED),
        wrong(
            "an invoice number of 31 characters where cards are among the methods",
            with(minimal(CHECKOUT, METHODS, "[\"QRIS\",\"CREDIT_CARD\"]"), invoice(31)),
            with(minimal(CHECKOUT, METHODS, "[\"QRIS\",\"CREDIT_CARD\"]"), invoice(30)),
            "schema.max-length at /order/invoice_number",
            Severity.ERROR,
            Basis.DOCUMENTED),
        wrong(
            "an invoice number of 31 characters, but without cards",
            with(minimal(CHECKOUT, METHODS, "[\"CREDIT_CARD\"]"), invoice(31)),
            with(minimal(CHECKOUT, METHODS, "[\"QRIS\"]"), invoice(31)),
            "schema.max-length at /order/invoice_number",
            Severity.ERROR,
            Basis.DOCUMENTED),
        wrong(
            "Jenius without a customer",
            body("checkout.payment/request-jenius.json", "/customer", null),
            body("checkout.payment/request-jenius.json", "/customer/name", "\"FAKE\""),
            "schema.required at /customer",
            Severity.ERROR,
            Basis.DOCUMENTED),
        wrong(
            "a card to be saved for nobody",
            body("cards.payment-page/request-save-card.json", "/customer/id", null),
            body("cards.payment-page/request-save-card.json", "/customer/id", "\"FAKE-1\""),
            "schema.required at /customer/id",
            Severity.ERROR,
            Basis.DOCUMENTED),
        wrong(
            "a boolean as a text",
            minimal(CHECKOUT, "/order/auto_redirect", "\"true\""),
            minimal(CHECKOUT, "/order/auto_redirect", "true"),
            "schema.type at /order/auto_redirect",
            Severity.ERROR,
            Basis.DOCUMENTED),
        wrong(
            "a number of DOKU's that a double changes",
            Draft.checkout().respond("/response/uuid", "2199999999999999999"),
            Draft.checkout().respond("/response/uuid", "2199"),
            "json.number-precision at /response/uuid",
            Severity.NOTE,
            Basis.DOCUMENTED));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void ruleHoldsWithItsWeightAndSource(
      Draft wrong, Draft right, String found, Severity severity, Basis basis) {
    assertThat(found(wrong, found))
        .singleElement()
        .satisfies(
            finding -> {
              assertThat(finding.severity()).isEqualTo(severity);
              assertThat(finding.source().basis()).isEqualTo(basis);
            });
    assertThat(found(right, found)).isEmpty();
  }

  private static List<Finding> found(Draft draft, String wanted) {
    return draft.check().findings().stream()
        .filter(finding -> (finding.code() + " at " + finding.at()).equals(wanted))
        .toList();
  }

  private static Draft minimal(String operation, String pointer, String json) {
    return body(operation + "/request-minimal.json", pointer, json);
  }

  private static Draft with(Draft draft, String invoice) {
    return draft.text("/order/invoice_number", invoice);
  }

  private static String invoice(int length) {
    return "I".repeat(length);
  }

  /** Puts a value into an example, or takes one out where there is none to put. */
  private static Draft body(String example, String pointer, @Nullable String json) {
    ObjectNode body = (ObjectNode) Samples.json(example);
    JsonPointer place = JsonPointer.compile(pointer);
    ObjectNode owner = body.withObject(place.head());
    String name = place.last().getMatchingProperty();
    if (json == null) {
      owner.remove(name);
    } else {
      owner.set(name, Samples.parse(json));
    }
    String operation = example.substring(0, example.indexOf('/'));
    return Draft.of(operation, body.toString(), "").noResponse();
  }

  private static Arguments wrong(
      String name, Draft wrong, Draft right, String found, Severity severity, Basis basis) {
    return argumentSet(name, wrong, right, found, severity, basis);
  }
}
