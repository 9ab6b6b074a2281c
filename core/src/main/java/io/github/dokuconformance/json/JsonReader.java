package io.github.dokuconformance.json;

import io.github.dokuconformance.json.JsonIssue.Kind;
import io.github.dokuconformance.message.MessageLimits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamFactory;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.core.util.JsonRecyclerPools;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** One reading of one body. */
final class JsonReader {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .recyclerPool(JsonRecyclerPools.threadLocalPool())
          // Nesting is the only limit of the parser's: the others would be reported as nesting.
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(JsonBody.MAX_DEPTH)
                  .maxNumberLength(MessageLimits.BODY_BYTES)
                  .maxNameLength(MessageLimits.BODY_BYTES)
                  .maxStringLength(MessageLimits.BODY_BYTES)
                  .build())
          .disable(TokenStreamFactory.Feature.FAIL_ON_SYMBOL_HASH_OVERFLOW)
          // Else UTF-16 and UTF-32 are read too, and what RFC 8259 forbids would pass.
          .disable(TokenStreamFactory.Feature.CHARSET_DETECTION)
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  private final byte[] bytes;
  private final List<JsonIssue> issues = new ArrayList<>(0);
  private boolean mayHaveSurrogates;
  private boolean unreadable;
  private int values;

  JsonReader(byte[] bytes) {
    this.bytes = bytes;
  }

  JsonBody read() {
    Optional<JsonNode> quick = QuickReader.read(bytes);
    return quick.isPresent() ? new JsonBody(quick, List.of()) : readByParser();
  }

  /** Reads all that a body may be. */
  JsonBody readByParser() {
    if (Utf8.isAsciiWithoutEscapes(bytes)) {
      return readFrom(0);
    }
    mayHaveSurrogates = Utf8.hasEscape(bytes);
    int start = 0;
    if (Utf8.startsWithByteOrderMark(bytes)) {
      issues.add(new JsonIssue(Kind.BYTE_ORDER_MARK, "", "the bytes EF BB BF before the JSON"));
      start = Utf8.BYTE_ORDER_MARK_LENGTH;
    }
    int malformed = Utf8.malformedAt(bytes);
    if (malformed >= 0) {
      String got = String.format(Locale.ROOT, "the byte %02X", bytes[malformed] & 0xff);
      issues.add(new JsonIssue(Kind.NOT_UTF8, "", got + " at offset " + malformed));
      return new JsonBody(Optional.empty(), issues);
    }
    return readFrom(start);
  }

  private JsonBody readFrom(int start) {
    Optional<JsonNode> root = tree(start);
    return new JsonBody(unreadable ? Optional.empty() : root, issues);
  }

  private Optional<JsonNode> tree(int start) {
    try (JsonParser parser =
        FACTORY.createParser(ObjectReadContext.empty(), bytes, start, bytes.length - start)) {
      JsonToken first = parser.nextToken();
      if (first == null) {
        return unreadable(
            Kind.MALFORMED, start < bytes.length ? "only white space" : "nothing after the mark");
      }
      JsonNode root = value(parser, first);
      if (values > JsonBody.MAX_VALUES) {
        return unreadable(Kind.TOO_MANY_VALUES, "more" + where(parser, start));
      }
      if (parser.nextToken() != null) {
        return unreadable(
            Kind.MALFORMED, "more after the end of the JSON value" + where(parser, start));
      }
      return Optional.of(root);
    } catch (StreamConstraintsException e) {
      return unreadable(
          Kind.TOO_DEEP, "level " + (JsonBody.MAX_DEPTH + 1) + where(e.getLocation(), start));
    } catch (JacksonException e) {
      // NaN is let in only to be reported by its name.
      String reason = e.getOriginalMessage().replace(" (or 'NaN'/'+INF'/'-INF')", "");
      int line = reason.indexOf('\n');
      return unreadable(
          Kind.MALFORMED,
          (line < 0 ? reason : reason.substring(0, line)) + where(e.getLocation(), start));
    }
  }

  private Optional<JsonNode> unreadable(Kind kind, String got) {
    issues.add(new JsonIssue(kind, "", got));
    return Optional.empty();
  }

  private static String where(JsonParser parser, int start) {
    return where(parser.currentTokenLocation(), start);
  }

  private static String where(@Nullable TokenStreamLocation location, int start) {
    return location == null
        ? ""
        : " (line "
            + location.getLineNr()
            + ", column "
            + location.getColumnNr()
            + ", offset "
            + (location.getByteOffset() + start)
            + ")";
  }

  private JsonNode value(JsonParser parser, JsonToken token) {
    values++;
    return switch (token) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> array(parser);
      case VALUE_STRING -> NODES.stringNode(text(parser));
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(parser, token);
      case VALUE_TRUE -> NODES.booleanNode(true);
      case VALUE_FALSE -> NODES.booleanNode(false);
      default -> NODES.nullNode();
    };
  }

  private ObjectNode object(JsonParser parser) {
    ObjectNode object = NODES.objectNode();
    for (String name = parser.nextName();
        name != null && values <= JsonBody.MAX_VALUES;
        name = parser.nextName()) {
      if (object.replace(name, value(parser, parser.nextToken())) != null) {
        issues.add(new JsonIssue(Kind.DUPLICATE_KEY, pointer(parser), '"' + name + "\" again"));
      }
    }
    return object;
  }

  private ArrayNode array(JsonParser parser) {
    ArrayNode array = NODES.arrayNode();
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY && values <= JsonBody.MAX_VALUES;
        token = parser.nextToken()) {
      array.add(value(parser, token));
    }
    return array;
  }

  /** Returns the place that is being read. */
  private static String pointer(JsonParser parser) {
    return parser.streamReadContext().pathAsPointer().toString();
  }

  /** Reads a string; the parser itself refuses half a character in a name. */
  private String text(JsonParser parser) {
    String text = parser.getString();
    if (mayHaveSurrogates) {
      int lone = Utf8.loneSurrogate(text);
      if (lone >= 0) {
        String got = String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(lone));
        issues.add(new JsonIssue(Kind.LONE_SURROGATE, pointer(parser), got));
      }
    }
    return text;
  }

  private JsonNode number(JsonParser parser, JsonToken token) {
    boolean integer = token == JsonToken.VALUE_NUMBER_INT;
    int length = parser.getStringLength();
    if (integer && length <= Numbers.EXACT_DIGITS) {
      return NODES.numberNode(parser.getLongValue());
    }
    if (length > JsonBody.MAX_NUMBER_LENGTH) {
      return unreadable(Kind.NUMBER_TOO_LONG, pointer(parser), length + " characters");
    }
    String text = parser.getString();
    if (!integer && parser.isNaN()) {
      return unreadable(Kind.NOT_A_NUMBER, pointer(parser), text);
    }
    Optional<JsonNode> number = Numbers.exact(text, integer);
    if (number.isEmpty()) {
      return unreadable(Kind.NUMBER_TOO_LONG, pointer(parser), text);
    }
    if (!Numbers.survivesDouble(text, number.get())) {
      String got = text + ", which a double reads as " + Double.parseDouble(text);
      issues.add(new JsonIssue(Kind.NUMBER_PRECISION, pointer(parser), got));
    }
    return number.get();
  }

  private JsonNode unreadable(Kind kind, String pointer, String got) {
    unreadable = true;
    issues.add(new JsonIssue(kind, pointer, got));
    return NODES.nullNode();
  }
}
