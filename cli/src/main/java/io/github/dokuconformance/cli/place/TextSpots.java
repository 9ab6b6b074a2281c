package io.github.dokuconformance.cli.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.http.HttpOutline;
import io.github.dokuconformance.message.Exchange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in a raw HTTP file and in a curl command. */
final class TextSpots {
  /** A header as an argument, up to its value: the quotation mark, and the name. */
  private static final Pattern ARGUMENT =
      Pattern.compile("(?:-H|--header)\\s*+(['\"]?+)([^\\s:;'\"]{1,200}+)\\s*+[:;]");

  /** So much of a body is looked for at first, and compared at so many places where it stands. */
  private static final int BEGINNING = 64;

  private static final int MOST_PLACES = 100;

  private final byte[] content;
  private final LineIndex lines;
  private final String text;
  private int knownBytes;
  private int knownOffset;

  private TextSpots(String file, byte[] content) {
    this.content = content;
    this.text = new String(content, UTF_8);
    this.lines = new LineIndex(file, text, 1, 1);
  }

  /** Returns the places of all exchanges of a raw HTTP file; nothing for one that has none. */
  static List<Optional<ExchangeSpots>> http(String file, byte[] content) throws InputException {
    TextSpots spots = new TextSpots(file, content);
    List<Optional<ExchangeSpots>> all = new ArrayList<>();
    for (Optional<HttpOutline> outline : HttpOutline.of(file, content)) {
      all.add(outline.map(spots::exchange));
    }
    return all;
  }

  private ExchangeSpots exchange(HttpOutline outline) {
    ExchangeSpots spots = ExchangeSpots.empty();
    message(outline.request(), spots.request());
    outline.response().ifPresent(response -> message(response, spots.response()));
    return spots;
  }

  /**
   * Finds the headers and, where it stands in the command as it is sent, the body.
   *
   * <p>A body with the shell's escapes in it, put together from several options or taken from a
   * file is not found: its findings stand at the command's beginning.
   */
  static ExchangeSpots curl(String file, byte[] content, Exchange exchange) {
    TextSpots spots = new TextSpots(file, content);
    ExchangeSpots all = ExchangeSpots.empty();
    int start = Math.max(spots.text.indexOf("curl"), 0);
    all.request().whole(spots.lines.place(start, Math.min(start + 4, spots.text.length())));
    Matcher header = ARGUMENT.matcher(spots.text);
    int from = 0;
    while (header.region(from, spots.text.length()).find()) {
      int end = spots.endOfArgument(header.end(), header.group(1));
      if (end < 0) {
        from = spots.lineEnd(header.end());
      } else {
        all.request().header(header.group(2), spots.lines.place(header.start(2), end));
        from = end;
      }
    }
    String body = new String(exchange.request().body().toByteArray(), UTF_8);
    int at = spots.indexOf(body);
    if (at >= 0) {
      spots.body(all.request(), body, at);
    }
    return all;
  }

  /** Returns where a quotation mark before white space ends the argument on its line, or -1. */
  private int endOfArgument(int from, String quote) {
    int lineEnd = lineEnd(from);
    for (int at = from; at + quote.length() <= lineEnd; at++) {
      int after = at + quote.length();
      boolean ends = after == lineEnd || Character.isWhitespace(text.charAt(after));
      if (ends && text.startsWith(quote, at)) {
        return at;
      }
    }
    return -1;
  }

  /** Returns where the body stands, or -1 where it does not, or too much begins as it does. */
  private int indexOf(String body) {
    String beginning = body.substring(0, Math.min(body.length(), BEGINNING));
    int at = body.isEmpty() ? -1 : text.indexOf(beginning);
    for (int tried = 1; at >= 0 && !text.startsWith(body, at); tried++) {
      at = tried == MOST_PLACES ? -1 : text.indexOf(beginning, at + 1);
    }
    return at;
  }

  private void message(HttpOutline.Message message, MessageSpots spots) {
    int at = offset(message.start());
    int body = offset(message.body());
    int end = lineEnd(at);
    spots.whole(lines.place(at, end));
    for (at = next(end); at < body; at = next(end)) {
      end = lineEnd(at);
      int colon = text.indexOf(':', at);
      if (colon > at && colon < end) {
        spots.header(text.substring(at, colon).strip(), lines.place(at, end));
      }
    }
    if (message.verbatim()) {
      int length = message.end() - message.body();
      body(spots, new String(content, message.body(), length, UTF_8), body);
    } else {
      spots.body(lines.place(body, lineEnd(body)));
    }
  }

  private void body(MessageSpots spots, String body, int start) {
    spots.body(
        pointers -> {
          PointerSpans spans = PointerSpans.find(body, pointers);
          Map<String, Place> found = new HashMap<>();
          for (String pointer : pointers) {
            Span span = spans.of(pointer).shifted(start);
            found.put(pointer, lines.place(span.from(), span.to()));
          }
          return found;
        });
  }

  /**
   * Returns the offset in the text of a byte that begins a line, none before the last asked for;
   * what is not UTF-8 counts as it is shown.
   */
  private int offset(int bytes) {
    knownOffset += new String(content, knownBytes, bytes - knownBytes, UTF_8).length();
    knownBytes = bytes;
    return knownOffset;
  }

  /** Returns where the line's text ends, before CRLF or LF. */
  private int lineEnd(int from) {
    int end = text.indexOf('\n', from);
    if (end < 0) {
      return text.length();
    }
    return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  private int next(int lineEnd) {
    int end = text.indexOf('\n', lineEnd);
    return end < 0 ? text.length() : end + 1;
  }
}
