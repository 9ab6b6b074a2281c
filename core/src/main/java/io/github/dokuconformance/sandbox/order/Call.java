package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.message.Request;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A request that passed the gateway: signed by that merchant, and conformant.
 *
 * @param json tree of the body; missing where there is none
 * @param digest of the body, as it was signed; empty where there is none
 */
public record Call(
    Operation operation,
    Request request,
    JsonNode json,
    String clientId,
    String requestId,
    String digest,
    Instant now) {

  String text(String object, String field) {
    return json.path(object).path(field).asString("");
  }

  /** Returns the payment's reference as the body has it; empty where it has none. */
  String reference() {
    return text("payment", "merchant_unique_reference");
  }

  /** Returns the order's invoice number as the body has it; empty where it has none. */
  public String invoiceNumber() {
    return text("order", "invoice_number");
  }
}
