package io.github.dokuconformance.json;

import io.github.dokuconformance.message.Body;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A body read as JSON: its tree, where it has one, and what is doubtful about it.
 *
 * <p>Numbers are exact and keep their scale, so that {@code 90000} and {@code 90000.00} differ. Of
 * a repeated key the last value stands, as most parsers have it. Reading takes time and memory in
 * proportion to the body, whatever it holds.
 */
public record JsonBody(Optional<JsonNode> root, List<JsonIssue> issues) {
  /** The deepest nesting that is read. */
  public static final int MAX_DEPTH = 64;

  /**
   * The most values that are read, objects and arrays included: an order of over 3000 items. Each
   * may break several rules, and all that is found is held in memory.
   */
  public static final int MAX_VALUES = 20_000;

  /** The longest number that is read, in characters. */
  public static final int MAX_NUMBER_LENGTH = 1000;

  public JsonBody {
    issues = List.copyOf(issues);
  }

  /** Reads a body; an empty one has neither root nor issues. */
  public static JsonBody read(Body body) {
    if (body.isEmpty()) {
      return new JsonBody(Optional.empty(), List.of());
    }
    return new JsonReader(body.toByteArray()).read();
  }
}
