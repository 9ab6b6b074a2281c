package io.github.dokuconformance.contract;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Which keywords a schema uses, with those of all that it refers to. */
final class UsedKeywords {
  /** Those whose schemas judge, so that what they find has the names of their own keywords. */
  private static final Set<String> INNER =
      Set.of(
          "properties",
          "patternProperties",
          "additionalProperties",
          "unevaluatedProperties",
          "dependentSchemas",
          "items",
          "unevaluatedItems",
          "prefixItems",
          "allOf",
          "then",
          "else");

  private final Function<String, JsonNode> documents;
  private final Set<SchemaReference> seen = new HashSet<>();
  private final Set<String> used = new TreeSet<>();

  private UsedKeywords(Function<String, JsonNode> documents) {
    this.documents = documents;
  }

  static Set<String> of(String path, Function<String, JsonNode> documents) {
    UsedKeywords keywords = new UsedKeywords(documents);
    keywords.collect(path, documents.apply(path));
    return Set.copyOf(keywords.used);
  }

  private void collect(String path, JsonNode schema) {
    if (schema.isBoolean() && !schema.asBoolean()) {
      used.add("false");
    }
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      String name = keyword.getKey();
      JsonNode value = keyword.getValue();
      if (name.equals("$ref")) {
        SchemaReference target = SchemaReference.resolve(path, value.asString(""));
        if (seen.add(target)) {
          collect(target.file(), target.in(documents));
        }
      } else if (INNER.contains(name) && value.isContainer()) {
        (value.isArray() || Keywords.NAMED.contains(name) ? value.valueStream() : Stream.of(value))
            .forEach(inner -> collect(path, inner));
      } else if (!name.equals("if") && !Keywords.ANNOTATIONS.contains(name)) {
        used.add(name);
      }
    }
  }
}
