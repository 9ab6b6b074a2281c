package io.github.dokuconformance.pact.contract;

import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a response repeats of its request.
 *
 * <p>Source: developers.doku.com, Akulaku, response tables, "Same as the request" (documented).
 */
public final class Echoes {
  private static final List<JsonPointer> POINTERS =
      List.of(
          JsonPointer.compile("/order/invoice_number"),
          JsonPointer.compile("/order/amount"),
          JsonPointer.compile("/payment/merchant_unique_reference"),
          JsonPointer.compile("/refund/merchant_unique_reference"),
          JsonPointer.compile("/additional_info/override_notification_url"));

  private Echoes() {}

  /** Puts the request's values where the response has such a member. */
  public static void apply(JsonNode request, ObjectNode response) {
    for (JsonPointer at : POINTERS) {
      JsonNode sent = request.at(at);
      JsonNode got = response.at(at);
      if (sent.isValueNode()
          && got.isValueNode()
          && !sent.isMissingNode()
          && !got.isMissingNode()) {
        JsonNode value =
            got.isNumber() && sent.isString() && sent.asString().matches("[0-9]{1,18}")
                ? response.numberNode(Long.parseLong(sent.asString()))
                : sent;
        ((ObjectNode) response.at(at.head())).set(at.last().getMatchingProperty(), value);
      }
    }
  }
}
