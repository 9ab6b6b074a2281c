package io.github.dokuconformance.page.databind.node;

import io.github.dokuconformance.page.databind.JsonNode;

/** A scalar. */
public class ValueNode extends JsonNode {
  public ValueNode(Kind kind, String text) {
    super(kind, text);
  }
}
