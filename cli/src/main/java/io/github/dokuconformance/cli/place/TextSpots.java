package io.github.dokuconformance.cli.place;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.http.HttpOutline;
import io.github.dokuconformance.message.Exchange;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Places in a raw HTTP file and in a curl command. */
final class TextSpots {
  /** A header as an argument: after the quotation mark, up to the one that ends it. */
  private static final Pattern ARGUMENT =
      Pattern.compile("(?:-H|--header)\\s*(['\"]?)([^\\s:;'\"]+)\\s*[:;].*?(?=\\1(?:\\s|$))");

  private final byte[] content;
  private final LineIndex lines;
  private final String text;

  private TextSpots(String file, byte[] content) {
    this.content = content;
    this.text = new String(content, UTF_8);
    this.lines = new LineIndex(file, text, 1, 1);
  }

  static ExchangeSpots http(String file, byte[] content, int number) throws InputException {
    TextSpots spots = new TextSpots(file, content);
    HttpOutline outline = HttpOutline.of(file, content, number, AllowedFiles.none());
    ExchangeSpots all = ExchangeSpots.empty();
    spots.message(outline.request(), all.request());
    if (outline.response().isPresent()) {
      spots.message(outline.response().get(), all.response());
    }
    return all;
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
    while (header.find()) {
      all.request().header(header.group(2), spots.lines.place(header.start(2), header.end()));
    }
    String body = new String(exchange.request().body().toByteArray(), UTF_8);
    int at = body.isEmpty() ? -1 : spots.text.indexOf(body);
    if (at >= 0) {
      spots.body(all.request(), body, at);
    }
    return all;
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

  /** Returns the offset in the text of a byte; what is not UTF-8 counts as it is shown. */
  private int offset(int bytes) {
    return new String(content, 0, bytes, UTF_8).length();
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
