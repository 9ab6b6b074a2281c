package io.github.dokuconformance.vectors.authoring;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/**
 * Makes the cases of validate: a base body in which one place is changed.
 *
 * <p>All are from one {@code source}. An entry names its {@code schema} and {@code base}; {@code
 * pointer} with {@code value} or {@code absent} changes it; {@code keyword} says which constraint
 * that breaks.
 */
final class ValidateCases {
  private ValidateCases() {}

  static List<ObjectNode> of(Authored authored) {
    JsonNode file = authored.file("validate");
    String source = file.required("source").stringValue();
    List<ObjectNode> cases = new ArrayList<>();
    for (JsonNode entry : file.required("cases")) {
      ObjectNode data = (ObjectNode) entry;
      try {
        cases.add(testCase(data, source, file.required("bases")));
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            "validate/" + data.path("name").asString() + ": " + e.getMessage(), e);
      }
    }
    return cases;
  }

  private static ObjectNode testCase(ObjectNode data, String source, JsonNode bases) {
    JsonNode base = bases.required(data.required("base").stringValue());
    ObjectNode testCase = CaseHead.of("validate", data, source);
    ObjectNode input = testCase.putObject("input");
    input.set("schema", data.required("schema"));
    input.putObject("body").put("utf8", body(data, base).toString());
    ObjectNode expected = testCase.putObject("expected");
    expected.put("valid", !data.has("twin"));
    if (data.has("twin")) {
      String pointer = data.required("pointer").stringValue();
      String keyword = data.required("keyword").stringValue();
      ObjectNode error = expected.putArray("errors").addObject();
      error.put("pointer", keyword.equals("required") ? owner(pointer) : pointer);
      error.put("keyword", keyword);
    }
    return testCase;
  }

  private static String owner(String pointer) {
    return pointer.substring(0, pointer.lastIndexOf('/'));
  }

  private static JsonNode body(ObjectNode data, JsonNode base) {
    String pointer = data.path("pointer").stringValue("");
    if (pointer.isEmpty()) {
      return data.has("value") ? data.required("value") : base;
    }
    JsonNode copy = base.deepCopy();
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode owner = copy.at(place.head());
    String name = place.last().getMatchingProperty();
    if (owner instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value(data));
    } else if (owner instanceof ObjectNode object && data.has("absent")) {
      object.remove(name);
    } else if (owner instanceof ObjectNode object) {
      object.set(name, value(data));
    } else {
      throw new IllegalArgumentException("the base has nothing that could hold " + pointer);
    }
    return copy;
  }

  /** Returns the value; {@code {"$repeat": ["x", 64]}} is a text of 64 x. */
  private static JsonNode value(ObjectNode data) {
    JsonNode value = data.required("value");
    JsonNode repeat = value.path("$repeat");
    return repeat.isArray()
        ? StringNode.valueOf(repeat.required(0).stringValue().repeat(repeat.required(1).intValue()))
        : value;
  }
}
