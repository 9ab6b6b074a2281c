package io.github.dokuconformance.contract;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * Refuses schemas that cannot be applied, before any message is held against them.
 *
 * <p>Each file must be a schema of JSON Schema 2020-12, each reference must lead to a schema of a
 * file of the contract, no reference may lead back to itself on the same value, and each regular
 * expression must be one of Java's.
 */
final class SchemaSoundness {
  private static final String META = "https://json-schema.org/draft/2020-12/schema";
  private static final Set<String> BASES = Set.of("$id", "$dynamicRef", "$dynamicAnchor");

  private final Function<String, JsonNode> documents;
  private final Schema meta =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(SchemaLocation.of(META));
  private final Set<String> files = new LinkedHashSet<>();

  private SchemaSoundness(Function<String, JsonNode> documents) {
    this.documents = documents;
  }

  /**
   * Looks through schemas and all that they refer to.
   *
   * @throws IllegalArgumentException at the first that cannot be applied; the message names the
   *     file, the place and the reason
   */
  static void require(Stream<String> paths, Function<String, JsonNode> documents) {
    SchemaSoundness soundness = new SchemaSoundness(documents);
    paths.forEach(soundness::file);
  }

  private void file(String path) {
    if (files.add(path)) {
      JsonNode root = documents.apply(path);
      for (Error error : meta.validate(root)) {
        throw wrong(path, error.getInstanceLocation().toString(), error.getMessage());
      }
      schema(path, "", root);
    }
  }

  private void schema(String path, String at, JsonNode schema) {
    if (!schema.isObject()) {
      return;
    }
    String dialect = schema.path("$schema").asString(META);
    if (!dialect.equals(META)) {
      throw wrong(path, at + "/$schema", "expected " + META + ", got " + dialect);
    }
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      String name = keyword.getKey();
      String place = at + "/" + name;
      JsonNode value = keyword.getValue();
      if (BASES.contains(name)) {
        throw wrong(path, place, "leave it out: files refer to each other by their paths");
      } else if (name.equals("$ref")) {
        reference(path, place, schema);
      } else if (name.equals("pattern")) {
        regex(path, place, value.asString());
      } else if (Keywords.NAMED.contains(name)) {
        for (Map.Entry<String, JsonNode> named : value.properties()) {
          if (name.equals("patternProperties")) {
            regex(path, place, named.getKey());
          }
          schema(path, place + "/" + named.getKey(), named.getValue());
        }
      } else if (Keywords.LISTS.contains(name)) {
        for (int i = 0; i < value.size(); i++) {
          schema(path, place + "/" + i, value.get(i));
        }
      } else if (Keywords.SINGLE.contains(name)) {
        schema(path, place, value);
      }
    }
  }

  private void reference(String path, String place, JsonNode schema) {
    String text = schema.path("$ref").asString();
    SchemaReference target = SchemaReference.resolve(path, text);
    JsonNode found = target.in(documents);
    if (!found.isObject() && !found.isBoolean()) {
      throw wrong(path, place, "no schema of a file of the contract is at " + text);
    }
    if (leadsBack(target, new HashSet<>())) {
      throw wrong(path, place, text + " leads back to itself, so that no value can be judged");
    }
    file(target.file());
  }

  /** Tells whether what judges the value at a reference comes to that reference again. */
  private boolean leadsBack(SchemaReference target, Set<SchemaReference> open) {
    if (!open.add(target)) {
      return true;
    }
    boolean back = leadsBack(target.file(), target.in(documents), open);
    open.remove(target);
    return back;
  }

  private boolean leadsBack(String path, JsonNode schema, Set<SchemaReference> open) {
    if (!schema.isObject()) {
      return false;
    }
    if (schema.has("$ref")
        && leadsBack(SchemaReference.resolve(path, schema.path("$ref").asString("")), open)) {
      return true;
    }
    for (String keyword : Keywords.IN_PLACE) {
      JsonNode inner = schema.path(keyword);
      List<JsonNode> schemas =
          Keywords.SINGLE.contains(keyword) ? List.of(inner) : inner.valueStream().toList();
      if (schemas.stream().anyMatch(it -> leadsBack(path, it, open))) {
        return true;
      }
    }
    return false;
  }

  private static void regex(String path, String place, String regex) {
    try {
      Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw wrong(path, place, "no regular expression of Java's: " + e.getDescription());
    }
  }

  private static IllegalArgumentException wrong(String path, String place, String reason) {
    return new IllegalArgumentException(path + ", at \"" + place + "\": " + reason);
  }
}
