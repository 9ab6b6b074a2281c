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
  private final int[] lines;

  /** A line whose number was asked for, and its beginning: errors go from front to back. */
  private int knownLine = 1;

  private int knownStart;

  HttpBytes(String file, byte[] bytes) {
    this(file, bytes, new int[0]);
  }

  /** Takes lines of another text, whose numbers there are given. */
  HttpBytes(String file, byte[] bytes, int[] lines) {
    this.file = file;
    this.bytes = bytes;
    this.lines = lines;
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
    return startsWith(at, ":status:")
        || (at + 5 < bytes.length
            && startsWith(at, "HTTP/")
            && bytes[at + 5] >= '0'
            && bytes[at + 5] <= '9');
  }

  /** Says whether an interim response begins there, such as 100 Continue. */
  boolean isInterim(int at) {
    int lineFeed = isResponse(at) ? lineFeed(at) : -1;
    return lineFeed >= 0 && line(at, lineFeed).matches("HTTP/\\d(\\.\\d)? 1\\d\\d( .*)?");
  }

  /** Returns the byte there, or -1 at the end. */
  int peek(int at) {
    return at < bytes.length ? bytes[at] & 0xff : -1;
  }

  /** Returns the text of the line that begins there, which the end of the file may end. */
  String lineAt(int at) {
    return line(at, lineEnd(at));
  }

  /** Returns the index of the line's LF, or the end of the file. */
  int lineEnd(int at) {
    int lineFeed = lineFeed(at);
    return lineFeed < 0 ? bytes.length : lineFeed;
  }

  /** Returns where the next line begins, or the end of the file. */
  int nextLine(int at) {
    return Math.min(lineEnd(at) + 1, bytes.length);
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

  /** Returns the beginning of the first line at which something new starts, or the end. */
  int findStart(int from, boolean orResponse) {
    int at = from;
    while (at < bytes.length && (!isStart(at) || (isResponse(at) && !orResponse))) {
      at = nextLine(at);
    }
    return at;
  }

  /** Says whether something new starts there: a message, a separator, a response handler. */
  boolean isStart(int at) {
    return isResponse(at) || isEditorsMark(at) || RequestLine.isWithVersion(this, at);
  }

  /** Says whether a line is for an editor's HTTP client, or for Markdown, and no part of a body. */
  boolean isEditorsMark(int at) {
    if (at == bytes.length || "#<>`".indexOf(bytes[at]) < 0) {
      return false;
    }
    return startsWith(at, "###")
        || startsWith(at, "```")
        || startsWith(at, "<> ")
        || startsWith(at, ">> ")
        || startsWith(at, ">>! ")
        || startsWith(at, "> ");
  }

  /** Returns the number of the line of an index, counted from 1. */
  long lineNumber(int at) {
    if (at < knownStart) {
      knownLine = 1;
      knownStart = 0;
    }
    for (int i = lineFeed(knownStart); i >= 0 && i < at; i = lineFeed(i + 1)) {
      knownLine++;
      knownStart = i + 1;
    }
    return knownLine <= lines.length ? lines[knownLine - 1] : knownLine;
  }

  InputException error(int at, String reason) {
    return InputException.atLine(file, lineNumber(at), reason);
  }
}
