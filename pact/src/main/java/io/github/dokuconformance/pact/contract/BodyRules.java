package io.github.dokuconformance.pact.contract;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Describes a body by Pact's DSL: its members from the example, their limits from the schema. */
final class BodyRules {
  private final Set<String> pinned;

  private BodyRules(Set<String> pinned) {
    this.pinned = pinned;
  }

  /**
   * Returns the description of an object.
   *
   * @param pinned pointers of members that must have the example's very value
   */
  static DslPart of(JsonNode example, SchemaNode schema, Set<String> pinned) {
    BodyRules rules = new BodyRules(pinned);
    return LambdaDsl.newJsonBody(dsl -> rules.members(dsl, example, schema, "")).build();
  }

  private void members(LambdaDslObject dsl, JsonNode object, SchemaNode schema, String at) {
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = member.getKey();
      member(dsl, name, member.getValue(), schema.property(name), at + "/" + name);
    }
  }

  private void member(
      LambdaDslObject dsl, String name, JsonNode value, SchemaNode schema, String at) {
    if (value.isObject()) {
      dsl.object(name, inner -> members(inner, value, schema, at));
    } else if (value.isArray()) {
      array(dsl, name, value, schema.items(), at);
    } else if (value.isIntegralNumber()) {
      // Not a number: "1.0" is an integer by no page.
      dsl.getPactDslObject().integerType(name, value.asLong());
    } else if (value.isBoolean()) {
      dsl.booleanType(name, value.asBoolean());
    } else if (pinned.contains(at)) {
      dsl.stringValue(name, value.asString());
    } else {
      string(dsl, name, value.asString(), schema.regex());
    }
  }

  private static void string(
      LambdaDslObject dsl, String name, String value, Optional<String> regex) {
    if (regex.isPresent()) {
      dsl.stringMatcher(name, regex.get(), value);
    } else {
      dsl.stringType(name, value);
    }
  }

  private void array(
      LambdaDslObject dsl, String name, JsonNode array, SchemaNode items, String at) {
    JsonNode first = array.path(0);
    if (first.isObject()) {
      dsl.minArrayLike(name, 1, inner -> members(inner, first, items, at + "/0"));
    } else {
      dsl.minArrayLike(name, 1, PactDslJsonRootValue.stringType(first.asString()), 1);
    }
  }
}
