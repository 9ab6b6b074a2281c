package io.github.dokuconformance.page.databind.node;

/** As much of Jackson's {@code JsonNodeFactory} as the readers of inputs take. */
public class JsonNodeFactory {
  public static final JsonNodeFactory instance = new JsonNodeFactory();

  public ObjectNode objectNode() {
    return new ObjectNode();
  }
}
