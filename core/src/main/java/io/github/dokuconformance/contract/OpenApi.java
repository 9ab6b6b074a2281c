package io.github.dokuconformance.contract;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Source;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Reads the operations of an OpenAPI 3.1 document, with what {@code x-doku} says of each. */
final class OpenApi {
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  private static final String PROFILE = "x-doku";
  private static final Set<String> PROFILE_KEYS =
      Set.of(
          "channel",
          "role",
          "scheme",
          "signed",
          "recognise",
          "request",
          "response",
          "echoes",
          "unique",
          "asOrdered",
          "asRequestId",
          "failed",
          "checksum",
          "identifiers",
          "channelNames",
          "service",
          "headers",
          "off",
          "warn",
          "known");

  private final JsonNode document;

  private OpenApi(JsonNode document) {
    this.document = document;
  }

  /**
   * Returns the document's operations in its order, those of DOKU before those of the merchant.
   *
   * @throws IllegalArgumentException if the document says what is not understood
   */
  static List<Operation> operations(JsonNode document) {
    OpenApi reader = new OpenApi(document);
    List<Operation> operations = new ArrayList<>();
    reader.read(document.path("paths"), Direction.MERCHANT_TO_DOKU, operations);
    reader.read(document.path("webhooks"), Direction.DOKU_TO_MERCHANT, operations);
    return operations;
  }

  private void read(JsonNode items, Direction direction, List<Operation> operations) {
    for (Map.Entry<String, JsonNode> item : items.properties()) {
      String path = direction == Direction.MERCHANT_TO_DOKU ? item.getKey() : "";
      for (String method : METHODS) {
        JsonNode operation = item.getValue().path(method);
        if (operation.isObject()) {
          try {
            operations.add(operation(direction, method, path, operation));
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                Contract.DOCUMENT + ", " + item.getKey() + " " + method + ": " + e.getMessage(), e);
          }
        }
      }
    }
  }

  private Operation operation(Direction direction, String method, String path, JsonNode operation) {
    return new Operation(
        text(operation, "operationId"),
        operation.path("summary").asString(""),
        Source.parse(text(operation, "x-source")),
        direction,
        method.toUpperCase(Locale.ROOT),
        new PathTemplate(path),
        schemas(operation.path("requestBody")).stream().findFirst(),
        responses(operation.path("responses")),
        profile(direction, operation.path(PROFILE)));
  }

  private Responses responses(JsonNode responses) {
    Map<String, List<String>> schemas = new LinkedHashMap<>();
    responses.properties().forEach(r -> schemas.put(r.getKey(), schemas(r.getValue())));
    return new Responses(schemas);
  }

  /** Returns the files that hold a body's schema, or its alternatives. */
  private List<String> schemas(JsonNode holder) {
    String reference = holder.path("$ref").asString("");
    if (reference.startsWith("#")) {
      return schemas(document.at(reference.substring(1)));
    }
    JsonNode schema = holder.at("/content/application~1json/schema");
    return (schema.has("anyOf") ? schema.path("anyOf").valueStream() : Stream.of(schema))
        .filter(it -> !it.isMissingNode())
        .map(it -> text(it, "$ref"))
        .toList();
  }

  private static OperationProfile profile(Direction direction, JsonNode json) {
    if (!json.isObject()) {
      throw new IllegalArgumentException(
          "expected " + PROFILE + " with channel, role and scheme, got nothing");
    }
    refuseOthers(json, PROFILE_KEYS, PROFILE);
    if (!json.path("signed").isArray()) {
      throw new IllegalArgumentException(
          "expected under " + PROFILE + "/signed the parts that are signed, or an empty list");
    }
    if (direction == Direction.DOKU_TO_MERCHANT && !json.has("recognise")) {
      throw new IllegalArgumentException(
          "expected under " + PROFILE + "/recognise by what a body of it is known");
    }
    Map<Part, Map<Meaning, List<Pointer>>> pointers = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      pointers.put(part, pointers(json.path(part.id()), PROFILE + "/" + part.id()));
    }
    return new OperationProfile(
        text(json, "channel"),
        one(Role.class, Role::id, text(json, "role")),
        text(json, "scheme"),
        set(Part.class, Part::id, json.path("signed")),
        condition(json.path("recognise")),
        pointers,
        json.path("echoes")
            .valueStream()
            .map(pair -> echo(pair, pointers.getOrDefault(Part.REQUEST, Map.of())))
            .toList(),
        set(Meaning.class, Meaning::key, json.path("unique")),
        set(Meaning.class, Meaning::key, json.path("asOrdered")),
        set(Meaning.class, Meaning::key, json.path("asRequestId")),
        condition(json.path("failed")),
        checksum(json.path("checksum")),
        json.path("identifiers").valueStream().map(JsonNode::asString).toList(),
        json.path("channelNames").valueStream().map(JsonNode::asString).toList(),
        json.has("service") ? Optional.of(text(json, "service")) : Optional.empty(),
        json.path("headers").valueStream().map(OpenApi::header).toList(),
        reasons(json.path("off")),
        reasons(json.path("warn")),
        known(json.path("known")));
  }

  private static Map<Meaning, List<Pointer>> pointers(JsonNode json, String where) {
    refuseOthers(
        json, Arrays.stream(Meaning.values()).map(Meaning::key).collect(Collectors.toSet()), where);
    Map<Meaning, List<Pointer>> pointers = new EnumMap<>(Meaning.class);
    for (Map.Entry<String, JsonNode> entry : json.properties()) {
      JsonNode places = entry.getValue();
      pointers.put(
          one(Meaning.class, Meaning::key, entry.getKey()),
          (places.isArray() ? places.valueStream() : Stream.of(places))
              .map(place -> Pointer.parse(place.asString("")))
              .toList());
    }
    return pointers;
  }

  private static Echo echo(JsonNode pair, Map<Meaning, List<Pointer>> places) {
    Pointer request = Pointer.parse(pair.path(0).asString(""));
    return new Echo(
        places.entrySet().stream()
            .filter(place -> place.getValue().contains(request))
            .map(Map.Entry::getKey)
            .findFirst(),
        request,
        Pointer.parse(pair.path(1).asString("")));
  }

  private static Optional<Condition> condition(JsonNode json) {
    return json.isMissingNode() ? Optional.empty() : Optional.of(Condition.parse(json));
  }

  private static NeededHeader header(JsonNode json) {
    refuseOthers(json, Set.of("name", "when", "source"), PROFILE + "/headers");
    return new NeededHeader(
        text(json, "name"), condition(json.path("when")), Source.parse(text(json, "source")));
  }

  private static Optional<Checksum> checksum(JsonNode json) {
    if (json.isMissingNode()) {
      return Optional.empty();
    }
    refuseOthers(json, Set.of("at", "client", "over", "source"), PROFILE + "/checksum");
    return Optional.of(
        new Checksum(
            Pointer.parse(text(json, "at")),
            Pointer.parse(text(json, "client")),
            json.path("over").valueStream().map(each -> Pointer.parse(each.asString(""))).toList(),
            Source.parse(text(json, "source"))));
  }

  private static Map<Part, Knowledge> known(JsonNode json) {
    refuseOthers(
        json, Arrays.stream(Part.values()).map(Part::id).collect(Collectors.toSet()), "known");
    Map<Part, Knowledge> known = new EnumMap<>(Part.class);
    for (Part part : Part.values()) {
      if (json.has(part.id())) {
        known.put(part, one(Knowledge.class, Knowledge::id, text(json, part.id())));
      }
    }
    return known;
  }

  private static Map<String, Source> reasons(JsonNode json) {
    Map<String, Source> reasons = new LinkedHashMap<>();
    json.properties()
        .forEach(r -> reasons.put(r.getKey(), Source.parse(r.getValue().asString(""))));
    return reasons;
  }

  private static String text(JsonNode json, String name) {
    String text = json.path(name).asString("");
    if (text.isEmpty()) {
      throw new IllegalArgumentException("expected a text under " + name + ", got: " + json);
    }
    return text;
  }

  private static <E extends Enum<E>> Set<E> set(
      Class<E> type, Function<E, String> id, JsonNode names) {
    Set<E> set = EnumSet.noneOf(type);
    names.forEach(name -> set.add(one(type, id, name.asString(""))));
    return set;
  }

  private static <E extends Enum<E>> E one(Class<E> type, Function<E, String> id, String name) {
    return Arrays.stream(type.getEnumConstants())
        .filter(each -> id.apply(each).equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected one of "
                        + Arrays.stream(type.getEnumConstants())
                            .map(id)
                            .collect(Collectors.joining(", "))
                        + ", got: "
                        + name));
  }

  private static void refuseOthers(JsonNode json, Set<String> known, String where) {
    for (String name : json.propertyNames()) {
      if (!known.contains(name)) {
        throw new IllegalArgumentException(
            "expected under "
                + where
                + " some of "
                + known.stream().sorted().collect(Collectors.joining(", "))
                + ", got: "
                + name);
      }
    }
  }
}
