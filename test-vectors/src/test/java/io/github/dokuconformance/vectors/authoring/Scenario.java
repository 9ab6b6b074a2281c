package io.github.dokuconformance.vectors.authoring;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One authored entry with what it inherits: a message, and how it was signed and delivered.
 *
 * @param data the entry itself
 * @param headerEdits those of the twin, then its own
 */
record Scenario(
    ObjectNode data,
    Message message,
    String reference,
    List<JsonNode> headerEdits,
    ObjectNode sender) {

  static Scenario positive(ObjectNode data, Authored authored) {
    ObjectNode base = authored.entry("messages", data.required("message").stringValue());
    return new Scenario(
        data,
        message(base, data.path("change"), authored),
        base.required("ref").stringValue(),
        edits(data),
        JsonNodeFactory.instance.objectNode());
  }

  /** Returns a negative entry: its twin's message and headers, then its own changes. */
  static Scenario negative(ObjectNode data, Scenario twin, Authored authored) {
    ObjectNode base =
        authored.entry("messages", twin.data.required("message").stringValue()).deepCopy();
    twin.data.path("change").properties().forEach(e -> base.set(e.getKey(), e.getValue()));
    List<JsonNode> edits = new ArrayList<>(twin.headerEdits);
    edits.addAll(edits(data));
    return new Scenario(
        data,
        message(base, data.path("change"), authored),
        twin.reference,
        edits,
        data.path("sender") instanceof ObjectNode sender
            ? sender
            : JsonNodeFactory.instance.objectNode());
  }

  private static List<JsonNode> edits(ObjectNode data) {
    return data.path("headers").valueStream().toList();
  }

  private static Message message(ObjectNode base, JsonNode change, Authored authored) {
    ObjectNode all = base.deepCopy();
    change.properties().forEach(entry -> all.set(entry.getKey(), entry.getValue()));
    String key = all.required("key").stringValue();
    JsonNode target = all.required("target");
    JsonNode body = all.required("body");
    return new Message(
        all.required("kind").stringValue(),
        all.path("method").stringValue(""),
        all.path("status").intValue(0),
        all.path("clientId").stringValue(authored.key(key).required("clientId").stringValue()),
        all.required("requestId").stringValue(),
        all.required("timestamp").stringValue(),
        target.isString() ? target.stringValue() : Body.repeat(target.required("repeat")),
        body.isNull() ? Optional.empty() : Optional.of(authored.body(body)),
        key);
  }

  String name() {
    return data.required("name").stringValue();
  }

  /** Returns whether the entry has a case for that operation. */
  boolean isIn(String operation) {
    if (data.has("in")) {
      return data.required("in").valueStream().anyMatch(op -> op.stringValue().equals(operation));
    }
    return !isNegative() || operation.equals("verify");
  }

  boolean isNegative() {
    return data.has("twin");
  }
}
