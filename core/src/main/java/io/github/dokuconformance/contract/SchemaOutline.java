package io.github.dokuconformance.contract;

import io.github.dokuconformance.json.JsonPointers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What can be told of a schema without a validator: which members it names, and whether a value
 * surely conforms.
 *
 * <p>"Surely" is one-sided: a yes is what the validator would say, anything else means "ask the
 * validator". Messages are nearly always right, so nearly always the slower validator rests; a test
 * holds the two together. Immutable and thread safe.
 */
final class SchemaOutline {
  private static final Set<String> ANNOTATIONS =
      Set.of("$schema", "$id", "$comment", "$defs", "$ref", "title", "description", "examples");

  private final Set<String> types = new HashSet<>();
  private final List<String> required = new ArrayList<>(0);
  private final Map<String, SchemaOutline> members = new HashMap<>();
  private final Set<JsonNode> values = new HashSet<>();
  private @Nullable SchemaOutline items;
  private @Nullable Pattern pattern;
  private long minimum = Long.MIN_VALUE;
  private long maximum = Long.MAX_VALUE;
  private int minLength;
  private int maxLength = Integer.MAX_VALUE;
  private int minItems;
  private boolean unsure;

  private SchemaOutline() {}

  /**
   * Reads a schema.
   *
   * @param path of the file that holds it
   * @param documents the parsed file of a path
   */
  static SchemaOutline read(String path, JsonNode schema, Function<String, JsonNode> documents) {
    SchemaOutline outline = new SchemaOutline();
    outline.add(path, schema, documents);
    return outline;
  }

  private void add(String path, JsonNode schema, Function<String, JsonNode> documents) {
    boolean refers = schema.has("$ref");
    if (refers) {
      SchemaReference target = SchemaReference.resolve(path, schema.path("$ref").asString());
      add(target.file(), documents.apply(target.file()).at(target.pointer()), documents);
    }
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      JsonNode limit = keyword.getValue();
      // Both the target and what stands beside the reference hold; this knows how to keep one.
      unsure |= refers && !ANNOTATIONS.contains(keyword.getKey());
      switch (keyword.getKey()) {
        case "type" -> {
          if (limit.isArray()) {
            limit.forEach(type -> types.add(type.asString()));
          } else {
            types.add(limit.asString());
          }
        }
        case "required" -> limit.forEach(name -> required.add(name.asString()));
        case "properties" ->
            limit
                .properties()
                .forEach(p -> members.put(p.getKey(), read(path, p.getValue(), documents)));
        case "items" -> items = read(path, limit, documents);
        case "enum" -> limit.forEach(values::add);
        case "const" -> values.add(limit);
        case "pattern" -> pattern = Pattern.compile(limit.asString());
        case "minimum" -> minimum = exact(limit);
        case "maximum" -> maximum = exact(limit);
        case "minLength" -> minLength = limit.asInt();
        case "maxLength" -> maxLength = limit.asInt();
        case "minItems" -> minItems = limit.asInt();
        default -> unsure |= !ANNOTATIONS.contains(keyword.getKey());
      }
    }
  }

  private long exact(JsonNode limit) {
    unsure |= !limit.canConvertToLong();
    return limit.asLong(0);
  }

  /** Tells whether a value conforms; false where it does not, and where this cannot tell. */
  boolean surelyConforms(JsonNode value) {
    if (unsure || (!values.isEmpty() && !values.contains(value))) {
      return false;
    }
    return switch (value.getNodeType()) {
      case OBJECT -> allows("object") && conforms(value);
      case ARRAY -> allows("array") && itemsConform(value);
      case STRING -> allows("string") && conforms(value.asString());
      case NUMBER ->
          (allows("integer") || allows("number"))
              && value.isIntegralNumber()
              && value.canConvertToLong()
              && value.asLong() >= minimum
              && value.asLong() <= maximum;
      case BOOLEAN -> allows("boolean");
      default -> false;
    };
  }

  private boolean allows(String type) {
    return types.isEmpty() || types.contains(type);
  }

  private boolean conforms(JsonNode object) {
    for (String name : required) {
      if (!object.has(name)) {
        return false;
      }
    }
    if (!members.isEmpty()) {
      for (Map.Entry<String, JsonNode> member : object.properties()) {
        SchemaOutline outline = members.get(member.getKey());
        if (outline != null && !outline.surelyConforms(member.getValue())) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean itemsConform(JsonNode array) {
    if (array.size() < minItems) {
      return false;
    }
    if (items != null) {
      for (int i = 0; i < array.size(); i++) {
        if (!items.surelyConforms(array.get(i))) {
          return false;
        }
      }
    }
    return true;
  }

  private boolean conforms(String text) {
    // Lengths are in code points; counted in chars, a text can only look longer than it is.
    if (text.length() > maxLength
        || text.length() < minLength
        || (minLength > 1 && text.codePointCount(0, text.length()) < minLength)) {
      return false;
    }
    // Beyond printable ASCII, regular expressions differ: in Java "$" matches before a line end.
    return pattern == null || (isPrintableAscii(text) && pattern.matcher(text).find());
  }

  private static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  /** Returns the pointers of members that the schema does not name, the outermost only. */
  List<String> unknown(JsonNode value) {
    List<String> unknown = new ArrayList<>(0);
    collect("", value, unknown);
    return unknown;
  }

  private void collect(String pointer, JsonNode value, List<String> unknown) {
    if (value.isObject() && !members.isEmpty()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        SchemaOutline known = members.get(member.getKey());
        if (known == null) {
          unknown.add(JsonPointers.child(pointer, member.getKey()));
        } else if (member.getValue().isContainer()) {
          known.collect(JsonPointers.child(pointer, member.getKey()), member.getValue(), unknown);
        }
      }
    } else if (value.isArray() && items != null) {
      for (int i = 0; i < value.size(); i++) {
        items.collect(pointer + "/" + i, value.get(i), unknown);
      }
    }
  }
}
