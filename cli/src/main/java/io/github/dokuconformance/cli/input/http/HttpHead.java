package io.github.dokuconformance.cli.input.http;

import io.github.dokuconformance.cli.input.HeaderText;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.MessageLimits;
import java.util.Locale;
import java.util.Optional;

/**
 * The headers of a raw HTTP message.
 *
 * @param start the offset of the message's first line
 * @param end the offset after the empty line
 */
record HttpHead(Headers headers, int start, int end) {

  /**
   * Reads header lines up to an empty line.
   *
   * @param start of the message, whose first line has been read
   * @param from the offset of the first header line
   * @param written whether it is an editor's: the end of the file may then stand for the empty line
   */
  static HttpHead read(HttpBytes bytes, int start, int from, boolean written, Variables variables)
      throws InputException {
    HeaderBlock block = new HeaderBlock();
    int at = from;
    while (true) {
      if (bytes.startsWith(at, "###") || (written && at == bytes.length())) {
        return new HttpHead(block.toHeaders(), start, at);
      }
      int lineFeed = lineFeed(bytes, start, at, written);
      String line = bytes.line(at, lineFeed);
      int next = Math.min(lineFeed + 1, bytes.length());
      if (line.isEmpty()) {
        return new HttpHead(block.toHeaders(), start, next);
      }
      if (!line.startsWith("#") && !line.startsWith("//")) {
        add(bytes, at, variables.resolve(line), block, bytes.peek(start) == ':');
      }
      at = next;
    }
  }

  private static int lineFeed(HttpBytes bytes, int start, int at, boolean written)
      throws InputException {
    int lineFeed = bytes.lineFeed(at);
    int end = lineFeed < 0 ? bytes.length() : lineFeed;
    if (end - start > MessageLimits.HEADER_BYTES) {
      throw bytes.error(
          at,
          String.format(
              Locale.ROOT,
              "expected headers of at most %d bytes (64 KiB) and an empty line after them",
              MessageLimits.HEADER_BYTES));
    }
    if (lineFeed < 0 && !written) {
      throw bytes.error(
          end, "expected headers and an empty line after them, got the end of the file");
    }
    return end;
  }

  private static void add(HttpBytes bytes, int at, String line, HeaderBlock block, boolean pseudo)
      throws InputException {
    if (line.startsWith(" ") || line.startsWith("\t")) {
      throw bytes.error(
          at,
          "expected a header, got a line that begins with white space; a header folded over"
              + " several lines is obsolete (RFC 9112, section 5.2), put it on one line");
    }
    Optional<String> variable = Variables.find(line);
    if (variable.isPresent()) {
      throw bytes.error(at, Variables.reason(variable.get()));
    }
    // HTTP/2's pseudo headers begin with a colon, and are for the reader of the first line.
    if (pseudo && line.startsWith(":")) {
      return;
    }
    int colon = line.indexOf(':');
    if (colon < 0) {
      throw bytes.error(
          at, "header line has no colon: " + Visible.quoted(line) + " (expected \"Name: value\")");
    }
    Optional<String> wanted =
        block.add(
            line.substring(0, colon), HeaderText.withoutOuterWhiteSpace(line.substring(colon + 1)));
    if (wanted.isPresent()) {
      throw bytes.error(at, "expected " + wanted.get() + ", got " + Visible.quoted(line));
    }
  }

  HttpHead withEnd(int newEnd) {
    return new HttpHead(headers, start, newEnd);
  }
}
