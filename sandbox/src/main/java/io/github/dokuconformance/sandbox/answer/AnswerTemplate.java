package io.github.dokuconformance.sandbox.answer;

import io.github.dokuconformance.contract.Condition;
import io.github.dokuconformance.contract.Pointer;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.StringNode;

/**
 * One entry of {@code answers.json}: what is written for an operation.
 *
 * @param operation the operation's id; an entry may name several
 * @param channel of the orders that it is for; empty for all
 * @param method what the method begins with by which the order was paid; without, it is for all
 * @param status of the answer; the operation's first success without
 * @param repeated status of the answer to a request that is sent again
 * @param title how people call the channel
 * @param life for how long an order can be paid
 * @param minutes where a request says that in minutes
 * @param until where a request says when it ends
 * @param page what the customer may do on its page
 * @param code a template of what the customer pays with, such as an account number; missing where
 *     there is none
 * @param closedIf when a request closes its order, so that it can't be paid
 * @param numberAt where a request has that code, or DOKU's number of the order, in place of an
 *     invoice number
 * @param tells whether a notification follows, as one follows a payment
 * @param waits whether the answer comes when the customer has decided, or the order has expired
 * @param takesBack whether it takes back what was paid, and not what is still to be paid
 * @param pays when a request that makes no order pays one, and where it names that
 * @param conflict in the table of refusals, how a request is refused whose id came before on the
 *     same day; without, it is answered as before
 * @param refuses in the table of refusals, how a request is refused that the order's state forbids;
 *     without, it is answered nevertheless
 * @param onlyIn the states of an order that it tells of; none for all
 * @param path on the merchant's host, where it is sent
 * @param tokenAt where the answer to it has the token that was asked for
 * @param lifeAt where that answer says for how many seconds the token lives
 * @param orderAt where the answer to a question says what an order's request would
 * @param samples what a notification says in place of what an order said, by names, where there is
 *     no order
 * @param mayLack what the pages leave open whether it comes
 * @param words names beside those of the order: by the value of another, as templates that may use
 *     other words in turn
 * @param ofRequest what it takes from the request that is answered
 * @param ofOrder what it takes from the request that made the order
 */
public record AnswerTemplate(
    String operation,
    Optional<String> channel,
    Optional<String> method,
    OptionalInt status,
    int repeated,
    Optional<String> title,
    Duration life,
    Optional<Pointer> minutes,
    Optional<Pointer> until,
    PageTerms page,
    JsonNode code,
    Optional<Condition> closedIf,
    Optional<Pointer> numberAt,
    boolean tells,
    boolean waits,
    boolean takesBack,
    Optional<Pays> pays,
    Optional<String> conflict,
    Optional<String> refuses,
    Set<String> onlyIn,
    Optional<String> path,
    Optional<Pointer> tokenAt,
    Optional<Pointer> lifeAt,
    Optional<Pointer> orderAt,
    Map<String, JsonNode> samples,
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

  /** Reads an entry; the words are those of its whole file. */
  static AnswerTemplate of(String operation, JsonNode entry, JsonNode shared) {
    Map<String, JsonNode> words = new HashMap<>();
    Set<String> names = new LinkedHashSet<>();
    collect(entry.path("body"), entry.path("words"), shared, words, names);
    collect(entry.path("code"), entry.path("words"), shared, words, names);
    return new AnswerTemplate(
        operation,
        text(entry, "channel"),
        text(entry, "method"),
        entry.has("status") ? OptionalInt.of(entry.path("status").asInt()) : OptionalInt.empty(),
        entry.path("repeated").asInt(REPEATED),
        text(entry, "title"),
        text(entry, "life").map(Duration::parse).orElse(LIFE),
        text(entry, "minutes").map(Pointer::parse),
        text(entry, "until").map(Pointer::parse),
        PageTerms.of(entry.path("page")),
        entry.path("code"),
        entry.has("closedIf")
            ? Optional.of(Condition.parse(entry.path("closedIf")))
            : Optional.empty(),
        text(entry, "numberAt").map(Pointer::parse),
        entry.path("tells").asBoolean(false),
        entry.path("waits").asBoolean(false),
        entry.path("takesBack").asBoolean(false),
        entry.has("pays") ? Optional.of(Pays.of(entry.path("pays"))) : Optional.empty(),
        text(entry, "conflict"),
        text(entry, "refuses"),
        entry.path("onlyIn").valueStream().map(JsonNode::asString).collect(Collectors.toSet()),
        text(entry, "path"),
        text(entry, "tokenAt").map(Pointer::parse),
        text(entry, "lifeAt").map(Pointer::parse),
        text(entry, "orderAt").map(Pointer::parse),
        samples(entry.path("samples")),
        text(entry, "mayLack").map(Pointer::parse),
        Map.copyOf(words),
        entry.path("body"),
        pointers(names, Answers.REQUEST),
        pointers(names, Answers.ORDER));
  }

  private static Map<String, JsonNode> samples(JsonNode entry) {
    Map<String, JsonNode> samples = new HashMap<>();
    entry.properties().forEach(one -> samples.put(Answers.ORDER + one.getKey(), one.getValue()));
    return Map.copyOf(samples);
  }

  /** Collects the names that a template uses, and those words among them, by and by. */
  private static void collect(
      JsonNode template,
      JsonNode own,
      JsonNode shared,
      Map<String, JsonNode> words,
      Set<String> names) {
    for (String name : Template.names(template)) {
      JsonNode word = own.has(name) ? own.path(name) : shared.path(name);
      if (names.add(name) && word.isObject()) {
        words.put(name, word);
        collect(
            StringNode.valueOf("{" + word.path(OF).asString("") + "}"), own, shared, words, names);
        collect(word, own, shared, words, names);
      }
    }
  }

  private static List<Pointer> pointers(Set<String> names, String kind) {
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

  /** Tells whether it is for orders that were paid by that method; empty for none yet. */
  boolean isPaidBy(String how) {
    return method.isEmpty() || how.startsWith(method.get());
  }

  /** Tells whether it is written about an order in that state. */
  public boolean tellsOf(String state) {
    return onlyIn.isEmpty() || onlyIn.contains(state);
  }

  /** Returns the code with these values; empty where there is none. */
  public String code(Values values) {
    return Template.render(code, name -> value(name, values)).map(JsonNode::asString).orElse("");
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
    String of = value(word.path(OF).asString(""), values).map(JsonNode::asString).orElse("");
    JsonNode chosen = word.has(of) ? word.path(of) : word.path(OTHERWISE);
    return chosen.isMissingNode()
        ? Optional.empty()
        : Template.render(chosen, other -> value(other, values));
  }

  /**
   * A payment that a request makes.
   *
   * @param order where it has the invoice number
   */
  public record Pays(Condition when, Pointer order) {
    static Pays of(JsonNode entry) {
      return new Pays(
          Condition.parse(entry.path("when")), Pointer.parse(entry.path("order").asString("")));
    }
  }
}
