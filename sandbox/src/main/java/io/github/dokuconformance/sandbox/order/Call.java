package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.rules.Subject;
import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * A request that passed the gateway: signed by that merchant, and conformant.
 *
 * @param digest of the body, as it was signed; empty where there is none
 */
public record Call(
    Operation operation,
    Subject subject,
    String clientId,
    String requestId,
    String digest,
    Instant now) {

  public Request request() {
    return subject.request();
  }

  /** Returns the tree of the body; missing where there is none. */
  public JsonNode json() {
    return subject.requestJson();
  }

  /** Returns what has that meaning, as text; empty where nothing does. */
  String text(Meaning meaning) {
    return subject.value(Part.REQUEST, meaning).asString("");
  }

  /** Returns what stands at a place of the request; missing where nothing does. */
  JsonNode value(Pointer pointer) {
    return subject.value(Part.REQUEST, pointer);
  }

  /** Returns the payment's reference; empty where the request has none. */
  String reference() {
    return text(Meaning.REFERENCE);
  }

  /**
   * Returns the invoice number of the order that it is about, or what else names that; empty where
   * nothing does.
   */
  public String invoiceNumber() {
    return text(Meaning.INVOICE);
  }
}
