package io.github.dokuconformance.sandbox.answer;

import io.github.dokuconformance.contract.Pointer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * One entry of {@code answers.json}: what is written for an operation.
 *
 * @param operation the operation's id
 * @param channel of the orders that it is for; empty for all
 * @param status of the answer; the operation's first success without
 * @param repeated status of the answer to a request that is sent again
 * @param title how people call the channel
 * @param life for how long an order can be paid
 * @param mayLack what the pages leave open whether it comes
 * @param words names beside those of the order: by the value of another, as templates
 * @param ofRequest what it takes from the request that is answered
 * @param ofOrder what it takes from the request that made the order
 */
public record AnswerTemplate(
    String operation,
    Optional<String> channel,
    OptionalInt status,
    int repeated,
    Optional<String> title,
    Duration life,
    Optional<Pointer> mayLack,
    Map<String, JsonNode> words,
    JsonNode body,
    List<Pointer> ofRequest,
    List<Pointer> ofOrder) {
  /** Source: developers.doku.com, Idempotency request (documented: 409). */
  private static final int REPEATED = 409;

  /** Without a word of the pages, that of the first channel is taken (assumed). */
  private static final Duration LIFE = Duration.ofHours(6);

  private static final String OF = "of";
  private static final String OTHERWISE = "*";

  static AnswerTemplate of(JsonNode entry) {
    Map<String, JsonNode> words = new HashMap<>();
    entry.path("words").properties().forEach(word -> words.put(word.getKey(), word.getValue()));
    List<String> names =
        Stream.concat(Stream.of(entry.path("body")), words.values().stream())
            .flatMap(template -> Template.names(template).stream())
            .toList();
    return new AnswerTemplate(
        entry.path("operation").asString(""),
        text(entry, "channel"),
        entry.has("status") ? OptionalInt.of(entry.path("status").asInt()) : OptionalInt.empty(),
        entry.path("repeated").asInt(REPEATED),
        text(entry, "title"),
        text(entry, "life").map(Duration::parse).orElse(LIFE),
        text(entry, "mayLack").map(Pointer::parse),
        Map.copyOf(words),
        entry.path("body"),
        pointers(names, Answers.REQUEST),
        pointers(names, Answers.ORDER));
  }

  private static List<Pointer> pointers(List<String> names, String kind) {
    return names.stream()
        .filter(name -> name.startsWith(kind))
        .map(name -> Pointer.parse(name.substring(kind.length())))
        .distinct()
        .toList();
  }

  private static Optional<String> text(JsonNode entry, String member) {
    return entry.has(member) ? Optional.of(entry.path(member).asString("")) : Optional.empty();
  }

  /** Tells whether it is for orders of that channel. */
  boolean isFor(String other) {
    return channel.isEmpty() || channel.get().equals(other);
  }

  /** Returns the body with these values. */
  public JsonNode render(Values values) {
    return Template.render(body, name -> value(name, values))
        .orElseGet(JsonNodeFactory.instance::objectNode);
  }

  private Optional<JsonNode> value(String name, Values values) {
    JsonNode word = words.get(name);
    if (word == null) {
      return values.value(name);
    }
    String of = values.value(word.path(OF).asString("")).map(JsonNode::asString).orElse("");
    JsonNode chosen = word.has(of) ? word.path(of) : word.path(OTHERWISE);
    return chosen.isMissingNode() ? Optional.empty() : Template.render(chosen, values);
  }
}
