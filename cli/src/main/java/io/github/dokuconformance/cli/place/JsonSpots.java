package io.github.dokuconformance.cli.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Closeable;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.json.JsonFactory;

/**
 * Goes through exchanges in JSON from front to back: exchange JSON, alone or in a list, and HAR.
 *
 * <p>Holds one exchange's body at a time. The input has been read before, so that it is sound up to
 * the last exchange that is asked for.
 */
final class JsonSpots implements Closeable {
  private static final JsonFactory FACTORY =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(1000)
                  .maxStringLength(14 << 20)
                  .build())
          .build();

  private final String file;
  private final int firstLine;
  private final RecentText text;
  private final JsonParser parser;
  private boolean begun;

  /**
   * Starts at the beginning of a text.
   *
   * @param firstLine the line of the file at which the text begins
   */
  JsonSpots(String file, InputStream in, int firstLine) {
    this.file = file;
    this.firstLine = firstLine;
    this.text = new RecentText(new InputStreamReader(in, UTF_8));
    this.parser = FACTORY.createParser(ObjectReadContext.empty(), text);
    parser.nextToken();
  }

  /** Goes into the list of exchanges, if the text is one or holds one. */
  void enterList() {
    while (parser.currentToken() == JsonToken.START_OBJECT) {
      String wanted = parser.streamReadContext().getNestingDepth() == 1 ? "log" : "entries";
      String name = parser.nextName();
      for (; name != null && !name.equals(wanted); name = parser.nextName()) {
        parser.nextToken();
        parser.skipChildren();
      }
      parser.nextToken();
    }
    parser.nextToken();
  }

  /** Reads the exchange that comes after so many others of a list, from the last one read. */
  ExchangeSpots exchange(int passedOver) {
    if (begun) {
      // Not before it is asked for: what follows the last exchange that is sound may be no JSON.
      parser.nextToken();
    }
    begun = true;
    for (int i = 0; i < passedOver; i++) {
      parser.skipChildren();
      parser.nextToken();
    }
    ExchangeSpots spots = ExchangeSpots.empty();
    Place whole = bracket();
    spots.request().whole(whole);
    spots.response().whole(whole);
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      switch (name) {
        case "request" -> message(spots.request());
        case "response" -> message(spots.response());
        default -> parser.skipChildren();
      }
    }
    return spots;
  }

  private void message(MessageSpots spots) {
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    spots.whole(bracket());
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      switch (name) {
        case "headers" -> headers(spots);
        case "body", "postData", "content" -> body(spots);
        default -> parser.skipChildren();
      }
    }
  }

  /** Reads a list, or an object with the names as its own. */
  private void headers(MessageSpots spots) {
    if (parser.currentToken() == JsonToken.START_ARRAY) {
      listed(spots);
    } else if (parser.currentToken() == JsonToken.START_OBJECT) {
      for (String name = parser.nextName(); name != null; name = parser.nextName()) {
        TokenStreamLocation from = parser.currentTokenLocation();
        parser.nextToken();
        parser.skipChildren();
        // A string is read to its end on demand alone.
        parser.finishToken();
        spots.header(name, place(from, parser.currentLocation()));
      }
    }
  }

  /** Reads {@code [name, value]} and {@code {"name":…,"value":…}}. */
  private void listed(MessageSpots spots) {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      if (!parser.currentToken().isStructStart()) {
        continue;
      }
      boolean object = parser.currentToken() == JsonToken.START_OBJECT;
      TokenStreamLocation from = parser.currentTokenLocation();
      Map<String, String> members = new HashMap<>();
      while (true) {
        String member = object ? parser.nextName() : members.isEmpty() ? "name" : "value";
        if (member == null || parser.nextToken() == JsonToken.END_ARRAY) {
          break;
        }
        if (parser.currentToken() == JsonToken.VALUE_STRING) {
          members.put(member, parser.getString());
        }
        parser.skipChildren();
      }
      spots.header(members.getOrDefault("name", ""), place(from, parser.currentLocation()));
    }
  }

  private void body(MessageSpots spots) {
    @Nullable Place base64 = null;
    boolean encoded = false;
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      parser.skipChildren();
      return;
    }
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      switch (name) {
        case "utf8", "text" -> base64 = literal(spots);
        case "base64" -> {
          base64 = literal(spots);
          encoded = true;
        }
        case "encoding" -> encoded = !parser.getString().isEmpty();
        default -> parser.skipChildren();
      }
    }
    if (encoded && base64 != null) {
      spots.body(base64);
    }
  }

  /** Notes the string here as a body, and returns where it stands as a whole. */
  private Place literal(MessageSpots spots) {
    TokenStreamLocation from = parser.currentTokenLocation();
    text.keep(true);
    String body = parser.getString();
    TokenStreamLocation to = parser.currentLocation();
    text.keep(false);
    // Without the quotation marks; a string cannot go over a line end.
    String raw = text.text(from.getCharOffset() + 1, to.getCharOffset() - 1);
    LineIndex lines = new LineIndex(file, raw, line(from), from.getColumnNr() + 1);
    spots.body(
        pointers -> {
          PointerSpans spans = PointerSpans.find(body, pointers);
          Map<String, Place> found = new HashMap<>();
          for (String pointer : pointers) {
            Span written = StringLiteral.written(raw, spans.of(pointer));
            found.put(pointer, lines.place(written.from(), written.to()));
          }
          return found;
        });
    return place(from, to);
  }

  private Place bracket() {
    TokenStreamLocation at = parser.currentTokenLocation();
    return new Place(file, line(at), at.getColumnNr(), line(at), at.getColumnNr() + 1);
  }

  private Place place(TokenStreamLocation from, TokenStreamLocation to) {
    return new Place(file, line(from), from.getColumnNr(), line(to), to.getColumnNr());
  }

  private int line(TokenStreamLocation at) {
    return firstLine - 1 + at.getLineNr();
  }

  @Override
  public void close() {
    parser.close();
  }
}
