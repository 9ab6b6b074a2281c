package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.check.RuleCases.Case;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.run.RunCheck;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** An error rests on what is documented or observed. */
class SeverityFollowsProofTest {
  private static final String ITEM = "/order/line_items/0";

  static Stream<FindingType> types() {
    return Stream.of(Check.types(), RunCheck.types()).flatMap(List::stream);
  }

  @ParameterizedTest
  @MethodSource("types")
  void codeThatIsAnErrorIsProven(FindingType type) {
    assertThat(type.severity() != Severity.ERROR || type.source().basis().isProof()).isTrue();
  }

  static Stream<Case> cases() {
    return RuleCasesTest.all();
  }

  @ParameterizedTest
  @MethodSource("cases")
  void findingThatIsAnErrorIsProven(Case one) {
    assertThat(one.shows().check().findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .allMatch(finding -> finding.source().basis().isProof());
  }

  @Test
  void nothingThatIsNotProvenCanBeAnError() {
    FindingType proven = new FindingType("x.y", Severity.ERROR, "x", "y", Source.observed("a log"));
    Source guess = Source.assumed("a guess");

    assertThat(proven.at(Part.REQUEST, "").build().severity()).isEqualTo(Severity.ERROR);
    assertThat(proven.at(Part.REQUEST, "").source(guess).build().severity())
        .isEqualTo(Severity.WARNING);
    assertThat(proven.at(Part.REQUEST, "").build().from(guess).severity())
        .isEqualTo(Severity.WARNING);
    assertThrows(
        IllegalArgumentException.class,
        () -> new FindingType("x.y", Severity.ERROR, "x", "y", guess));
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        form(
            "no mandatory field",
            Draft.order().remove(ITEM + "/sku"),
            "schema.required",
            Severity.ERROR),
        form(
            "no object of mandatory fields",
            Draft.order().remove("/payment"),
            "schema.required",
            Severity.ERROR),
        form("malformed JSON", Draft.order().body("{\"order\":"), "json.malformed", Severity.ERROR),
        form("NaN", Draft.order().body("{\"order\":NaN}"), "json.not-a-number", Severity.ERROR),
        form(
            "byte order mark",
            Draft.order().body("\ufeff{}"),
            "json.byte-order-mark",
            Severity.ERROR),
        form(
            "key twice",
            Draft.order().body("{\"a\":1,\"a\":1}"),
            "json.duplicate-key",
            Severity.WARNING),
        form(
            "text/json",
            Draft.order().header("Content-Type", "text/json"),
            "header.content-type",
            Severity.WARNING),
        form(
            "milliseconds",
            Draft.order().requestTime("2026-01-02T03:04:05.000Z"),
            "header.timestamp-fraction",
            Severity.WARNING),
        form(
            "+00:00",
            Draft.order().requestTime("2026-01-02T03:04:05+00:00"),
            "header.timestamp-offset",
            Severity.WARNING),
        form(
            "+07:00",
            Draft.order().requestTime("2026-01-02T10:04:05+07:00"),
            "header.timestamp-offset",
            Severity.ERROR),
        form(
            "milliseconds at +07:00",
            Draft.order().requestTime("2026-01-02T10:04:05.000+07:00"),
            "header.timestamp-offset",
            Severity.ERROR),
        form(
            "URL of an app",
            Draft.order().text("/order/callback_url", "shop://paid"),
            "schema.pattern",
            Severity.WARNING),
        form(
            "URL with an IDN",
            Draft.order().text("/order/callback_url", "https://bücher.example/"),
            "schema.pattern",
            Severity.WARNING),
        form(
            "empty sku",
            Draft.order().text(ITEM + "/sku", ""),
            "schema.min-length",
            Severity.WARNING),
        form(
            "empty category",
            Draft.order().text(ITEM + "/category", ""),
            "schema.min-length",
            Severity.WARNING),
        form(
            "empty invoice number",
            Draft.order().text("/order/invoice_number", ""),
            "schema.min-length",
            Severity.ERROR),
        form(
            "null in an optional field",
            Draft.order().set("/customer/address", "null"),
            "schema.type",
            Severity.WARNING),
        form(
            "null in a mandatory field",
            Draft.order().set("/customer/name", "null"),
            "schema.type",
            Severity.ERROR),
        form(
            "empty optional URL",
            Draft.order().set("/additional_info", "{\"override_notification_url\":\"\"}"),
            "schema.pattern",
            Severity.WARNING),
        form(
            "control character in an id",
            Draft.order().requestId("a\u0007b"),
            "header.control-character",
            Severity.ERROR),
        form(
            "control character in an invoice number",
            Draft.order().text("/order/invoice_number", "INV\u0001"),
            "identifier.control-character",
            Severity.WARNING),
        form(
            "amount as text in a notification",
            Draft.notification().text("/order/amount", "90000"),
            "docs.amount-as-string",
            Severity.NOTE),
        form(
            "query",
            Draft.order().target("/akulaku-peer-to-peer/v2/generate-order?a=b"),
            "operation.query",
            Severity.WARNING),
        form(
            "90000.00 as number",
            Draft.order().set("/order/amount", "90000.00"),
            "amount.spelling",
            Severity.ERROR),
        form(
            "90000.00 as text",
            Draft.order().text("/order/amount", "90000.00"),
            "schema.pattern",
            Severity.ERROR),
        form(
            "9e4", Draft.order().set("/order/amount", "9e4"), "amount.spelling", Severity.WARNING));
  }

  private static Arguments form(String name, Draft draft, String code, Severity severity) {
    return argumentSet(name, draft, code, severity);
  }

  @ParameterizedTest
  @MethodSource("forms")
  void formWeighsWhatIsKnownOfIt(Draft draft, String code, Severity severity) {
    Optional<Finding> found =
        draft.check().findings().stream()
            .filter(finding -> finding.code().equals(code) && finding.part() == Part.REQUEST)
            .findFirst();

    assertThat(found).map(Finding::severity).contains(severity);
  }

  static Stream<Arguments> right() {
    return Stream.of(
        argumentSet(
            "discount line",
            Draft.order()
                .set(
                    "/order/line_items/1",
                    "{\"name\":\"Discount\",\"price\":-1000,\"quantity\":1,\"sku\":\"D\",\"category\":\"D\"}")
                .set(ITEM + "/price", "91000")
                .set(ITEM + "/quantity", "1")
                .set("/order/amount", "90000")),
        argumentSet("empty city", Draft.order().text("/customer/city", "")),
        argumentSet(
            "URL with a port",
            Draft.order().text("/order/callback_url", "http://shop.example:8080/paid?x=y#z")),
        argumentSet("notification with a query", Draft.notification().target("/payments/x?a=b")));
  }

  @ParameterizedTest
  @MethodSource("right")
  void rightFormIsSilent(Draft draft) {
    assertThat(draft.check().findings())
        .filteredOn(
            finding -> finding.part() == Part.REQUEST && !finding.code().startsWith("signature."))
        .filteredOn(finding -> finding.severity() != Severity.NOTE)
        .isEmpty();
  }
}
