package io.github.dokuconformance.finding;

import java.util.Locale;

/** Makes text that came from outside safe to show on one line of a terminal. */
public final class Visible {
  private static final int LONGEST = 200;

  /** What makes GitHub Actions obey a line, wherever in it it stands. */
  private static final String COMMAND = "##[";

  /** Letters and marks that show nothing. */
  private static final String BLANK = "\u034f\u115f\u1160\u17b4\u17b5\u2800\u3164\uffa0";

  private Visible() {}

  /**
   * Returns the text on one line: control characters, line ends and invisible characters as
   * escapes, cut after 200 characters.
   */
  public static String line(String text) {
    return line(text, LONGEST);
  }

  /**
   * Returns a name, such as a file's, as it may begin a line: whole, with escapes as in {@link
   * #line}, and so that GitHub Actions takes no line for one of its commands, which begins with
   * {@code ::}.
   */
  public static String name(String text) {
    String seen = line(text, Integer.MAX_VALUE);
    return seen.stripLeading().startsWith("::") ? seen.replaceFirst(":", "\\\\u003a") : seen;
  }

  /** As {@link #line(String)}, cut after so many characters. */
  static String line(String text, int longest) {
    if (text.length() <= longest && isPrintableAscii(text) && !text.contains(COMMAND)) {
      return text;
    }
    StringBuilder out = new StringBuilder(Math.min(text.length(), longest) + 16);
    int shown = 0;
    int i = 0;
    while (i < text.length() && shown < longest) {
      int character = text.codePointAt(i);
      if (text.startsWith(COMMAND, i)) {
        out.append("\\u0023");
      } else {
        append(out, character);
      }
      shown++;
      i += Character.charCount(character);
    }
    if (i < text.length()) {
      out.append("… (").append(text.length()).append(" characters)");
    }
    return out.toString();
  }

  /** Returns the text on one line and in quotation marks. */
  public static String quoted(String text) {
    return '"' + line(text) + '"';
  }

  /** Tells whether a text can be shown as it is: nothing in it but printable ASCII. */
  public static boolean isPrintableAscii(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' || text.charAt(i) > '~') {
        return false;
      }
    }
    return true;
  }

  private static void append(StringBuilder out, int character) {
    switch (character) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      default -> {
        if (isInvisible(character)) {
          out.append(String.format(Locale.ROOT, "\\u%04x", character));
        } else {
          out.appendCodePoint(character);
        }
      }
    }
  }

  private static boolean isInvisible(int character) {
    if (character < 0x7f) {
      return character < ' ';
    }
    int type = Character.getType(character);
    return type == Character.CONTROL
        || BLANK.indexOf(character) >= 0
        || (character >= 0xfe00 && character <= 0xfe0f)
        || (character >= 0xe0100 && character <= 0xe01ef)
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (type == Character.SPACE_SEPARATOR && character != ' ');
  }
}
