package io.github.dokuconformance.finding;

/** Makes text that came from outside safe to show on one line of a terminal. */
public final class Visible {
  private static final int LONGEST = 200;

  private Visible() {}

  /**
   * Returns the text on one line: control characters, line ends and invisible characters as
   * escapes, cut after 200 characters.
   */
  public static String line(String text) {
    if (text.length() <= LONGEST && isPrintableAscii(text)) {
      return text;
    }
    StringBuilder out = new StringBuilder(Math.min(text.length(), LONGEST) + 16);
    int shown = 0;
    int i = 0;
    while (i < text.length() && shown < LONGEST) {
      int character = text.codePointAt(i);
      append(out, character);
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
          out.append(String.format("\\u%04x", character));
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
        || type == Character.FORMAT
        || type == Character.SURROGATE
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || (type == Character.SPACE_SEPARATOR && character != ' ');
  }
}
