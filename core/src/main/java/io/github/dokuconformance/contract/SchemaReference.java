package io.github.dokuconformance.contract;

import java.net.URI;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/** The target of a {@code $ref}: a file of the contract and a JSON pointer into it. */
record SchemaReference(String file, String pointer) {
  private static final SchemaReference NOWHERE = new SchemaReference("", "");

  static SchemaReference resolve(String from, String reference) {
    // Only an absolute base resolves "..", hence the slash that is taken off again.
    try {
      URI target = URI.create("/" + from).resolve(reference);
      String fragment = target.getFragment();
      return target.getScheme() == null
          ? new SchemaReference(target.getPath().substring(1), fragment == null ? "" : fragment)
          : NOWHERE;
    } catch (IllegalArgumentException e) {
      return NOWHERE;
    }
  }

  /** Returns what it refers to; missing where that is not a place of a file by a pointer. */
  JsonNode in(Function<String, JsonNode> documents) {
    if (file.isEmpty() || !(pointer.isEmpty() || pointer.startsWith("/"))) {
      return MissingNode.getInstance();
    }
    return documents.apply(file).at(pointer);
  }
}
