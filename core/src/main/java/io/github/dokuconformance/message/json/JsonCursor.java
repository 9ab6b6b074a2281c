package io.github.dokuconformance.message.json;

import io.github.dokuconformance.finding.Visible;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads JSON from front to back, one value at a time, and says exactly where it is not what was
 * wanted.
 *
 * <p>Takes nothing on trust: bytes that are not UTF-8, a member that stands twice, a value of
 * another type and text after the document are errors. Memory is bounded by the longest string that
 * is asked for: 14 Mi characters, enough for the base64 form of the biggest body; what is skipped
 * is not kept. Not thread safe.
 */
public final class JsonCursor implements Closeable {
  /** Deep enough for what browsers write about call stacks. */
  private static final int DEEPEST = 1000;

  private static final int LONGEST_STRING = 14 << 20;

  private static final int LONGEST_NAME = 50_000;

  /** No number that is asked for has more digits, and one that has takes long to be read. */
  private static final int LONGEST_NUMBER = 1000;

  /** What Jackson's messages say about where a bracket was opened; it is never known here. */
  private static final Pattern OPENED = Pattern.compile(" \\([\\w ]+\\[Source: .*]\\)");

  /** What Jackson's message about a member that stands twice begins with; its name follows. */
  private static final String TWICE = "Duplicate Object property ";

  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(DEEPEST)
                  .maxStringLength(LONGEST_STRING)
                  .maxNameLength(LONGEST_NAME)
                  .maxNumberLength(LONGEST_NUMBER)
                  .build())
          .build();

  private final JsonParser parser;
  private @Nullable JsonInputException broken;

  private JsonCursor(Reader reader) throws JsonInputException {
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), reader);
    advance();
  }

  /**
   * Returns a cursor on the first value of the document.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public static JsonCursor over(byte[] json) throws JsonInputException {
    return new JsonCursor(new Utf8Reader(json));
  }

  /**
   * Returns a cursor on the first value of the document, which is read as far as it is needed.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public static JsonCursor over(InputStream json) throws JsonInputException {
    return new JsonCursor(new Utf8Reader(json));
  }

  public boolean isArray() {
    return parser.currentToken() == JsonToken.START_ARRAY;
  }

  public boolean isObject() {
    return parser.currentToken() == JsonToken.START_OBJECT;
  }

  public boolean isNumber() {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT
        || parser.currentToken() == JsonToken.VALUE_NUMBER_FLOAT;
  }

  public boolean isString() {
    return parser.currentToken() == JsonToken.VALUE_STRING;
  }

  public boolean isWholeNumber() {
    return parser.currentToken() == JsonToken.VALUE_NUMBER_INT;
  }

  public boolean isNull() {
    return parser.currentToken() == JsonToken.VALUE_NULL;
  }

  /** Returns in how many objects and arrays the cursor is, for {@link #leaveTo}. */
  public int depth() {
    return parser.streamReadContext().getNestingDepth();
  }

  /**
   * Goes out of what is deeper, so that after a value that is not what was wanted the next can be
   * read.
   *
   * @throws JsonInputException if the text is not JSON, so that it can't be told where that begins
   */
  public void leaveTo(int depth) throws JsonInputException {
    if (broken != null) {
      throw broken;
    }
    while (depth() > depth) {
      advance();
    }
  }

  /**
   * Goes into the object at the cursor; {@link #nextMember} then leads through it.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public void enterObject() throws JsonInputException {
    require(JsonToken.START_OBJECT, "an object");
  }

  /**
   * Goes to the value of the next member and returns its name, or null at the object's end.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public @Nullable String nextMember() throws JsonInputException {
    if (advance() == JsonToken.END_OBJECT) {
      return null;
    }
    String name = parser.currentName();
    advance();
    return name;
  }

  /**
   * Goes into the array at the cursor; {@link #nextElement} then leads through it.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public void enterArray() throws JsonInputException {
    require(JsonToken.START_ARRAY, "an array");
  }

  /**
   * Goes to the next element, and says whether there is one.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public boolean nextElement() throws JsonInputException {
    return advance() != JsonToken.END_ARRAY;
  }

  /**
   * Returns the string at the cursor.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public String string() throws JsonInputException {
    require(JsonToken.VALUE_STRING, "a string");
    try {
      return parser.getString();
    } catch (JacksonException e) {
      broken = translate(e);
      throw broken;
    }
  }

  /**
   * Returns the whole number at the cursor, which has to be one of those.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public int integer(int from, int to) throws JsonInputException {
    return (int) wholeNumber(from, to);
  }

  /** As {@link #integer}, of more digits. */
  public long wholeNumber(long from, long to) throws JsonInputException {
    String wanted = "a whole number from " + from + " to " + to;
    require(JsonToken.VALUE_NUMBER_INT, wanted);
    try {
      long value = parser.getLongValue();
      if (value >= from && value <= to) {
        return value;
      }
    } catch (JacksonException e) {
      throw error("expected " + wanted + ", got a longer one");
    }
    throw error("expected " + wanted + ", got " + parser.getString());
  }

  /**
   * Returns whether {@code true} or {@code false} stands at the cursor.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public boolean truth() throws JsonInputException {
    boolean truth = parser.currentToken() == JsonToken.VALUE_TRUE;
    if (!truth) {
      require(JsonToken.VALUE_FALSE, "true or false");
    }
    return truth;
  }

  /**
   * Passes over the value at the cursor, whatever it is.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public void skip() throws JsonInputException {
    try {
      parser.skipChildren();
    } catch (JacksonException e) {
      broken = translate(e);
      throw broken;
    }
  }

  /**
   * Makes sure that nothing follows the value at the cursor.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public void requireEnd() throws JsonInputException {
    if (advance() != null) {
      throw error("expected the end after the JSON value, got " + describe());
    }
  }

  /** Returns the error that the value at the cursor is not what was wanted. */
  public JsonInputException error(String reason) {
    return at(parser.currentTokenLocation(), reason);
  }

  /** Returns the error that the member at the cursor is none of those. */
  JsonInputException unknownMember(@Nullable String name, Set<String> known) {
    return error(
        "unknown member %s, expected one of %s"
            .formatted(
                Visible.quoted(String.valueOf(name)), String.join(", ", new TreeSet<>(known))));
  }

  private void require(JsonToken token, String wanted) throws JsonInputException {
    if (parser.currentToken() != token) {
      throw error("expected " + wanted + ", got " + describe());
    }
  }

  private @Nullable JsonToken advance() throws JsonInputException {
    try {
      return parser.nextToken();
    } catch (JacksonException e) {
      broken = translate(e);
      throw broken;
    }
  }

  private String describe() {
    JsonToken token = parser.currentToken();
    if (token == null) {
      return "nothing";
    }
    return switch (token) {
      case START_OBJECT -> "an object";
      case START_ARRAY -> "an array";
      case VALUE_STRING -> "a string";
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
      default -> token.asString();
    };
  }

  private JsonInputException translate(JacksonException e) {
    TokenStreamLocation location = parser.currentLocation();
    if (e instanceof JacksonIOException && e.getCause() instanceof IOException cause) {
      return at(location, String.valueOf(cause.getMessage()));
    }
    if (e instanceof StreamConstraintsException) {
      return at(location, brokenConstraint(e.getOriginalMessage()));
    }
    if (e instanceof UnexpectedEndOfInputException) {
      return at(location, "the JSON ends in the middle");
    }
    String message = OPENED.matcher(e.getOriginalMessage()).replaceAll("");
    return at(
        location,
        message.startsWith(TWICE)
            ? "expected each member once, got another "
                + Visible.line(message.substring(TWICE.length()))
            : "not JSON: " + Visible.line(message));
  }

  /** Only how Jackson's message begins tells which of the limits it is. */
  private String brokenConstraint(String message) {
    if (parser.streamReadContext().getNestingDepth() > DEEPEST) {
      return "the JSON is nested deeper than " + DEEPEST;
    }
    if (message.startsWith("Number")) {
      return "expected at most " + LONGEST_NUMBER + " characters in one number, got more";
    }
    return message.startsWith("Name")
        ? "expected at most " + LONGEST_NAME + " characters in one name, got more"
        : "expected at most " + LONGEST_STRING + " characters in one string, got more";
  }

  private JsonInputException at(TokenStreamLocation location, String reason) {
    return new JsonInputException(
        reason,
        parser.streamReadContext().pathAsPointer().toString(),
        Math.max(location.getLineNr(), 1),
        Math.max(location.getColumnNr(), 1));
  }

  @Override
  public void close() {
    parser.close();
  }
}
