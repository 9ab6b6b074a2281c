package io.github.dokuconformance.message.json;

import io.github.dokuconformance.finding.Visible;

/**
 * JSON that is not well formed, or not what was wanted: the reason, and the place in the text.
 *
 * <p>There is no cause: a cause's message could repeat more of the input than is wanted.
 */
public final class JsonInputException extends Exception {
  private static final long serialVersionUID = 1;

  private final String reason;
  private final String pointer;
  private final int line;
  private final int column;

  JsonInputException(String reason, String pointer, int line, int column) {
    super(line + ":" + column + ": " + reason + suffix(pointer));
    this.reason = reason;
    this.pointer = pointer;
    this.line = line;
    this.column = column;
  }

  private static String suffix(String pointer) {
    return pointer.isEmpty() ? "" : " (at " + Visible.line(pointer) + ")";
  }

  /** Returns what was wanted and what came, on one line, without the place. */
  public String reason() {
    return reason;
  }

  /** Returns the JSON pointer (RFC 6901) to the value at fault, empty for the document itself. */
  public String pointer() {
    return pointer;
  }

  /** Returns the line, counted from 1. */
  public int line() {
    return line;
  }

  /** Returns the column in characters, counted from 1. */
  public int column() {
    return column;
  }
}
