package io.github.dokuconformance.contract;

import io.github.dokuconformance.json.JsonPointers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeType;

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

  private final Map<String, SchemaOutline> members = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private final Set<JsonNode> values = new HashSet<>();
  private final Set<JsonNodeType> types = EnumSet.allOf(JsonNodeType.class);
  private List<Member> inOrder = List.of();
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
    outline.inOrder =
        Stream.concat(outline.members.keySet().stream(), outline.required.stream())
            .distinct()
            .map(
                name ->
                    new Member(name, outline.required.contains(name), outline.members.get(name)))
            .toList();
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
          types.clear();
          (limit.isArray() ? limit.valueStream() : Stream.of(limit))
              .forEach(type -> types.add(type(type.asString())));
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

  private static JsonNodeType type(String name) {
    return name.equals("integer")
        ? JsonNodeType.NUMBER
        : JsonNodeType.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private long exact(JsonNode limit) {
    unsure |= !limit.canConvertToLong();
    return limit.asLong(0);
  }

  /** Tells whether a value conforms; false where it does not, and where this cannot tell. */
  boolean surelyConforms(JsonNode value) {
    JsonNodeType type = value.getNodeType();
    if (unsure || !types.contains(type) || (!values.isEmpty() && !values.contains(value))) {
      return false;
    }
    return switch (type) {
      case OBJECT -> membersConform(value);
      case ARRAY -> itemsConform(value);
      case STRING -> conforms(value.asString());
      case NUMBER ->
          value.isIntegralNumber()
              && value.canConvertToLong()
              && value.asLong() >= minimum
              && value.asLong() <= maximum;
      case BOOLEAN -> true;
      default -> false;
    };
  }

  private boolean membersConform(JsonNode object) {
    for (int i = 0; i < inOrder.size(); i++) {
      Member member = inOrder.get(i);
      JsonNode value = object.get(member.name);
      if (value == null) {
        if (member.required) {
          return false;
        }
      } else if (member.outline != null && !member.outline.surelyConforms(value)) {
        return false;
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
    if (knowsAll(value)) {
      return List.of();
    }
    List<String> unknown = new ArrayList<>();
    collect("", value, unknown);
    return unknown;
  }

  private boolean knowsAll(JsonNode value) {
    if (value.isObject() && !members.isEmpty()) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        SchemaOutline known = members.get(member.getKey());
        if (known == null
            || (member.getValue().isContainer() && !known.knowsAll(member.getValue()))) {
          return false;
        }
      }
    } else if (value.isArray() && items != null) {
      for (int i = 0; i < value.size(); i++) {
        if (!items.knowsAll(value.get(i))) {
          return false;
        }
      }
    }
    return true;
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

  private record Member(String name, boolean required, @Nullable SchemaOutline outline) {}
}
