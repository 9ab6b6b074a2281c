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
 * The head of a raw HTTP message: its first line and its headers.
 *
 * @param start the offset of the first line
 * @param end the offset after the empty line
 */
record HttpHead(String startLine, Headers headers, int start, int end) {

  static HttpHead read(HttpBytes bytes, int start) throws InputException {
    int lineFeed = lineFeed(bytes, start, start);
    String startLine = bytes.line(start, lineFeed);
    HeaderBlock block = new HeaderBlock();
    int at = lineFeed + 1;
    while (true) {
      lineFeed = lineFeed(bytes, start, at);
      String line = bytes.line(at, lineFeed);
      if (line.isEmpty()) {
        return new HttpHead(startLine, block.toHeaders(), start, lineFeed + 1);
      }
      add(bytes, at, line, block);
      at = lineFeed + 1;
    }
  }

  private static int lineFeed(HttpBytes bytes, int start, int at) throws InputException {
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
    if (lineFeed < 0) {
      throw bytes.error(
          end, "expected headers and an empty line after them, got the end of the file");
    }
    return lineFeed;
  }

  private static void add(HttpBytes bytes, int at, String line, HeaderBlock block)
      throws InputException {
    if (line.startsWith(" ") || line.startsWith("\t")) {
      throw bytes.error(
          at,
          "expected a header, got a line that begins with white space; a header folded over"
              + " several lines is obsolete (RFC 9112, section 5.2), put it on one line");
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
}
