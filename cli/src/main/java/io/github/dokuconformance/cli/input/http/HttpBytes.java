package io.github.dokuconformance.cli.input.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.InputException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Arrays;

/** The bytes of a raw HTTP file, their lines, and errors that name the line of an offset. */
final class HttpBytes {
  private final String file;
  private final byte[] bytes;

  HttpBytes(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  int length() {
    return bytes.length;
  }

  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(bytes, from, to);
  }

  /** Returns the index of the next LF, or -1. */
  int lineFeed(int from) {
    for (int i = from; i < bytes.length; i++) {
      if (bytes[i] == '\n') {
        return i;
      }
    }
    return -1;
  }

  /** Returns the text from there up to the line feed there, without CRLF or LF. */
  String line(int from, int lineFeed) {
    int end = lineFeed > from && bytes[lineFeed - 1] == '\r' ? lineFeed - 1 : lineFeed;
    try {
      return UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes, from, end - from)).toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, end - from, ISO_8859_1);
    }
  }

  int skipEmptyLines(int from) {
    int at = from;
    for (int next = afterLineEnd(at); next > at; next = afterLineEnd(at)) {
      at = next;
    }
    return at;
  }

  /** Returns the index after the CRLF or LF there, or the same index if there is none. */
  int afterLineEnd(int at) {
    if (at < bytes.length && bytes[at] == '\n') {
      return at + 1;
    }
    boolean crlf = at + 1 < bytes.length && bytes[at] == '\r' && bytes[at + 1] == '\n';
    return crlf ? at + 2 : at;
  }

  /** Returns the index before the CRLF or LF that ends there, but not before the first. */
  int beforeLineEnd(int first, int end) {
    if (end <= first || bytes[end - 1] != '\n') {
      return end;
    }
    return end - 1 > first && bytes[end - 2] == '\r' ? end - 2 : end - 1;
  }

  /** Says whether a status line seems to begin there: {@code HTTP/} and a digit. */
  boolean isResponse(int at) {
    return at + 5 < bytes.length
        && startsWith(at, "HTTP/")
        && bytes[at + 5] >= '0'
        && bytes[at + 5] <= '9';
  }

  /** Says whether that ASCII text stands there. */
  boolean startsWith(int at, String text) {
    if (text.length() > bytes.length - at) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (bytes[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the beginning of the first line that seems to be a status line, or the end. */
  int findResponse(int from) {
    int at = from;
    while (!isResponse(at)) {
      int lineFeed = lineFeed(at);
      if (lineFeed < 0) {
        return bytes.length;
      }
      at = lineFeed + 1;
    }
    return at;
  }

  InputException error(int at, String reason) {
    long line = 1;
    for (int i = lineFeed(0); i >= 0 && i < at; i = lineFeed(i + 1)) {
      line++;
    }
    return InputException.atLine(file, line, reason);
  }
}
