package io.github.dokuconformance.contract;

import io.github.dokuconformance.json.JsonPointers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * A place in a message: a JSON pointer into the body, in which {@code *} stands for any item of a
 * list and an empty one is the body itself, or <code>{name}</code>, a parameter of the path.
 *
 * <p>Immutable and thread safe.
 */
public final class Pointer {
  private static final String ANY = "*";
  private static final String BELOW_ANY = "/*/";

  private final String text;
  private final List<String> tokens;
  private final Optional<String> parameter;

  private Pointer(String text, List<String> tokens, Optional<String> parameter) {
    this.text = text;
    this.tokens = tokens;
    this.parameter = parameter;
  }

  /**
   * Reads a pointer.
   *
   * @throws IllegalArgumentException if the text is of neither form
   */
  public static Pointer parse(String text) {
    if (text.startsWith("{") && text.endsWith("}") && text.length() > 2) {
      return new Pointer(text, List.of(), Optional.of(text.substring(1, text.length() - 1)));
    }
    if (text.isEmpty()) {
      return new Pointer(text, List.of(), Optional.empty());
    }
    if (!text.startsWith("/")) {
      throw new IllegalArgumentException(
          "expected a JSON pointer such as /order/amount, or a path parameter such as {id}, got: "
              + text);
    }
    return new Pointer(
        text,
        Arrays.stream(text.substring(1).split("/", -1))
            .map(token -> token.replace("~1", "/").replace("~0", "~"))
            .toList(),
        Optional.empty());
  }

  /** Returns the name of the path parameter that this is, if it is one. */
  public Optional<String> parameter() {
    return parameter;
  }

  /** Returns what stands there in a body; missing where nothing does, or any item is meant. */
  public JsonNode in(JsonNode body) {
    JsonNode node = parameter.isPresent() ? MissingNode.getInstance() : body;
    for (int i = 0; i < tokens.size(); i++) {
      node = step(node, tokens.get(i));
    }
    return node;
  }

  /** Tells whether a value at any of the places meets a condition. */
  public boolean anyIn(JsonNode body, Predicate<JsonNode> condition) {
    return parameter.isEmpty() && any(body, 0, condition);
  }

  private boolean any(JsonNode node, int from, Predicate<JsonNode> condition) {
    for (int i = from; i < tokens.size(); i++) {
      if (node.isArray() && tokens.get(i).equals(ANY)) {
        for (int item = 0; item < node.size(); item++) {
          if (any(node.get(item), i + 1, condition)) {
            return true;
          }
        }
        return false;
      }
      node = step(node, tokens.get(i));
    }
    return !node.isMissingNode() && condition.test(node);
  }

  /** Returns the exact pointers of all values there, in their order. */
  public List<String> all(JsonNode body) {
    List<String> found = new ArrayList<>(0);
    each(body, (place, value) -> found.add(place));
    return found;
  }

  /** Takes the exact pointers of all values there, and the values, in their order. */
  public void each(JsonNode body, BiConsumer<String, JsonNode> found) {
    if (parameter.isEmpty()) {
      each("", body, 0, found);
    }
  }

  private void each(String at, JsonNode node, int from, BiConsumer<String, JsonNode> found) {
    for (int i = from; i < tokens.size(); i++) {
      String token = tokens.get(i);
      if (node.isArray() && token.equals(ANY)) {
        for (int item = 0; item < node.size(); item++) {
          each(at + "/" + item, node.get(item), i + 1, found);
        }
        return;
      }
      at = JsonPointers.child(at, token);
      node = step(node, token);
    }
    if (!node.isMissingNode()) {
      found.accept(at, node);
    }
  }

  private static JsonNode step(JsonNode node, String token) {
    if (!node.isArray()) {
      return node.path(token);
    }
    return token.matches("0|[1-9][0-9]{0,8}")
        ? node.path(Integer.parseInt(token))
        : MissingNode.getInstance();
  }

  /**
   * Returns what stands there in one item of a list; missing where this is no place below the items
   * of that list.
   */
  public JsonNode inItem(Pointer list, JsonNode item) {
    boolean below = text.startsWith(list.text) && text.startsWith(BELOW_ANY, list.text.length());
    JsonNode node = below ? item : MissingNode.getInstance();
    for (int i = list.tokens.size() + 1; i < tokens.size(); i++) {
      node = step(node, tokens.get(i));
    }
    return node;
  }

  /** Returns the names on the way as people write them: {@code order.invoice_number}. */
  public String dotted() {
    return parameter.isPresent()
        ? text
        : tokens.stream().filter(token -> !token.equals(ANY)).collect(Collectors.joining("."));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Pointer pointer && pointer.text.equals(text);
  }

  @Override
  public int hashCode() {
    return text.hashCode();
  }

  /** Returns the form that {@link #parse} reads. */
  @Override
  public String toString() {
    return text;
  }
}
