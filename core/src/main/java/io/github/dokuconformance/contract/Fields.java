package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.json.JsonPointers;
import java.util.ArrayList;
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
          "$schema",
          "$ref",
          "$comment",
          "$defs",
          "title",
          "description",
          "type",
          "required",
          "properties",
          "items",
          "examples",
          "not");

  private final Function<String, JsonNode> documents;
  private final List<Field> fields = new ArrayList<>();

  private Fields(Function<String, JsonNode> documents) {
    this.documents = documents;
  }

  /** Returns the fields of the schema in a file, in its order. */
  static List<Field> of(String path, Function<String, JsonNode> documents) {
    Fields fields = new Fields(documents);
    fields.collect("", path, documents.apply(path));
    return List.copyOf(fields.fields);
  }

  private void collect(String pointer, String path, JsonNode schema) {
    for (Map.Entry<String, JsonNode> property : schema.path("properties").properties()) {
      boolean mandatory =
          schema
              .path("required")
              .valueStream()
              .anyMatch(name -> name.asString().equals(property.getKey()));
      add(JsonPointers.child(pointer, property.getKey()), path, property.getValue(), mandatory);
    }
    JsonNode items = schema.path("items");
    if (items.has("$ref")) {
      SchemaReference at = resolve(path, items);
      collect(pointer + "/0", at.file(), node(at));
    } else if (items.isObject()) {
      collect(pointer + "/0", path, items);
    }
  }

  private void add(String pointer, String path, JsonNode property, boolean mandatory) {
    SchemaReference at = resolve(path, property);
    Map<String, JsonNode> keywords = new LinkedHashMap<>();
    if (property.has("$ref")) {
      node(at).properties().forEach(keyword -> keywords.put(keyword.getKey(), keyword.getValue()));
    }
    property.properties().forEach(keyword -> keywords.put(keyword.getKey(), keyword.getValue()));
    StringJoiner limits = new StringJoiner("; ");
    keywords.forEach(
        (keyword, limit) -> {
          if (!NO_LIMITS.contains(keyword)) {
            limits.add(Phrases.wanted(keyword, limit));
          }
        });
    JsonNode type = keywords.get("type");
    JsonNode comment = keywords.get("$comment");
    JsonNode description = keywords.get("description");
    fields.add(
        new Field(
            pointer,
            type == null ? "any" : Phrases.wanted("type", type),
            mandatory,
            limits.toString(),
            description == null ? "" : description.asString(),
            comment == null
                ? Source.assumed("no source stands in the schema")
                : Source.parse(comment.asString()),
            values(keywords.get("enum"))));
    collect(pointer, path, property);
    if (property.has("$ref")) {
      collect(pointer, at.file(), node(at));
    }
  }

  private static List<String> values(@Nullable JsonNode list) {
    return list == null ? List.of() : list.valueStream().map(JsonNode::asString).toList();
  }

  private static SchemaReference resolve(String path, JsonNode schema) {
    return SchemaReference.resolve(path, schema.path("$ref").asString(""));
  }

  private JsonNode node(SchemaReference at) {
    return documents.apply(at.file()).at(at.pointer());
  }
}
