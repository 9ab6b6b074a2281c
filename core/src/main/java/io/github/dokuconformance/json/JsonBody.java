package io.github.dokuconformance.json;

import io.github.dokuconformance.json.JsonIssue.Kind;
import io.github.dokuconformance.json.JsonPointers.Place;
import io.github.dokuconformance.message.Body;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DecimalNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A body read as JSON: its tree, where it has one, and what is doubtful about it.
 *
 * <p>Numbers are exact and keep their scale, so that {@code 90000} and {@code 90000.00} differ. Of
 * a repeated key the last value stands, as most parsers have it.
 */
public record JsonBody(Optional<JsonNode> root, List<JsonIssue> issues) {
  /** The deepest nesting that is read. */
  public static final int MAX_DEPTH = 64;

  private static final int EXACT_DIGITS = 15;
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(MAX_DEPTH)
                  .maxNumberLength(10_000)
                  .build())
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .build();

  public JsonBody {
    issues = List.copyOf(issues);
  }

  /** Reads a body; an empty one has neither root nor issues. */
  public static JsonBody read(Body body) {
    if (body.isEmpty()) {
      return new JsonBody(Optional.empty(), List.of());
    }
    return new Reader(body.toByteArray()).read();
  }

  /** One reading of one body. */
  private static final class Reader {
    private final byte[] bytes;
    private final List<JsonIssue> issues = new ArrayList<>(0);
    private boolean mayHaveSurrogates;

    Reader(byte[] bytes) {
      this.bytes = bytes;
    }

    JsonBody read() {
      boolean ascii = scan();
      int start = 0;
      if (bytes.length >= 3
          && bytes[0] == (byte) 0xEF
          && bytes[1] == (byte) 0xBB
          && bytes[2] == (byte) 0xBF) {
        issues.add(new JsonIssue(Kind.BYTE_ORDER_MARK, "", "the bytes EF BB BF before the JSON"));
        start = 3;
      }
      if (!ascii && !isUtf8()) {
        return new JsonBody(Optional.empty(), issues);
      }
      return new JsonBody(tree(start), issues);
    }

    /** Tells whether all is ASCII, and whether an escape could spell a surrogate. */
    private boolean scan() {
      boolean ascii = true;
      for (int i = 0; i < bytes.length; i++) {
        byte b = bytes[i];
        if (b < 0) {
          ascii = false;
        } else if (b == '\\' && i + 1 < bytes.length && bytes[i + 1] == 'u') {
          mayHaveSurrogates = true;
        }
      }
      return ascii;
    }

    private boolean isUtf8() {
      ByteBuffer in = ByteBuffer.wrap(bytes);
      try {
        var unused = StandardCharsets.UTF_8.newDecoder().decode(in);
        return true;
      } catch (CharacterCodingException e) {
        int offset = in.position();
        issues.add(
            new JsonIssue(
                Kind.NOT_UTF8,
                "",
                String.format("the byte %02X at offset %d", bytes[offset] & 0xff, offset)));
        return false;
      }
    }

    private Optional<JsonNode> tree(int start) {
      try (JsonParser parser =
          FACTORY.createParser(ObjectReadContext.empty(), bytes, start, bytes.length - start)) {
        JsonToken first = parser.nextToken();
        if (first == null) {
          issues.add(new JsonIssue(Kind.MALFORMED, "", "only white space"));
          return Optional.empty();
        }
        JsonNode root = value(parser, first, new Place(null, ""));
        if (parser.nextToken() != null) {
          issues.add(new JsonIssue(Kind.MALFORMED, "", "more after the end of the JSON value"));
          return Optional.empty();
        }
        return Optional.of(root);
      } catch (StreamConstraintsException e) {
        issues.add(
            new JsonIssue(Kind.TOO_DEEP, "", "more than that" + where(e.getLocation(), start)));
        return Optional.empty();
      } catch (JacksonException e) {
        String reason = e.getOriginalMessage();
        int line = reason.indexOf('\n');
        issues.add(
            new JsonIssue(
                Kind.MALFORMED,
                "",
                (line < 0 ? reason : reason.substring(0, line)) + where(e.getLocation(), start)));
        return Optional.empty();
      }
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

    private JsonNode value(JsonParser parser, JsonToken token, Place place) {
      return switch (token) {
        case START_OBJECT -> object(parser, place);
        case START_ARRAY -> array(parser, place);
        case VALUE_STRING -> NODES.stringNode(text(parser.getString(), place));
        case VALUE_NUMBER_INT -> integer(parser, place);
        case VALUE_NUMBER_FLOAT -> fraction(parser, place);
        case VALUE_TRUE -> NODES.booleanNode(true);
        case VALUE_FALSE -> NODES.booleanNode(false);
        default -> NODES.nullNode();
      };
    }

    private ObjectNode object(JsonParser parser, Place place) {
      ObjectNode object = NODES.objectNode();
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        Place member = new Place(place, name);
        JsonNode old = object.get(text(name, member));
        if (old != null) {
          issues.add(new JsonIssue(Kind.DUPLICATE_KEY, member.pointer(), '"' + name + "\" again"));
        }
        object.set(name, value(parser, parser.nextToken(), member));
      }
      return object;
    }

    private ArrayNode array(JsonParser parser, Place place) {
      ArrayNode array = NODES.arrayNode();
      for (JsonToken token = parser.nextToken();
          token != JsonToken.END_ARRAY;
          token = parser.nextToken()) {
        array.add(value(parser, token, new Place(place, Integer.toString(array.size()))));
      }
      return array;
    }

    private String text(String text, Place place) {
      if (mayHaveSurrogates) {
        for (int i = 0; i < text.length(); i++) {
          char c = text.charAt(i);
          if (Character.isSurrogate(c)) {
            if (Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1))) {
              i++;
            } else {
              issues.add(
                  new JsonIssue(
                      Kind.LONE_SURROGATE, place.pointer(), String.format("\\u%04x", (int) c)));
              break;
            }
          }
        }
      }
      return text;
    }

    private JsonNode integer(JsonParser parser, Place place) {
      if (parser.getStringLength() <= EXACT_DIGITS) {
        return NODES.numberNode(parser.getLongValue());
      }
      String text = parser.getString();
      noteWhereDoubleDiffers(text, new BigDecimal(text), place);
      return NODES.numberNode(parser.getBigIntegerValue());
    }

    private JsonNode fraction(JsonParser parser, Place place) {
      String text = parser.getString();
      if (parser.isNaN()) {
        issues.add(new JsonIssue(Kind.NOT_A_NUMBER, place.pointer(), text));
        return NODES.nullNode();
      }
      BigDecimal exact = parser.getDecimalValue();
      noteWhereDoubleDiffers(text, exact, place);
      return DecimalNode.valueOf(exact);
    }

    private void noteWhereDoubleDiffers(String text, BigDecimal exact, Place place) {
      double nearest = Double.parseDouble(text);
      boolean same =
          !Double.isInfinite(nearest)
              && new BigDecimal(Double.toString(nearest)).compareTo(exact) == 0;
      if (!same) {
        issues.add(
            new JsonIssue(
                Kind.NUMBER_PRECISION,
                place.pointer(),
                text + ", which a double reads as " + nearest));
      }
    }
  }
}
