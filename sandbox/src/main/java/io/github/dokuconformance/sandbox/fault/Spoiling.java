package io.github.dokuconformance.sandbox.fault;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.SymmetricKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Turns a right response into a faulty one. */
public final class Spoiling {
  /** A key that is no merchant's. */
  public static final SymmetricKey FOREIGN_KEY =
      SigningKey.of(MerchantSecret.of("SK-SANDBOX-FOREIGN-KEY-NOT-A-SECRET"));

  private static final Duration STALE = Duration.ofDays(1);
  private static final JsonMapper JSON = JsonMapper.shared();

  private Spoiling() {}

  /**
   * Returns the response with the fault in it.
   *
   * @param marked the body with a mark in place of the order's number, for a response that must not
   *     be acted upon
   */
  public static Response spoil(Fault fault, FaultDraft draft, Body marked) {
    return switch (fault) {
      case WRONG_KEY -> draft.withBody(marked).withKey(FOREIGN_KEY).sign();
      case BODY_ALTERED -> draft.sign().withBody(marked);
      case SIGNATURE_MISSING -> {
        Response response = draft.withBody(marked).sign();
        String name = draft.scheme().header(HeaderRole.SIGNATURE, Part.RESPONSE).orElseThrow();
        yield response.withHeaders(response.headers().without(name));
      }
      case OTHER_REQUEST_ID ->
          draft.withBody(marked).withRequestId(other(draft.requestId())).sign();
      case STALE_TIMESTAMP -> draft.withNow(draft.now().minus(STALE)).sign();
      case UNKNOWN_FIELDS -> draft.withBody(withUnknownFields(draft.body())).sign();
      case REORDERED -> draft.withBody(write(reversed(read(draft.body())), false)).sign();
      case PRETTY_PRINTED -> draft.withBody(write(read(draft.body()), true)).sign();
      default -> draft.sign();
    };
  }

  /** Returns another id of the same form: the last letter or digit is changed. */
  private static String other(String id) {
    char last = id.charAt(id.length() - 1);
    return id.substring(0, id.length() - 1) + (last == '0' ? '1' : '0');
  }

  /** Returns the text with the first letter of its second half in the other case. */
  public static String otherCase(String text) {
    StringBuilder changed = new StringBuilder(text);
    for (int i = text.length() / 2; i < text.length(); i++) {
      char c = text.charAt(i);
      if (Character.isLetter(c)) {
        changed.setCharAt(
            i, Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c));
        break;
      }
    }
    return changed.toString();
  }

  private static Body withUnknownFields(Body body) {
    ObjectNode root = (ObjectNode) read(body);
    for (Map.Entry<String, JsonNode> member : root.properties()) {
      if (member.getValue() instanceof ObjectNode object) {
        object.put("sandbox_unknown_field", "a field that no page names");
      }
    }
    root.putObject("sandbox_unknown_object").putArray("values").add(1).addNull().add(true);
    return write(root, false);
  }

  private static JsonNode reversed(JsonNode node) {
    if (node.isObject()) {
      List<Map.Entry<String, JsonNode>> members = new ArrayList<>(node.properties());
      Collections.reverse(members);
      ObjectNode object = JsonNodeFactory.instance.objectNode();
      members.forEach(member -> object.set(member.getKey(), reversed(member.getValue())));
      return object;
    }
    if (node.isArray()) {
      // The order of an array's items means something, that of an object's members does not.
      ArrayNode array = JsonNodeFactory.instance.arrayNode();
      node.forEach(item -> array.add(reversed(item)));
      return array;
    }
    return node;
  }

  private static JsonNode read(Body body) {
    return JSON.readTree(body.toByteArray());
  }

  private static Body write(JsonNode node, boolean pretty) {
    return Body.of(
        pretty
            ? JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(node)
            : JSON.writeValueAsBytes(node));
  }
}
