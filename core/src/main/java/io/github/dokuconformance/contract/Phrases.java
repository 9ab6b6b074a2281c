package io.github.dokuconformance.contract;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.BooleanNode;

/** Says in words what a schema's keyword demands and what a value is. */
final class Phrases {
  private static final JsonNode FALSE = BooleanNode.FALSE;

  private Phrases() {}

  static String wanted(String keyword, JsonNode limit) {
    return switch (keyword) {
      case "required" -> "a value";
      case "type" -> limit.isArray() ? join(limit, " or ") : article(limit.asString());
      case "maxLength" -> "at most " + limit + " characters";
      case "minLength" -> "at least " + count(limit, "character");
      case "maximum" -> "at most " + limit;
      case "minimum" -> "at least " + limit;
      case "exclusiveMaximum" -> "less than " + limit;
      case "exclusiveMinimum" -> "more than " + limit;
      case "minItems" -> "at least " + count(limit, "item");
      case "maxItems" -> "at most " + count(limit, "item");
      case "uniqueItems" -> "items that differ from each other";
      case "multipleOf" -> "a multiple of " + limit;
      case "dependentRequired" -> "a value";
      case "minProperties" -> "at least " + count(limit, "member");
      case "maxProperties" -> "at most " + count(limit, "member");
      case "additionalProperties", "unevaluatedProperties", "false" -> "nothing";
      case "enum" -> limit.valueStream().map(JsonNode::toString).collect(Collectors.joining(", "));
      case "const" -> limit.toString();
      case "not" -> not(limit);
      case "pattern" -> "text of the form " + limit.asString();
      default -> limit.isMissingNode() ? keyword : keyword + " " + limit;
    };
  }

  static String got(String keyword, JsonNode value) {
    return switch (keyword) {
      case "maxLength", "minLength" -> {
        String text = value.asString();
        yield text.codePointCount(0, text.length()) + " characters (" + value + ")";
      }
      case "minItems", "maxItems" -> count(value.size(), "item");
      case "minProperties", "maxProperties" -> count(value.size(), "member");
      case "uniqueItems" -> "items that are alike";
      default -> describe(value);
    };
  }

  static String count(Object number, String what) {
    return number + " " + what + (number.toString().equals("1") ? "" : "s");
  }

  private static String describe(JsonNode value) {
    return switch (value.getNodeType()) {
      case OBJECT -> "an object";
      case ARRAY -> "an array";
      case NULL -> "null";
      case STRING -> value.isString() && value.asString().isEmpty() ? "\"\"" : value.toString();
      default -> value.toString();
    };
  }

  /** A schema that says "none of these members" in a {@code not} wants one of them. */
  private static String not(JsonNode schema) {
    JsonNode members = schema.path("properties");
    boolean wantsOne = !members.isEmpty() && members.valueStream().allMatch(it -> it.equals(FALSE));
    return wantsOne
        ? "one of " + String.join(", ", members.propertyNames())
        : "no value of the form " + schema;
  }

  private static String join(JsonNode types, String separator) {
    return types
        .valueStream()
        .map(JsonNode::asString)
        .map(Phrases::article)
        .collect(Collectors.joining(separator));
  }

  private static String article(String type) {
    return switch (type) {
      case "null" -> "null";
      case "integer", "object", "array" -> "an " + type;
      default -> "a " + type;
    };
  }
}
