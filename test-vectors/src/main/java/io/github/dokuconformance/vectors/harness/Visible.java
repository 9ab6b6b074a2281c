package io.github.dokuconformance.vectors.harness;

/**
 * Shows text so that two values that differ look different: white space as symbols, all else
 * outside ASCII as escapes.
 */
public final class Visible {
  private static final int CONTEXT = 48;

  private Visible() {}

  /** Returns the whole text with a visible sign for each space, line end, tab and escape. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(codePoint -> append(out, codePoint));
    return out.toString();
  }

  /**
   * Returns two lines: what stands around an offset (counted in code points), and a caret below it.
   */
  static String around(String text, int offset, String indent) {
    int[] codePoints = text.codePoints().toArray();
    int from = Math.max(0, offset - CONTEXT);
    int to = Math.min(codePoints.length, offset + CONTEXT);
    StringBuilder line = new StringBuilder(from > 0 ? "…" : "");
    int caret = line.length();
    for (int i = from; i < to; i++) {
      if (i == offset) {
        caret = line.length();
      }
      append(line, codePoints[i]);
    }
    if (offset >= codePoints.length) {
      caret = line.length();
      line.append("(end)");
    }
    return line + (to < codePoints.length ? "…" : "") + "\n" + indent + " ".repeat(caret) + "^";
  }

  /** Returns at most that many characters, with an ellipsis where something was cut. */
  static String shorten(String text, int limit) {
    return text.length() <= limit ? text : text.substring(0, limit) + "…";
  }

  private static void append(StringBuilder out, int codePoint) {
    switch (codePoint) {
      case '\n' -> out.append('␊');
      case '\r' -> out.append('␍');
      case '\t' -> out.append('␉');
      case ' ' -> out.append('·');
      default -> {
        if (codePoint > 0x20 && codePoint < 0x7F) {
          out.append((char) codePoint);
        } else {
          out.append(String.format("\\u{%04x}", codePoint));
        }
      }
    }
  }
}
