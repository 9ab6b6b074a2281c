package io.github.dokuconformance.page.databind.node;

import io.github.dokuconformance.page.databind.JsonNode;

/** As much of Jackson's {@code ObjectNode} as the readers of inputs take. */
public class ObjectNode extends JsonNode {
  public ObjectNode() {
    super(Kind.OBJECT, "");
  }

  public ObjectNode put(String name, String value) {
    members.put(name, new ValueNode(Kind.STRING, value));
    return this;
  }

  public ObjectNode putObject(String name) {
    ObjectNode object = new ObjectNode();
    members.put(name, object);
    return object;
  }

  /** Adds a member, and tells whether there was none of that name. */
  public boolean add(String name, JsonNode value) {
    return members.put(name, value) == null;
  }
}
