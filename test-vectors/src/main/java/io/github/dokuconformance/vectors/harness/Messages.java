package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonWriteFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The messages of the adapter protocol, version 1: one JSON object a line. */
final class Messages {
  static final int PROTOCOL = 1;

  /** The longest line that an adapter may write, in bytes without the line end. */
  static final int MAX_LINE_BYTES = 4 << 20;

  /** How much of what an adapter says goes into a report, in characters. */
  private static final int LONGEST_TEXT = 2_000;

  private static final int LONGEST_TRACE = 64 << 10;
  private static final int LONGEST_SHOWN = 80;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          // Some languages' line readers also split at U+2028.
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private static final List<String> OUTCOMES = List.of("ok", "rejected", "skipped", "error");

  private Messages() {}

  static String write(ObjectNode message) {
    return MAPPER.writeValueAsString(message);
  }

  static ObjectNode parse(String line) throws BadMessageException {
    try {
      if (MAPPER.readTree(line) instanceof ObjectNode message) {
        return message;
      }
    } catch (JacksonException e) {
      throw new BadMessageException("not JSON");
    }
    throw new BadMessageException("not a JSON object");
  }

  static ObjectNode hello(VectorSuite suite) {
    return message("hello")
        .put("protocol", PROTOCOL)
        .put("suite", suite.name())
        .put("suiteVersion", suite.version());
  }

  static ObjectNode helloReply(Greeting greeting) {
    ObjectNode message = message("hello").put("protocol", PROTOCOL);
    message.set("implementation", toJson(greeting.implementation()));
    ArrayNode operations = message.putArray("operations");
    greeting.operations().forEach(operation -> operations.add(operation.id()));
    ArrayNode schemes = message.putArray("schemes");
    greeting.schemes().stream().sorted().forEach(schemes::add);
    return message;
  }

  static ObjectNode run(long id, AdapterRequest request) {
    ObjectNode message =
        message("run")
            .put("id", id)
            .put("case", request.caseId())
            .put("op", request.operation().id());
    message.set("input", request.input());
    return message;
  }

  static ObjectNode bye() {
    return message("bye");
  }

  static ObjectNode result(long id, AdapterAnswer answer) {
    ObjectNode message = message("result").put("id", id);
    return answer.fold(
        ok -> {
          message.set("ok", ok.payload());
          return message;
        },
        rejected -> {
          put(
              message.putObject("rejected").put("reason", rejected.reason()),
              "message",
              rejected.message());
          return message;
        },
        skipped -> {
          put(
              message.putObject("skipped").put("reason", skipped.reason()),
              "issue",
              skipped.issue());
          return message;
        },
        failed -> {
          put(message.putObject("error").put("message", failed.message()), "trace", failed.trace());
          return message;
        });
  }

  static Greeting readGreeting(ObjectNode message) throws BadMessageException {
    requireType(message, "hello");
    JsonNode protocol = message.path("protocol");
    if (!protocol.isIntegralNumber()) {
      throw new BadMessageException("protocol must be a whole number, " + was(protocol));
    }
    if (!is(protocol, PROTOCOL)) {
      throw new BadMessageException(
          "the adapter speaks protocol "
              + VisibleText.shorten(protocol.toString(), LONGEST_SHOWN)
              + ", this runner speaks "
              + PROTOCOL
              + "; take the versions that match");
    }
    JsonNode implementation = member(message, "implementation", JsonNode::isObject, "an object");
    return new Greeting(
        new Implementation(
            shown(text(implementation, "name")),
            shown(text(implementation, "version")),
            shown(text(implementation, "language")),
            optionalText(implementation, "homepage").map(Messages::shown),
            optionalText(implementation, "issues").map(Messages::shown)),
        readOperations(member(message, "operations", JsonNode::isArray, "an array")),
        message.has("schemes")
            ? readSchemes(member(message, "schemes", JsonNode::isArray, "an array"))
            : Set.of(TestCase.NON_SNAP));
  }

  static AdapterAnswer readResult(ObjectNode message, long id, VectorOperation operation)
      throws BadMessageException {
    requireType(message, "result");
    JsonNode replied = message.path("id");
    if (!is(replied, id)) {
      throw new BadMessageException("id must be " + id + ", as in the request, " + was(replied));
    }
    List<String> present = OUTCOMES.stream().filter(message::has).toList();
    if (present.size() != 1) {
      throw new BadMessageException(
          "exactly one of ok, rejected, skipped and error must be there, was: "
              + (present.isEmpty() ? "none" : String.join(" and ", present)));
    }
    String outcome = present.get(0);
    ObjectNode value = (ObjectNode) member(message, outcome, JsonNode::isObject, "an object");
    return switch (outcome) {
      case "ok" -> {
        AnswerShape.check(operation, value);
        yield new AdapterAnswer.Ok(value);
      }
      case "rejected" -> {
        AnswerShape.checkRejectable(operation);
        yield new AdapterAnswer.Rejected(
            shown(text(value, "reason")), optionalText(value, "message").map(Messages::shown));
      }
      case "skipped" ->
          new AdapterAnswer.Skipped(
              shown(text(value, "reason")), optionalText(value, "issue").map(Messages::shown));
      default ->
          new AdapterAnswer.Failed(
              shown(text(value, "message")),
              optionalText(value, "trace")
                  .map(trace -> VisibleText.lines(VisibleText.shorten(trace, LONGEST_TRACE))));
    };
  }

  /** Tells whether that is the number, and not one that no integer holds. */
  static boolean is(JsonNode node, long number) {
    return node.isIntegralNumber() && node.canConvertToLong() && node.longValue() == number;
  }

  static ObjectNode toJson(Implementation implementation) {
    ObjectNode node =
        MAPPER
            .createObjectNode()
            .put("name", implementation.name())
            .put("version", implementation.version())
            .put("language", implementation.language());
    put(node, "homepage", implementation.homepage());
    put(node, "issues", implementation.issues());
    return node;
  }

  static void put(ObjectNode node, String name, Optional<String> value) {
    value.ifPresent(text -> node.put(name, text));
  }

  private static ObjectNode message(String type) {
    return MAPPER.createObjectNode().put("type", type);
  }

  private static Set<VectorOperation> readOperations(JsonNode array) throws BadMessageException {
    if (array.isEmpty()) {
      throw new BadMessageException("operations must hold at least one, was: []");
    }
    Set<VectorOperation> operations = EnumSet.noneOf(VectorOperation.class);
    for (JsonNode name : array) {
      try {
        operations.add(VectorOperation.of(name.stringValue("")));
      } catch (IllegalArgumentException e) {
        List<String> known = new ArrayList<>();
        EnumSet.allOf(VectorOperation.class).forEach(operation -> known.add(operation.id()));
        throw new BadMessageException(
            "operations may hold " + String.join(", ", known) + ", " + was(name));
      }
    }
    return operations;
  }

  /** Takes any name: an adapter may know schemes that this suite has no case of. */
  private static Set<String> readSchemes(JsonNode array) throws BadMessageException {
    if (array.isEmpty()) {
      throw new BadMessageException("schemes must hold at least one, was: []");
    }
    Set<String> schemes = new TreeSet<>();
    for (JsonNode name : array) {
      schemes.add(
          name.stringValueOpt()
              .orElseThrow(() -> new BadMessageException("schemes hold strings, " + was(name))));
    }
    return schemes;
  }

  private static void requireType(ObjectNode message, String type) throws BadMessageException {
    if (!text(message, "type").equals(type)) {
      throw new BadMessageException(
          "type must be \"" + type + "\" here, " + was(message.path("type")));
    }
  }

  static String text(JsonNode node, String name) throws BadMessageException {
    return member(node, name, JsonNode::isString, "a string").stringValue();
  }

  static Optional<String> optionalText(JsonNode node, String name) throws BadMessageException {
    return node.has(name) ? Optional.of(text(node, name)) : Optional.empty();
  }

  static JsonNode member(JsonNode node, String name, Predicate<JsonNode> type, String wanted)
      throws BadMessageException {
    JsonNode member = node.path(name);
    if (!type.test(member)) {
      throw new BadMessageException(name + " must be " + wanted + ", " + was(member));
    }
    return member;
  }

  /** Returns what an adapter says about itself as reports can print it: on one line. */
  private static String shown(String text) {
    return VisibleText.lines(VisibleText.shorten(text, LONGEST_TEXT)).replace('\n', '␊');
  }

  private static String was(JsonNode node) {
    return node.isMissingNode()
        ? "was absent"
        : "was: " + VisibleText.shorten(shown(node.toString()), LONGEST_SHOWN);
  }
}
