package io.github.dokuconformance.pact.contract;

import io.github.dokuconformance.schemas.ContractFiles;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Makes the bodies of interactions out of the contract's examples. */
final class Bodies {
  private Bodies() {}

  static ObjectNode read(InteractionSpec.Message message) {
    ObjectNode body;
    try (InputStream in = ContractFiles.open("examples/" + message.example())) {
      body = (ObjectNode) JsonMapper.shared().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    for (Map.Entry<String, JsonNode> change : message.changes().properties()) {
      set(body, JsonPointer.compile(change.getKey()), change.getValue());
    }
    return body;
  }

  /** Leaves out of an object, and of those in it, what their schema does not require. */
  static void keepMandatory(ObjectNode object, SchemaNode schema) {
    List<String> names = object.propertyNames().stream().toList();
    for (String name : names) {
      if (!schema.requires(name)) {
        object.remove(name);
      } else if (object.get(name) instanceof ObjectNode member) {
        keepMandatory(member, schema.property(name));
      }
    }
  }

  private static void set(ObjectNode body, JsonPointer at, JsonNode value) {
    if (!(body.at(at.head()) instanceof ObjectNode parent)) {
      throw new IllegalStateException("the example has no object at " + at.head());
    }
    String name = at.last().getMatchingProperty();
    if (value.isNull()) {
      parent.remove(name);
    } else {
      parent.set(name, value);
    }
  }

  /** Returns the schema that describes the body of a response with that status. */
  static SchemaNode responseSchema(InteractionSpec spec) {
    Optional<String> file =
        spec.response().isSuccess()
            ? spec.operation().responseSchema()
            : spec.operation().responseSchemas(spec.response().code()).stream().findFirst();
    return file.map(SchemaNode::read).orElse(SchemaNode.NONE);
  }
}
