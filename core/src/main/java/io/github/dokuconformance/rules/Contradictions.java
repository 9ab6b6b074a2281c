package io.github.dokuconformance.rules;

import static io.github.dokuconformance.signature.HeaderRole.REQUEST_ID;
import static io.github.dokuconformance.signature.HeaderRole.TIMESTAMP;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Where DOKU's pages contradict each other, each form that they show passes, and a warning names
 * the pages: one for each contradiction that an exchange shows.
 */
final class Contradictions implements Rule {
  private static final Pattern COMPACT_DATE = Pattern.compile("[0-9]{14}");
  private static final Pattern REF_NO = Pattern.compile("[?&]refNo=([^&#]*)");
  private static final Map<String, FindingType> BY_CODE = ContradictionTypes.read();
  private static final List<String> ITEM_FIELDS = List.of("price", "quantity");
  private static final List<String> OPTIONAL_BUT_SEND = List.of("city", "state", "postcode");

  @Override
  public List<FindingType> types() {
    return List.copyOf(BY_CODE.values());
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    Report report = new Report(findings, new HashSet<>());
    JsonNode request = subject.requestJson();
    JsonNode response = subject.succeeded() ? subject.responseJson() : MissingNode.getInstance();
    switch (subject.operation().get().id()) {
      case Operation.GENERATE_ORDER -> {
        order(request, report);
        orderResponse(response, report);
      }
      case Operation.CANCEL -> {
        cancel(request, report);
        cancelResponse(subject, response, report);
      }
      case Operation.REFUND -> {
        refund(request, report);
        refundResponse(subject, response, report);
      }
      case Operation.NOTIFICATION -> notification(request, report);
      case Operation.CHECK_STATUS -> status(response, report);
      default -> {}
    }
    if (subject.isAnsweredByDoku()
        && subject.response().isPresent()
        && subject.response().get().status() == 409) {
      report.at("docs.retry-status", Part.RESPONSE, "", "409");
    }
  }

  private static void order(JsonNode body, Report report) {
    if (!body.isObject()) {
      return;
    }
    JsonNode customer = body.path("customer");
    if (customer.isObject()) {
      if (customer.has("postcode")) {
        report.at(
            "docs.postcode-type", Part.REQUEST, "/customer/postcode", customer.path("postcode"));
      }
      List<String> absent = new ArrayList<>(0);
      for (String name : OPTIONAL_BUT_SEND) {
        if (!customer.has(name)) {
          absent.add(name);
        }
      }
      if (!absent.isEmpty()) {
        report.at(
            "docs.optional-but-send",
            Part.REQUEST,
            "/customer/" + absent.get(0),
            "no " + String.join(", no ", absent));
      }
      if (!customer.has("address")) {
        report.at("docs.customer-optional", Part.REQUEST, "/customer/address", "no address");
      }
    }
    List<String> strings = new ArrayList<>(0);
    JsonNode order = body.path("order");
    if (order.path("amount").isString()) {
      strings.add("/order/amount");
    }
    JsonNode items = order.path("line_items");
    for (int i = 0; i < items.size(); i++) {
      for (String field : ITEM_FIELDS) {
        if (items.path(i).path(field).isString()) {
          strings.add("/order/line_items/" + i + "/" + field);
        }
      }
    }
    if (!strings.isEmpty()) {
      report.at(
          "docs.amount-as-string",
          Part.REQUEST,
          strings.get(0),
          strings.size() == 1 ? "a string" : "strings in " + strings.size() + " fields");
    }
  }

  private static void orderResponse(JsonNode body, Report report) {
    JsonNode payment = body.path("payment");
    String reference = identifier(payment, "AKULAKU_UNIQUE_REFERENCE");
    String inUrl = reference(payment.path("url").asString(""));
    if (!reference.isEmpty() && !inUrl.isEmpty() && !reference.equals(inUrl)) {
      report.at(
          "docs.payment-url-reference",
          Part.RESPONSE,
          "/payment/url",
          "refNo " + inUrl + " beside the identifier " + reference);
    }
  }

  private static void cancel(JsonNode body, Report report) {
    if (!body.isObject()) {
      return;
    }
    JsonNode identifier = body.path("payment").path("identifier");
    if (identifier.isContainer()) {
      report.at(
          "docs.cancel-identifier-shape",
          Part.REQUEST,
          "/payment/identifier",
          identifier.isArray() ? "an array" : "an object");
    }
    if (!body.path("order").has("invoice_number")) {
      report.at(
          "docs.cancel-same-as-request",
          Part.REQUEST,
          "/order/invoice_number",
          "no order.invoice_number");
    }
  }

  private static void cancelResponse(Subject subject, JsonNode body, Report report) {
    JsonNode payment = body.path("payment");
    JsonNode status = payment.path("status");
    if (isCanceled(status)) {
      report.at("docs.cancel-payment-status", Part.RESPONSE, "/payment/status", status);
      report.at("docs.canceled-spelling", Part.RESPONSE, "/payment/status", status);
    }
    if (payment.has("date")) {
      report.at(
          "docs.cancel-payment-date",
          Part.RESPONSE,
          "/payment/date",
          COMPACT_DATE.matcher(payment.path("date").asString("")).matches()
              ? "yyyyMMddHHmmss"
              : "ISO 8601");
    }
    if (body.path("cancel").path("status").asString("").equals("SUCCESS")
        && body.path("error").has("message")) {
      report.at(
          "docs.cancel-success-with-error",
          Part.RESPONSE,
          "/error/message",
          body.path("error").path("message"));
    }
    if (payment.has("merchant_unique_reference")) {
      report.at(
          "docs.cancel-reference-type",
          Part.RESPONSE,
          "/payment/merchant_unique_reference",
          payment.path("merchant_unique_reference").isObject() ? "an object" : "a string");
    }
    if (body.path("order").has("amount")) {
      report.at(
          "docs.cancel-same-as-request",
          Part.RESPONSE,
          "/order/amount",
          "an amount that the request does not have");
    }
    Optional<String> asked = subject.header(REQUEST_ID, Part.REQUEST);
    Optional<String> answered = subject.header(REQUEST_ID, Part.RESPONSE);
    if (subject.succeeded()
        && asked.isPresent()
        && answered.isPresent()
        && !asked.equals(answered)) {
      report.at(
          "docs.response-request-id",
          Part.RESPONSE,
          subject.headerName(REQUEST_ID, Part.RESPONSE),
          answered.get() + ", not " + asked.get());
    }
  }

  private static void refund(JsonNode body, Report report) {
    JsonNode reference = body.path("payment").path("merchant_unique_reference");
    if (reference.asString("").startsWith("REFUND")) {
      report.at(
          "docs.refund-payment-reference",
          Part.REQUEST,
          "/payment/merchant_unique_reference",
          reference);
    }
  }

  private static void refundResponse(Subject subject, JsonNode body, Report report) {
    JsonNode status = body.path("payment").path("status");
    if (isCanceled(status)) {
      report.at("docs.canceled-spelling", Part.RESPONSE, "/payment/status", status);
    }
    if (body.isObject() && !body.path("refund").has("merchant_unique_reference")) {
      report.at(
          "docs.refund-reference-optional",
          Part.RESPONSE,
          "/refund/merchant_unique_reference",
          "no reference");
    }
    long seconds = ResponseTime.secondsBefore(subject);
    if (subject.succeeded() && seconds > 60) {
      report.at(
          "docs.refund-response-timestamp",
          Part.RESPONSE,
          subject.headerName(TIMESTAMP, Part.RESPONSE),
          seconds + " s before Request-Timestamp");
    }
  }

  private static void notification(JsonNode body, Report report) {
    if (body.has("peer_to_peer_info")) {
      report.at("docs.peer-to-peer-info", Part.REQUEST, "/peer_to_peer_info", "peer_to_peer_info");
    }
    failed(Part.REQUEST, body, report);
  }

  private static void status(JsonNode body, Report report) {
    JsonNode amount = body.path("order").path("amount");
    if (amount.isString() || amount.isNumber()) {
      report.at(
          "docs.amount-as-string",
          Part.RESPONSE,
          "/order/amount",
          amount.isString() ? "a string" : "a number");
    }
    failed(Part.RESPONSE, body, report);
  }

  private static void failed(Part part, JsonNode body, Report report) {
    JsonNode status = body.path("transaction").path("status");
    if (status.asString("").equals("FAILED")) {
      report.at("docs.failed-finality", part, "/transaction/status", status);
    }
  }

  private static boolean isCanceled(JsonNode status) {
    String text = status.asString("");
    return text.equals("CANCELLED") || text.equals("CANCELED");
  }

  private static String identifier(JsonNode payment, String name) {
    for (JsonNode entry : payment.path("identifier")) {
      if (entry.path("name").asString("").equals(name)) {
        return entry.path("value").asString("");
      }
    }
    return "";
  }

  private static String reference(String url) {
    Matcher matcher = REF_NO.matcher(url);
    if (!matcher.find()) {
      return "";
    }
    try {
      return URLDecoder.decode(matcher.group(1), UTF_8);
    } catch (IllegalArgumentException e) {
      return matcher.group(1);
    }
  }

  /** Makes one warning of each contradiction. */
  private record Report(Consumer<Finding> findings, Set<String> reported) {
    void at(String code, Part part, String place, JsonNode got) {
      at(code, part, place, got.isString() ? '"' + got.asString() + '"' : got.toString());
    }

    void at(String code, Part part, String place, String got) {
      FindingType type = Objects.requireNonNull(BY_CODE.get(code), code);
      if (reported.add(code)) {
        findings.accept(type.at(part, place).got(got).build());
      }
    }
  }
}
