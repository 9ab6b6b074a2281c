package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.json.JsonPointers;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Lists the fields of a schema, for people. */
final class Fields {
  private static final Set<String> NO_LIMITS =
      Set.of(
          "$ref",
          "type",
          "required",
          "properties",
          "items",
          "not",
          "allOf",
          "anyOf",
          "oneOf",
          "if",
          "then",
          "else");

  /** Those whose schemas are about the same value, so that their fields are fields of it. */
  private static final List<String> BRANCHES = List.of("allOf", "anyOf", "oneOf");

  private final Function<String, JsonNode> documents;
  private final Map<String, Field> fields = new LinkedHashMap<>();
  private final Set<SchemaReference> open = new HashSet<>();

  private Fields(Function<String, JsonNode> documents) {
    this.documents = documents;
  }

  /** Returns the fields of the schema in a file, in its order. */
  static List<Field> of(String path, Function<String, JsonNode> documents) {
    Fields fields = new Fields(documents);
    fields.collect("", path, documents.apply(path), true);
    return List.copyOf(fields.fields.values());
  }

  /**
   * Adds the fields of an object or of the items of a list.
   *
   * @param always whether the schema holds whatever the value is, so that it can make mandatory
   */
  private void collect(String pointer, String path, JsonNode schema, boolean always) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      boolean mandatory =
          always
              && schema
                  .path("required")
                  .valueStream()
                  .anyMatch(name -> name.asString("").equals(property.getKey()));
      add(JsonPointers.child(pointer, property.getKey()), path, property.getValue(), mandatory);
    }
    JsonNode items = schema.path("items");
    if (items.has("$ref")) {
      follow(pointer + "/0", path, items, true);
    } else if (items.isObject()) {
      collect(pointer + "/0", path, items, true);
    }
    for (String keyword : BRANCHES) {
      for (JsonNode branch : schema.path(keyword)) {
        boolean still = always && keyword.equals("allOf");
        collect(pointer, path, branch, still);
        follow(pointer, path, branch, still);
      }
    }
  }

  private void follow(String pointer, String path, JsonNode schema, boolean always) {
    if (!schema.has("$ref")) {
      return;
    }
    SchemaReference at = resolve(path, schema);
    // A schema that holds itself has fields without end.
    if (open.add(at)) {
      JsonNode target = at.in(documents);
      collect(pointer, at.file(), target, always);
      follow(pointer, at.file(), target, always);
      open.remove(at);
    }
  }

  private void add(String pointer, String path, JsonNode property, boolean mandatory) {
    Map<String, JsonNode> keywords = new LinkedHashMap<>();
    if (property.has("$ref")) {
      resolve(path, property)
          .in(documents)
          .properties()
          .forEach(keyword -> keywords.put(keyword.getKey(), keyword.getValue()));
    }
    property.properties().forEach(keyword -> keywords.put(keyword.getKey(), keyword.getValue()));
    StringJoiner limits = new StringJoiner("; ");
    keywords.forEach(
        (keyword, limit) -> {
          if (!NO_LIMITS.contains(keyword) && !Keywords.ANNOTATIONS.contains(keyword)) {
            limits.add(Phrases.wanted(keyword, limit));
          }
        });
    JsonNode type = keywords.get("type");
    JsonNode comment = keywords.get("$comment");
    JsonNode description = keywords.get("description");
    fields.putIfAbsent(
        pointer,
        new Field(
            pointer,
            type == null ? "any" : Phrases.wanted("type", type),
            mandatory,
            limits.toString(),
            description == null ? "" : description.asString(""),
            comment == null
                ? Source.assumed("no source stands in the schema")
                : Source.read(comment.asString("")),
            values(keywords.get("enum"))));
    collect(pointer, path, property, true);
    follow(pointer, path, property, true);
  }

  private static List<String> values(@Nullable JsonNode list) {
    return list == null
        ? List.of()
        : list.valueStream().map(value -> value.asString(value.toString())).toList();
  }

  private static SchemaReference resolve(String path, JsonNode schema) {
    return SchemaReference.resolve(path, schema.path("$ref").asString(""));
  }
}
