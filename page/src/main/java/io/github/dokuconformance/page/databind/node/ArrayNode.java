package io.github.dokuconformance.page.databind.node;

import io.github.dokuconformance.page.databind.JsonNode;

/** As much of Jackson's {@code ArrayNode} as the readers of inputs take. */
public class ArrayNode extends JsonNode {
  public ArrayNode() {
    super(Kind.ARRAY, "");
  }

  public ArrayNode add(JsonNode element) {
    elements.add(element);
    return this;
  }
}
