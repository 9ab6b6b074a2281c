package io.github.dokuconformance.cli.input.http;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.MessageLimits;
import java.io.ByteArrayOutputStream;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Puts the chunks of a body together; extensions and trailer fields are passed over.
 *
 * <p>Source: RFC 9112, section 7.1; LF is taken for CRLF, as editors change it.
 */
final class HttpChunks {
  private static final Pattern SIZE_LINE = Pattern.compile("([0-9A-Fa-f]{1,8})[ \\t]*(?:;.*)?");

  private HttpChunks() {}

  /** Says whether a chunk's size stands there. */
  static boolean beginAt(HttpBytes bytes, int at) {
    int lineFeed = bytes.lineFeed(at);
    return lineFeed >= 0 && SIZE_LINE.matcher(bytes.line(at, lineFeed)).matches();
  }

  static HttpBody read(HttpBytes bytes, int start) throws InputException {
    ByteArrayOutputStream content = new ByteArrayOutputStream();
    int at = start;
    while (true) {
      int lineFeed = lineFeed(bytes, at);
      int size = size(bytes, at, bytes.line(at, lineFeed));
      int from = lineFeed + 1;
      if (size == 0) {
        return new HttpBody(Body.of(content.toByteArray()), afterTrailers(bytes, from), true);
      }
      if (size > bytes.length() - from) {
        throw bytes.error(
            at,
            String.format(
                Locale.ROOT,
                "expected a chunk of %d bytes, got %d before the end of the file",
                size,
                bytes.length() - from));
      }
      if (size > MessageLimits.BODY_BYTES - content.size()) {
        throw bytes.error(
            at,
            String.format(
                Locale.ROOT,
                "expected a body of at most %d bytes (10 MiB), got more",
                MessageLimits.BODY_BYTES));
      }
      content.writeBytes(bytes.copy(from, from + size));
      at = bytes.afterLineEnd(from + size);
      if (at == from + size) {
        throw bytes.error(at, "expected a line end after a chunk of " + size + " bytes");
      }
    }
  }

  private static int size(HttpBytes bytes, int at, String line) throws InputException {
    Matcher matcher = SIZE_LINE.matcher(line);
    if (!matcher.matches()) {
      throw bytes.error(
          at, "expected the size of a chunk in hex digits, got " + Visible.quoted(line));
    }
    long size = Long.parseLong(matcher.group(1), 16);
    return (int) Math.min(size, Integer.MAX_VALUE);
  }

  private static int afterTrailers(HttpBytes bytes, int start) throws InputException {
    int at = start;
    while (at < bytes.length() && !bytes.isStart(at)) {
      int lineFeed = lineFeed(bytes, at);
      if (bytes.line(at, lineFeed).isEmpty()) {
        return lineFeed + 1;
      }
      at = lineFeed + 1;
    }
    return at;
  }

  private static int lineFeed(HttpBytes bytes, int at) throws InputException {
    int lineFeed = bytes.lineFeed(at);
    if (lineFeed < 0) {
      throw bytes.error(bytes.length(), "expected another chunk, got the end of the file");
    }
    return lineFeed;
  }
}
