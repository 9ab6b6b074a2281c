package io.github.dokuconformance.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/**
 * What the contract's files ask of a body: which channel a notification is of, which contradiction
 * a message shows.
 *
 * <p>It is an object of JSON. With {@code at}, a value must stand there that has each of {@code
 * type} (a name of JSON Schema, or a list of them), {@code oneOf} (the very values) and {@code
 * matches} (a regular expression that is found in a string); with {@code present: false} none may
 * stand there. {@code allOf}, {@code anyOf} and {@code noneOf} hold conditions. All that is said
 * must be so. Immutable and thread safe.
 */
public final class Condition {
  private static final Set<String> KEYS =
      Set.of("at", "present", "type", "oneOf", "matches", "allOf", "anyOf", "noneOf");

  private final Optional<Pointer> at;
  private final Predicate<JsonNode> value;
  private final boolean present;
  private final List<Predicate<JsonNode>> body;

  private Condition(
      Optional<Pointer> at,
      Predicate<JsonNode> value,
      boolean present,
      List<Predicate<JsonNode>> body) {
    this.at = at;
    this.value = value;
    this.present = present;
    this.body = body;
  }

  /**
   * Reads a condition, or a list of conditions that must all hold.
   *
   * @throws IllegalArgumentException if it says anything that is not understood
   */
  public static Condition parse(JsonNode json) {
    if (json.isArray()) {
      return new Condition(Optional.empty(), it -> true, true, List.of(all(json)));
    }
    if (!json.isObject() || json.isEmpty() || !KEYS.containsAll(names(json))) {
      throw new IllegalArgumentException(
          "expected a condition with some of "
              + KEYS.stream().sorted().collect(Collectors.joining(", "))
              + ", got: "
              + json);
    }
    return new Condition(
        json.has("at")
            ? Optional.of(Pointer.parse(json.path("at").asString("?")))
            : Optional.empty(),
        value(json),
        json.path("present").asBoolean(true),
        body(json));
  }

  private static List<Predicate<JsonNode>> body(JsonNode json) {
    List<Predicate<JsonNode>> body = new ArrayList<>(0);
    if (json.has("allOf")) {
      body.add(all(json.path("allOf")));
    }
    if (json.has("anyOf")) {
      List<Condition> any = list(json.path("anyOf"));
      body.add(it -> anyHolds(any, it));
    }
    if (json.has("noneOf")) {
      List<Condition> none = list(json.path("noneOf"));
      body.add(it -> !anyHolds(none, it));
    }
    return List.copyOf(body);
  }

  private static Set<String> names(JsonNode json) {
    return Set.copyOf(json.propertyNames());
  }

  private static List<Condition> list(JsonNode list) {
    return list.valueStream().map(Condition::parse).toList();
  }

  private static Predicate<JsonNode> all(JsonNode list) {
    List<Condition> all = list(list);
    return body -> {
      for (Condition one : all) {
        if (!one.holds(body)) {
          return false;
        }
      }
      return true;
    };
  }

  private static boolean anyHolds(List<Condition> conditions, JsonNode body) {
    for (Condition one : conditions) {
      if (one.holds(body)) {
        return true;
      }
    }
    return false;
  }

  private static Predicate<JsonNode> value(JsonNode json) {
    List<Predicate<JsonNode>> all = new ArrayList<>();
    if (json.has("type")) {
      JsonNode type = json.path("type");
      all.add(
          (type.isArray() ? type.valueStream() : Stream.of(type))
              .map(Condition::type)
              .reduce(Predicate::or)
              .orElse(it -> false));
    }
    if (json.has("oneOf")) {
      List<JsonNode> values = json.path("oneOf").valueStream().toList();
      all.add(values::contains);
    }
    if (json.has("matches")) {
      Pattern pattern = pattern(json.path("matches").asString(""));
      all.add(it -> it.isString() && pattern.matcher(it.asString()).find());
    }
    return all.stream().reduce(Predicate::and).orElse(it -> true);
  }

  private static Predicate<JsonNode> type(JsonNode name) {
    return switch (name.asString("")) {
      case "object" -> JsonNode::isObject;
      case "array" -> JsonNode::isArray;
      case "string" -> JsonNode::isString;
      case "number" -> JsonNode::isNumber;
      case "integer" -> JsonNode::isIntegralNumber;
      case "boolean" -> JsonNode::isBoolean;
      case "null" -> JsonNode::isNull;
      default ->
          throw new IllegalArgumentException("expected the name of a type of JSON, got: " + name);
    };
  }

  private static Pattern pattern(String regex) {
    try {
      return Pattern.compile(regex);
    } catch (PatternSyntaxException e) {
      throw new IllegalArgumentException(
          "expected a regular expression, got: " + regex + " (" + e.getDescription() + ")", e);
    }
  }

  /** Tells whether a body is so. */
  public boolean holds(JsonNode json) {
    if (at.isPresent() && at.get().anyIn(json, value) != present) {
      return false;
    }
    for (int i = 0; i < body.size(); i++) {
      if (!body.get(i).test(json)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the exact pointers of the values that meet it, or of what it wants to be absent. */
  public List<String> places(JsonNode json) {
    if (at.isEmpty() || !holds(json)) {
      return List.of();
    }
    return present
        ? at.get().all(json).stream().filter(place -> value.test(json.at(place))).toList()
        : List.of(at.get().toString());
  }

  /** Returns the place that it asks about. */
  public Optional<Pointer> at() {
    return at;
  }
}
