package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.signature.HeaderRole;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A response repeats the ids, numbers and references of its request. */
final class ResponseEchoes implements Rule {
  private static final String HINT =
      "The response belongs to another request, or was altered: do not act on it.";
  private static final FindingType CLIENT_ID =
      header("echo.client-id", "a response carries the Client-Id of its request");
  private static final FindingType REQUEST_ID =
      header("echo.request-id", "a response carries the Request-Id of its request");
  private static final FindingType INVOICE =
      body("echo.invoice-number", "a response repeats the request's order.invoice_number");
  private static final FindingType AMOUNT =
      body("echo.amount", "a response repeats the request's order.amount");
  private static final FindingType REFERENCE =
      body("echo.reference", "a response repeats the request's payment.merchant_unique_reference");
  private static final FindingType REFUND_REFERENCE =
      body(
          "echo.refund-reference",
          "a response repeats the request's refund.merchant_unique_reference");
  private static final FindingType OVERRIDE =
      body("echo.override-url", "a response repeats the request's override_notification_url");
  private static final List<Echo> ECHOES =
      List.of(
          new Echo(INVOICE, "order", "invoice_number"),
          new Echo(REFERENCE, "payment", "merchant_unique_reference"),
          new Echo(REFUND_REFERENCE, "refund", "merchant_unique_reference"),
          new Echo(OVERRIDE, "additional_info", "override_notification_url"));

  private static FindingType header(String code, String requirement) {
    return new FindingType(
        code, Severity.ERROR, requirement, HINT, Source.documented(Pages.RESPONSE_HEADERS));
  }

  private static FindingType body(String code, String requirement) {
    return new FindingType(
        code,
        Severity.ERROR,
        requirement,
        HINT,
        Source.documented(Pages.AKULAKU + "response tables (\"Same as the request\")"));
  }

  @Override
  public List<FindingType> types() {
    return List.of(CLIENT_ID, REQUEST_ID, INVOICE, AMOUNT, REFERENCE, REFUND_REFERENCE, OVERRIDE);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (!subject.succeeded() || !subject.isAnsweredByDoku()) {
      return;
    }
    check(subject, CLIENT_ID, HeaderRole.CLIENT_ID, findings);
    // DOKU's own cancel sample answers with another Request-Id: a warning tells of that.
    if (!subject.is(Operation.CANCEL)) {
      check(subject, REQUEST_ID, HeaderRole.REQUEST_ID, findings);
    }
    for (Echo echo : ECHOES) {
      JsonNode sent = subject.requestJson().path(echo.object).path(echo.field);
      JsonNode got = subject.responseJson().path(echo.object).path(echo.field);
      if (sent.isString() && got.isString() && !sent.asString().equals(got.asString())) {
        report(echo.type, echo.pointer(), sent.asString(), got.asString(), findings);
      }
    }
    checkAmount(subject, findings);
  }

  private static void checkAmount(Subject subject, Consumer<Finding> findings) {
    Optional<BigDecimal> sent = Amounts.read(subject.requestJson().path("order").path("amount"));
    Optional<BigDecimal> got = Amounts.read(subject.responseJson().path("order").path("amount"));
    if (sent.isPresent() && got.isPresent() && sent.get().compareTo(got.get()) != 0) {
      findings.accept(
          AMOUNT
              .at(Part.RESPONSE, "/order/amount")
              .wanted(Amounts.show(sent.get()))
              .got(Amounts.show(got.get()))
              .build());
    }
  }

  private static void check(
      Subject subject, FindingType type, HeaderRole role, Consumer<Finding> findings) {
    Optional<String> sent = subject.header(role, Part.REQUEST);
    Optional<String> got = subject.header(role, Part.RESPONSE);
    if (sent.isPresent() && got.isPresent() && !sent.equals(got)) {
      String name = subject.headerName(role, Part.RESPONSE);
      report(type, name, sent.get(), got.get(), findings);
    }
  }

  private static void report(
      FindingType type, String place, String sent, String got, Consumer<Finding> findings) {
    findings.accept(
        type.at(Part.RESPONSE, place)
            .wanted(Visible.quoted(sent))
            .got(Visible.quoted(got))
            .build());
  }

  private record Echo(FindingType type, String object, String field) {
    String pointer() {
      return "/" + object + "/" + field;
    }
  }
}
