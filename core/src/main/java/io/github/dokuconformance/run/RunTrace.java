package io.github.dokuconformance.run;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.rules.Subject;
import io.github.dokuconformance.signature.HeaderRole;
import tools.jackson.databind.JsonNode;

/**
 * The little of an exchange that the rules over a whole run need: hashes, not texts.
 *
 * @param amount of the order in rupiah as the request or the response has it; -1 where it has none
 * @param refused whether DOKU refused the request, so that it used nothing up
 */
public record RunTrace(
    Kind kind,
    long requestId,
    long requestBody,
    long order,
    long reference,
    long refundReference,
    long amount,
    boolean refused,
    String requestIdHeader) {
  /** A value that is not there. */
  static final long NONE = 0;

  private static final RunTrace OTHER =
      new RunTrace(Kind.OTHER, NONE, NONE, NONE, NONE, NONE, -1, false, "");

  /** The kinds of exchange that are told apart. */
  enum Kind {
    ORDER,
    CANCEL,
    REFUND,
    NOTIFICATION,
    OTHER
  }

  /** Takes the trace of an exchange. */
  public static RunTrace of(Subject subject) {
    Kind kind = kind(subject);
    long client = Hashes.of(subject.header(HeaderRole.CLIENT_ID, Part.REQUEST).orElse(""));
    // A status request has no body to differ in, and a notification's id is DOKU's own.
    long requestId =
        subject.isNotification() || subject.request().body().isEmpty()
            ? NONE
            : hash(client, "id", subject.header(HeaderRole.REQUEST_ID, Part.REQUEST).orElse(""));
    if (kind == Kind.OTHER && requestId == NONE) {
      return OTHER;
    }
    JsonNode body = subject.requestJson();
    return new RunTrace(
        kind,
        requestId,
        requestId == NONE ? NONE : Hashes.of(subject.request().body()),
        hash(client, "order", text(body, "order", "invoice_number")),
        hash(client, "reference", text(body, "payment", "merchant_unique_reference")),
        kind == Kind.REFUND
            ? hash(client, "refund", text(body, "refund", "merchant_unique_reference"))
            : NONE,
        amount(kind == Kind.REFUND ? subject.responseJson() : body),
        isRefused(subject),
        subject.headerName(HeaderRole.REQUEST_ID, Part.REQUEST));
  }

  /** A 409 repeats what was done; after a server's error or no answer nobody knows. */
  private static boolean isRefused(Subject subject) {
    int status = subject.response().map(Response::status).orElse(0);
    return status >= 400 && status < 500 && status != 409;
  }

  private static Kind kind(Subject subject) {
    if (subject.operation().isEmpty()) {
      return Kind.OTHER;
    }
    return switch (subject.operation().get().id()) {
      case Operation.GENERATE_ORDER -> Kind.ORDER;
      case Operation.CANCEL -> Kind.CANCEL;
      case Operation.REFUND -> Kind.REFUND;
      case Operation.NOTIFICATION -> Kind.NOTIFICATION;
      default -> Kind.OTHER;
    };
  }

  private static String text(JsonNode body, String object, String field) {
    JsonNode value = body.path(object).path(field);
    return value.isString() ? value.asString() : "";
  }

  private static long hash(long client, String kind, String text) {
    if (text.isEmpty()) {
      return NONE;
    }
    long hash = Hashes.of(client, kind, text);
    return hash == NONE ? 1 : hash;
  }

  private static long amount(JsonNode body) {
    JsonNode amount = body.path("order").path("amount");
    if (amount.isNumber() && amount.canConvertToExactIntegral() && amount.canConvertToLong()) {
      return amount.asLong();
    }
    return amount.isString() && amount.asString().matches("[0-9]{1,12}")
        ? Long.parseLong(amount.asString())
        : -1;
  }
}
