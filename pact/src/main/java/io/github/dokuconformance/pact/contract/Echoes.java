package io.github.dokuconformance.pact.contract;

import io.github.dokuconformance.contract.Echo;
import io.github.dokuconformance.contract.Operation;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a response repeats of its request, as the contract says of the operation. */
public final class Echoes {
  private Echoes() {}

  /** Puts the request's values where the response has such a member. */
  public static void apply(Operation operation, JsonNode request, ObjectNode response) {
    for (Echo echo : operation.echoes()) {
      JsonNode sent = echo.request().in(request);
      JsonNode got = echo.response().in(response);
      if (sent.isValueNode()
          && got.isValueNode()
          && !sent.isMissingNode()
          && !got.isMissingNode()) {
        JsonNode value =
            got.isNumber() && sent.isString() && sent.asString().matches("[0-9]{1,18}")
                ? response.numberNode(Long.parseLong(sent.asString()))
                : got.isString() && sent.isNumber() ? response.stringNode(sent.asString()) : sent;
        JsonPointer at = JsonPointer.compile(echo.response().toString());
        ((ObjectNode) response.at(at.head())).set(at.last().getMatchingProperty(), value);
      }
    }
  }
}
