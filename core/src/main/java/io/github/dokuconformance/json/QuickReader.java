package io.github.dokuconformance.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigDecimal;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads the JSON that nearly every body is, in half the time of a parser for all of it.
 *
 * <p>It gives up where anything is odd or only rare, such as an exponent; then {@link JsonReader}
 * reads the body from its beginning, and tells what there is to say. What it does read, that one
 * reads alike.
 */
final class QuickReader extends QuickText {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private int values;

  private QuickReader(byte[] bytes) {
    super(bytes);
  }

  /**
   * Returns the tree of a body about which there is nothing to say; nothing where it can't tell.
   */
  static Optional<JsonNode> read(byte[] bytes) {
    QuickReader reader = new QuickReader(bytes);
    try {
      JsonNode root = reader.value(1);
      return reader.peek() == END ? Optional.of(root) : Optional.empty();
    } catch (GivenUp e) {
      return Optional.empty();
    }
  }

  private JsonNode value(int depth) throws GivenUp {
    require(depth < JsonBody.MAX_DEPTH && ++values < JsonBody.MAX_VALUES);
    return switch (peek()) {
      case '{' -> object(depth);
      case '[' -> array(depth);
      case '"' -> NODES.stringNode(text());
      case 't' -> word("true", NODES.booleanNode(true));
      case 'f' -> word("false", NODES.booleanNode(false));
      case 'n' -> word("null", NODES.nullNode());
      default -> number();
    };
  }

  private ObjectNode object(int depth) throws GivenUp {
    ObjectNode object = NODES.objectNode();
    at++;
    if (!ends('}')) {
      do {
        String name = name();
        open(':');
        // A name that stands twice is an issue.
        require(object.replace(name, value(depth + 1)) == null);
      } while (more('}'));
    }
    return object;
  }

  private ArrayNode array(int depth) throws GivenUp {
    ArrayNode array = NODES.arrayNode();
    at++;
    if (!ends(']')) {
      do {
        array.add(value(depth + 1));
      } while (more(']'));
    }
    return array;
  }

  private JsonNode word(String word, JsonNode node) throws GivenUp {
    for (int i = 0; i < word.length(); i++) {
      require(at < bytes.length && bytes[at] == word.charAt(i));
      at++;
    }
    return node;
  }

  private JsonNode number() throws GivenUp {
    int start = at;
    long value = digits();
    boolean integer = at == bytes.length || bytes[at] != '.';
    if (!integer) {
      require(at > start);
      at++;
      int fraction = at;
      digits();
      require(at > fraction);
    }
    int length = at - start;
    require(length > 0 && length <= Numbers.EXACT_DIGITS);
    require(bytes[start] != '0' || length == 1 || bytes[start + 1] == '.');
    // So few digits survive any way through a double.
    return integer
        ? NODES.numberNode(value)
        : DecimalNode.valueOf(new BigDecimal(new String(bytes, start, length, UTF_8)));
  }

  private long digits() {
    long value = 0;
    while (at < bytes.length && bytes[at] >= '0' && bytes[at] <= '9') {
      value = value * 10 + (bytes[at++] - '0');
    }
    return value;
  }
}
