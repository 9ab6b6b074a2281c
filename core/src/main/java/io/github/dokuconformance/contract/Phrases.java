package io.github.dokuconformance.contract;

import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** Says in words what a schema's keyword demands and what a value is. */
final class Phrases {
  private Phrases() {}

  static String wanted(String keyword, JsonNode limit) {
    return switch (keyword) {
      case "required" -> "a value";
      case "type" -> limit.isArray() ? join(limit, " or ") : article(limit.asString());
      case "maxLength" -> "at most " + limit + " characters";
      case "minLength" -> "at least " + limit + (limit.asInt() == 1 ? " character" : " characters");
      case "maximum" -> "at most " + limit;
      case "minimum" -> "at least " + limit;
      case "exclusiveMaximum" -> "less than " + limit;
      case "exclusiveMinimum" -> "more than " + limit;
      case "minItems" -> "at least " + limit + (limit.asInt() == 1 ? " item" : " items");
      case "maxItems" -> "at most " + limit + " items";
      case "enum" -> limit.valueStream().map(JsonNode::toString).collect(Collectors.joining(", "));
      case "const" -> limit.toString();
      case "not" -> "one of " + String.join(", ", limit.path("properties").propertyNames());
      case "pattern" -> "text of the form " + limit.asString();
      default -> keyword + " " + limit;
    };
  }

  static String got(String keyword, JsonNode value) {
    return switch (keyword) {
      case "maxLength", "minLength" -> {
        String text = value.asString();
        yield text.codePointCount(0, text.length()) + " characters (" + value + ")";
      }
      case "minItems", "maxItems" -> value.size() + (value.size() == 1 ? " item" : " items");
      default -> describe(value);
    };
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
