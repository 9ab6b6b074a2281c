package io.github.dokuconformance.pact.mock;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.V4Pact;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Hides from Pact what a request holds beyond an interaction.
 *
 * <p>To Pact a member that the contract's example lacks is a mismatch, though it be optional and
 * right. Whether a member is right is the check's business, so Pact gets to see those of the
 * interaction with the most members that the request has in full.
 */
final class OptionalFields {
  private OptionalFields() {}

  static Request fit(Request request, V4Pact pact) {
    Optional<JsonNode> sent = JsonBody.read(request.body()).root().filter(JsonNode::isObject);
    if (sent.isEmpty()) {
      return request;
    }
    JsonNode best = null;
    for (Interaction interaction : pact.getInteractions()) {
      var expected = interaction.asSynchronousRequestResponse().getRequest();
      boolean sameTarget =
          expected.getMethod().equals(request.method())
              && expected.getPath().equals(request.target().path());
      if (sameTarget && expected.getBody().isPresent()) {
        JsonNode example = JsonMapper.shared().readTree(expected.getBody().getValue());
        if (covers(sent.get(), example) && (best == null || size(example) > size(best))) {
          best = example;
        }
      }
    }
    return best == null
        ? request
        : request.withBody(Body.of(JsonMapper.shared().writeValueAsBytes(cut(sent.get(), best))));
  }

  private static boolean covers(JsonNode sent, JsonNode example) {
    if (!example.isObject()) {
      return true;
    }
    for (Map.Entry<String, JsonNode> member : example.properties()) {
      JsonNode value = sent.get(member.getKey());
      if (value == null || !covers(value, member.getValue())) {
        return false;
      }
    }
    return true;
  }

  private static int size(JsonNode example) {
    int size = 0;
    for (JsonNode member : example) {
      size += 1 + (member.isObject() ? size(member) : 0);
    }
    return size;
  }

  private static JsonNode cut(JsonNode sent, JsonNode example) {
    if (sent.isObject() && example.isObject()) {
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      for (Map.Entry<String, JsonNode> member : sent.properties()) {
        JsonNode wanted = example.get(member.getKey());
        if (wanted != null) {
          object.set(member.getKey(), cut(member.getValue(), wanted));
        }
      }
      return object;
    }
    if (sent.isArray() && example.isArray() && !example.isEmpty()) {
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      sent.forEach(item -> array.add(cut(item, example.get(0))));
      return array;
    }
    return sent;
  }
}
