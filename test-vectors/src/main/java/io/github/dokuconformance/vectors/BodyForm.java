package io.github.dokuconformance.vectors;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns the short form of a large body into its bytes.
 *
 * <p>{@code {"repeat": {"before": "[", "utf8": "0,", "times": 1000, "after": "0]"}}} stands for the
 * text {@code [0,0,…0]}. Files hold it where the literal would be long; adapters never see it.
 */
final class BodyForm {
  private BodyForm() {}

  /** Returns a copy of a case's input in which every body is {@code utf8} or {@code base64}. */
  static ObjectNode expand(ObjectNode input) {
    ObjectNode copy = input.deepCopy();
    expandBody(copy);
    if (copy.get("message") instanceof ObjectNode message) {
      expandBody(message);
    }
    return copy;
  }

  private static void expandBody(ObjectNode owner) {
    JsonNode repeat = owner.path("body").path("repeat");
    if (repeat.isObject()) {
      owner.putObject("body").put("utf8", text(repeat));
    }
  }

  private static String text(JsonNode repeat) {
    return repeat.path("before").stringValue("")
        + repeat.required("utf8").stringValue().repeat(repeat.required("times").intValue())
        + repeat.path("after").stringValue("");
  }
}
