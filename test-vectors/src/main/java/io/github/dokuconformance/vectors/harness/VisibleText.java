package io.github.dokuconformance.vectors.harness;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Shows text so that two values that differ look different: white space as symbols, all else
 * outside ASCII as escapes.
 */
public final class VisibleText {
  /** On each side of a difference: with its label the excerpt fits into 80 columns. */
  private static final int CONTEXT = 32;

  private static final Pattern COLONS = Pattern.compile("(?m)^( *+):(?=:)");

  private VisibleText() {}

  /** Returns the whole text with a visible sign for each space, line end, tab and escape. */
  public static String of(String text) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    text.codePoints().forEach(codePoint -> append(out, codePoint));
    return out.toString();
  }

  /**
   * Returns lines as they are, but for a visible sign for each character that is not seen, and for
   * what makes a line a command to GitHub Actions: {@code ::} at its beginning, {@code ##[}.
   */
  static String lines(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.replace("\r\n", "\n")
        .codePoints()
        .forEach(
            codePoint -> {
              if (codePoint == '\n' || !isInvisible(codePoint)) {
                out.appendCodePoint(codePoint);
              } else {
                append(out, codePoint);
              }
            });
    String seen = COLONS.matcher(out).replaceAll("$1\\\\u{003a}");
    return seen.replace("##[", "#\\u{0023}[");
  }

  private static boolean isInvisible(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.SURROGATE,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR ->
          true;
      default -> false;
    };
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
          out.append(String.format(Locale.ROOT, "\\u{%04x}", codePoint));
        }
      }
    }
  }
}
