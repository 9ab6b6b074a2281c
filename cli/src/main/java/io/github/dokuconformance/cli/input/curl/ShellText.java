package io.github.dokuconformance.cli.input.curl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.cli.input.InputException;
import java.util.regex.Pattern;

/** The bytes of a command, read one after the other, with the line that is being read. */
final class ShellText {
  /** How far to look for what a line begins with. */
  private static final int LOOK = 200;

  private final String file;
  private final byte[] bytes;
  private int at;
  private int line = 1;

  ShellText(String file, byte[] bytes) {
    this.file = file;
    this.bytes = bytes;
  }

  boolean atEnd() {
    return at == bytes.length;
  }

  int line() {
    return line;
  }

  /** Returns the next byte and leaves it there, or -1 at the end. */
  int peek() {
    return atEnd() ? -1 : bytes[at] & 0xff;
  }

  int take() throws InputException {
    int c = bytes[at++] & 0xff;
    if (c == 0) {
      throw error("expected text, got a NUL byte, which no argument can hold");
    }
    if (c == '\n') {
      line++;
    }
    return c;
  }

  /** Takes the next byte inside of quotes. */
  int takeQuoted(char quote, int openedOnLine) throws InputException {
    if (atEnd()) {
      throw InputException.atLine(
          file, openedOnLine, "expected a closing " + quote + " for the one here, got the end");
    }
    return take();
  }

  /** Takes up to so many digits of that base and returns their value, or -1 if there are none. */
  int takeDigits(int atMost, int base) throws InputException {
    int value = -1;
    for (int i = 0; i < atMost && Character.digit(peek(), base) >= 0; i++) {
      value = Math.max(value, 0) * base + Character.digit(take(), base);
    }
    return value;
  }

  /** Passes over a CRLF or LF, and says whether there was one. */
  boolean skipLineEnd() throws InputException {
    boolean crlf = peek() == '\r' && at + 1 < bytes.length && bytes[at + 1] == '\n';
    if (crlf) {
      at++;
    }
    if (peek() != '\n') {
      return false;
    }
    take();
    return true;
  }

  /** Says whether that text stands here. */
  boolean isAt(String wanted) {
    int from = at;
    boolean there = skip(wanted);
    at = from;
    return there;
  }

  /** Says whether the rest of the line begins so, as ISO-8859-1. */
  boolean isLineAt(Pattern pattern) {
    int end = at;
    while (end < bytes.length && end < at + LOOK && bytes[end] != '\n') {
      end++;
    }
    return pattern.matcher(new String(bytes, at, end - at, ISO_8859_1)).lookingAt();
  }

  private String restOfLine() {
    int end = at;
    while (end < bytes.length && bytes[end] != '\n') {
      end++;
    }
    return new String(bytes, at, end - at, ISO_8859_1);
  }

  /** Takes the rest of the line with its line end, and returns it without. */
  String takeLine() {
    String taken = restOfLine();
    at = Math.min(at + taken.length() + 1, bytes.length);
    line++;
    return taken.endsWith("\r") ? taken.substring(0, taken.length() - 1) : taken;
  }

  /** Passes over that text, and says whether it was there. */
  boolean skip(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (at + i >= bytes.length || (bytes[at + i] & 0xff) != text.charAt(i)) {
        return false;
      }
    }
    at += text.length();
    return true;
  }

  void skipRestOfLine() throws InputException {
    while (!atEnd() && peek() != '\n') {
      take();
    }
  }

  boolean atLineStart() {
    int before = at;
    while (before > 0 && (bytes[before - 1] == ' ' || bytes[before - 1] == '\t')) {
      before--;
    }
    return before == 0 || bytes[before - 1] == '\n';
  }

  InputException errorAt(int ofLine, String reason) {
    return InputException.atLine(file, ofLine, reason);
  }

  InputException error(String reason) {
    return InputException.atLine(file, line, reason);
  }
}
