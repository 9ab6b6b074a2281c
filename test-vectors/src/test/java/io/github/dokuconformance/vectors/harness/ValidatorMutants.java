package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** Validators that do not see one class of constraints, or count or convert wrongly. */
final class ValidatorMutants {
  private ValidatorMutants() {}

  static Stream<Mutant> all() {
    Stream<Mutant> blind =
        Stream.of(
                "type",
                "required",
                "minLength",
                "maxLength",
                "pattern",
                "enum",
                "minimum",
                "maximum",
                "minItems",
                "const",
                "not")
            .map(
                keyword ->
                    new Mutant(
                        "validator.ignores " + keyword,
                        it -> it.isNoticed = error -> !error.keyword().equals(keyword)));
    return Stream.concat(
        blind,
        Stream.of(
            new Mutant("validator.accepts-all", it -> it.isNoticed = error -> false),
            new Mutant(
                "validator.looks-at-the-top-only",
                it -> it.isNoticed = error -> error.pointer().lastIndexOf('/') <= 0),
            new Mutant(
                "validator.skips-array-elements",
                it -> it.isNoticed = error -> !error.pointer().matches(".*/\\d+(/.*)?")),
            strings("validator.counts-bytes", it -> new String(it.getBytes(UTF_8), ISO_8859_1)),
            strings(
                "validator.counts-utf-16-units",
                it -> it.replaceAll("[\\x{10000}-\\x{10FFFF}]", "xx")),
            strings("validator.trims-strings", String::strip)));
  }

  private static Mutant strings(String name, UnaryOperator<String> change) {
    return new Mutant(name, it -> it.read = body -> changed(body, change));
  }

  private static JsonNode changed(JsonNode node, UnaryOperator<String> change) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = object.objectNode();
      object.properties().forEach(it -> copy.set(it.getKey(), changed(it.getValue(), change)));
      return copy;
    }
    if (node instanceof ArrayNode array) {
      ArrayNode copy = array.arrayNode();
      array.forEach(it -> copy.add(changed(it, change)));
      return copy;
    }
    return node.isString() ? StringNode.valueOf(change.apply(node.stringValue())) : node;
  }
}
