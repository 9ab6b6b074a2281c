package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.json.JsonPointers;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
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
  private final Map<String, SchemaOutline> members = new LinkedHashMap<>();
  private final Set<String> required = new LinkedHashSet<>();
  private final Set<JsonNode> values = new HashSet<>();
  private final Set<JsonNodeType> types = EnumSet.allOf(JsonNodeType.class);
  private final Map<String, Member> byName = new HashMap<>();
  private Member[] inOrder = {};
  private final Map<String, SchemaOutline> named = new HashMap<>();
  private final List<SchemaOutline> alongside = new ArrayList<>();
  private @Nullable SchemaOutline items;
  private @Nullable SchemaOutline namedItems;
  private @Nullable SchemaOutline condition;
  private @Nullable SchemaOutline then;
  private @Nullable SchemaOutline otherwise;
  private @Nullable SchemaOutline contains;
  private @Nullable SchemaOutline not;
  private @Nullable Predicate<String> form;
  private long minimum = Long.MIN_VALUE;
  private long maximum = Long.MAX_VALUE;
  private int minLength;
  private int maxLength = Integer.MAX_VALUE;
  private int minItems;
  private int maxItems = Integer.MAX_VALUE;
  private boolean whole;
  private boolean unsure;

  /** Whether nothing is said of a value but what its type may have. */
  private boolean byTypeAlone;

  private boolean namesAll = true;

  private SchemaOutline() {}

  /**
   * Reads a schema.
   *
   * @param path of the file that holds it
   * @param documents the parsed file of a path
   */
  static SchemaOutline read(String path, JsonNode schema, Function<String, JsonNode> documents) {
    return read(path, schema, documents, Set.of());
  }

  private static SchemaOutline read(
      String path,
      JsonNode schema,
      Function<String, JsonNode> documents,
      Set<SchemaReference> open) {
    SchemaOutline outline = new SchemaOutline();
    outline.add(path, schema, documents, open);
    outline.index();
    return outline;
  }

  private void index() {
    List<Member> all = new ArrayList<>();
    Stream.concat(members.keySet().stream(), required.stream())
        .distinct()
        .forEach(
            name ->
                all.add(new Member(all.size(), name, required.contains(name), members.get(name))));
    all.forEach(member -> byName.put(member.name, member));
    inOrder = all.toArray(Member[]::new);
    byTypeAlone =
        !unsure
            && values.isEmpty()
            && alongside.isEmpty()
            && not == null
            && contains == null
            && condition == null;
  }

  private void add(
      String path,
      JsonNode schema,
      Function<String, JsonNode> documents,
      Set<SchemaReference> open) {
    unsure |= !schema.isObject() && !schema.asBoolean(false);
    boolean refers = schema.has("$ref");
    if (refers) {
      follow(SchemaReference.resolve(path, schema.path("$ref").asString("")), documents, open);
    }
    for (Map.Entry<String, JsonNode> keyword : schema.properties()) {
      JsonNode limit = keyword.getValue();
      // Both the target and what stands beside the reference hold; this knows how to keep one.
      unsure |= refers && !harmless(keyword.getKey());
      switch (keyword.getKey()) {
        case "type" -> {
          types.clear();
          names(limit).forEach(name -> types.add(type(name)));
          whole = !names(limit).contains("number");
        }
        case "required" -> limit.forEach(name -> required.add(name.asString()));
        case "properties" ->
            limit
                .properties()
                .forEach(p -> members.put(p.getKey(), read(path, p.getValue(), documents, open)));
        case "items" -> items = read(path, limit, documents, open);
        case "enum" -> allow(limit.valueStream().toList());
        case "const" -> allow(List.of(limit));
        case "pattern" -> form = form(limit.asString());
        case "minimum" -> minimum = exact(limit);
        case "maximum" -> maximum = exact(limit);
        case "minLength" -> minLength = count(limit);
        case "maxLength" -> maxLength = count(limit);
        case "minItems" -> minItems = count(limit);
        case "maxItems" -> maxItems = count(limit);
        case "allOf" -> limit.forEach(it -> alongside.add(also(path, it, documents, open)));
        case "if" -> condition = read(path, limit, documents, open);
        case "then" -> then = also(path, limit, documents, open);
        case "else" -> otherwise = also(path, limit, documents, open);
        case "contains" -> contains = read(path, limit, documents, open);
        case "not" -> not = read(path, limit, documents, open);
        case "anyOf", "oneOf", "dependentSchemas" -> {
          unsure = true;
          limit.valueStream().forEach(it -> also(path, it, documents, open));
        }
        case "patternProperties", "additionalProperties", "unevaluatedProperties" -> {
          unsure = true;
          namesAll = false;
        }
        default -> unsure |= !harmless(keyword.getKey());
      }
    }
    // Then items is about the rest of the list only.
    items = schema.has("prefixItems") ? null : items;
  }

  private static boolean harmless(String keyword) {
    return keyword.equals("$ref") || Keywords.ANNOTATIONS.contains(keyword);
  }

  private void follow(
      SchemaReference target, Function<String, JsonNode> documents, Set<SchemaReference> open) {
    JsonNode schema = target.in(documents);
    if (schema.isMissingNode() || open.contains(target)) {
      unsure = true;
      namesAll &= !schema.isMissingNode();
      return;
    }
    Set<SchemaReference> more = new HashSet<>(open);
    more.add(target);
    add(target.file(), schema, documents, more);
  }

  /** Reads another schema for the same value, and takes the members that it names. */
  private SchemaOutline also(
      String path,
      JsonNode schema,
      Function<String, JsonNode> documents,
      Set<SchemaReference> open) {
    SchemaOutline other = read(path, schema, documents, open);
    other.members.forEach(named::putIfAbsent);
    other.named.forEach(named::putIfAbsent);
    namesAll &= other.namesAll;
    namedItems = namedItems == null ? other.anyItems() : namedItems;
    return other;
  }

  private @Nullable SchemaOutline anyItems() {
    return items == null ? namedItems : items;
  }

  private static Predicate<String> form(String regex) {
    Pattern pattern = Pattern.compile(regex);
    Optional<TextForm> form = TextForm.read(regex);
    return form.isPresent() ? form.get()::fits : pattern.asPredicate();
  }

  private void allow(List<JsonNode> list) {
    unsure |= !values.isEmpty();
    values.addAll(list);
  }

  private int count(JsonNode limit) {
    unsure |= !limit.canConvertToInt();
    return limit.canConvertToInt() ? limit.intValue() : 0;
  }

  private static List<String> names(JsonNode type) {
    return (type.isArray() ? type.valueStream() : Stream.of(type)).map(JsonNode::asString).toList();
  }

  private static JsonNodeType type(String name) {
    return name.equals("integer")
        ? JsonNodeType.NUMBER
        : JsonNodeType.valueOf(name.toUpperCase(Locale.ROOT));
  }

  private long exact(JsonNode limit) {
    boolean whole = limit.isIntegralNumber() && limit.canConvertToLong();
    unsure |= !whole;
    return whole ? limit.longValue() : 0;
  }

  /** Tells whether a value has any member that is mandatory. */
  boolean requiresAnyOf(JsonNode value) {
    return required.stream().anyMatch(value::has);
  }

  /** Tells whether a value conforms; false where it does not, and where this cannot tell. */
  boolean surelyConforms(JsonNode value) {
    return conforms(value, new Seen());
  }

  /** Tells the same, and whether a member may be one that the schema names not. */
  Conformity conformity(JsonNode value) {
    Seen seen = new Seen();
    if (!conforms(value, seen)) {
      return Conformity.UNSURE;
    }
    return seen.unknown ? Conformity.WITH_UNKNOWN_FIELDS : Conformity.PLAIN;
  }

  private boolean conforms(JsonNode value, Seen seen) {
    JsonNodeType type = value.getNodeType();
    if (!types.contains(type) || (!byTypeAlone && !conformsBeside(value))) {
      return false;
    }
    return switch (type) {
      case STRING -> conforms(value.asString());
      case OBJECT -> membersConform(value, seen);
      case ARRAY -> itemsConform(value, seen);
      case NUMBER -> numberConforms(value);
      case BOOLEAN -> true;
      default -> false;
    };
  }

  private boolean numberConforms(JsonNode number) {
    return (number.isIntegralNumber() && number.canConvertToLong())
        ? number.asLong() >= minimum && number.asLong() <= maximum
        : !whole && minimum == Long.MIN_VALUE && maximum == Long.MAX_VALUE;
  }

  /** Tells whether a value surely conforms to what is said of it for any type. */
  private boolean conformsBeside(JsonNode value) {
    if (unsure || (!values.isEmpty() && !values.contains(value))) {
      return false;
    }
    for (SchemaOutline other : alongside) {
      if (!other.surelyConforms(value)) {
        return false;
      }
    }
    return (not == null || not.refuses(value))
        && (contains == null || !value.isArray() || anyConforms(contains, value))
        && (condition == null || branchConforms(condition, value));
  }

  private static boolean anyConforms(SchemaOutline item, JsonNode array) {
    return array.valueStream().anyMatch(item::surelyConforms);
  }

  private boolean branchConforms(SchemaOutline when, JsonNode value) {
    return (then == null || then.surelyConforms(value) || when.refuses(value))
        && (otherwise == null || otherwise.surelyConforms(value) || when.surelyConforms(value));
  }

  /** Tells whether a value surely does not conform; false where this cannot tell. */
  private boolean refuses(JsonNode value) {
    // Numbers may be equal and be written in another way.
    if (!types.contains(value.getNodeType())
        || (!values.isEmpty() && !value.isNumber() && !values.contains(value))
        || (not != null && not.surelyConforms(value))) {
      return true;
    }
    if (value.isObject()) {
      return required.stream().anyMatch(name -> !value.has(name)) || memberRefuses(value);
    }
    return value.isArray() && contains != null && allRefuse(contains, value);
  }

  private static boolean allRefuse(SchemaOutline item, JsonNode array) {
    return array.valueStream().allMatch(item::refuses);
  }

  private boolean memberRefuses(JsonNode object) {
    return members.entrySet().stream()
        .anyMatch(
            member ->
                object.has(member.getKey())
                    && member.getValue().refuses(object.path(member.getKey())));
  }

  private boolean membersConform(JsonNode object, Seen seen) {
    int missing = required.size();
    int next = 0;
    for (Map.Entry<String, JsonNode> entry : object.properties()) {
      Member member = member(entry.getKey(), next);
      if (member == null || member.outline == null) {
        seen.unknown |= !(members.isEmpty() && named.isEmpty());
      } else if (!member.outline.conforms(entry.getValue(), seen)) {
        return false;
      }
      if (member != null) {
        next = member.index + 1;
        missing -= member.required ? 1 : 0;
      }
    }
    return missing == 0;
  }

  /** Returns a member by its name; most senders write members in the order of the pages. */
  private @Nullable Member member(String name, int likely) {
    return likely < inOrder.length && inOrder[likely].name.equals(name)
        ? inOrder[likely]
        : byName.get(name);
  }

  private boolean itemsConform(JsonNode array, Seen seen) {
    if (array.size() < minItems || array.size() > maxItems) {
      return false;
    }
    if (items != null) {
      for (int i = 0; i < array.size(); i++) {
        if (!items.conforms(array.get(i), seen)) {
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
    return form == null || (Visible.isPrintableAscii(text) && form.test(text));
  }

  /** Returns the pointers of members that the schema does not name, the outermost only. */
  List<String> unknown(JsonNode value) {
    List<String> unknown = new ArrayList<>();
    collect("", value, unknown);
    return unknown;
  }

  private @Nullable SchemaOutline known(String name) {
    SchemaOutline own = members.get(name);
    return own == null ? named.get(name) : own;
  }

  private void collect(String pointer, JsonNode value, List<String> unknown) {
    if (value.isObject() && !(members.isEmpty() && named.isEmpty())) {
      for (Map.Entry<String, JsonNode> member : value.properties()) {
        SchemaOutline known = known(member.getKey());
        if (known == null) {
          if (namesAll) {
            unknown.add(JsonPointers.child(pointer, member.getKey()));
          }
        } else if (member.getValue().isContainer()) {
          known.collect(JsonPointers.child(pointer, member.getKey()), member.getValue(), unknown);
        }
      }
      return;
    }
    SchemaOutline each = anyItems();
    if (value.isArray() && each != null) {
      for (int i = 0; i < value.size(); i++) {
        each.collect(pointer + "/" + i, value.get(i), unknown);
      }
    }
  }

  /** What was met on the way. */
  private static final class Seen {
    boolean unknown;
  }

  private record Member(
      int index, String name, boolean required, @Nullable SchemaOutline outline) {}
}
