package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.finding.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Shows a text so that nothing in it is invisible: line ends, tabs, spaces at the ends or in a row,
 * byte order marks, and every character that is not ASCII and might pass for one.
 */
public final class VisibleLines {
  private static final int LONGEST = 4_000;

  private VisibleLines() {}

  /** Returns the text's lines, each with its end made visible; cut after 4,000 characters. */
  public static List<String> of(String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    List<String> lines = new ArrayList<>();
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < shown.length(); ) {
      int character = shown.codePointAt(i);
      line.append(isPlainSpace(shown, i) ? " " : character(character));
      i += Character.charCount(character);
      if (character == '\n') {
        lines.add(line.toString());
        line.setLength(0);
      }
    }
    if (shown.length() < text.length()) {
      line.append("[… ").append(text.length() - shown.length()).append(" characters more]");
    }
    if (line.length() > 0 || lines.isEmpty()) {
      lines.add(line.toString());
    }
    return lines;
  }

  /** Returns one line, for a value. */
  public static String line(String text) {
    return text.isEmpty() ? "[empty]" : String.join("", of(text));
  }

  /** Returns a separator in words: {@code LF}, or in quotation marks. */
  public static String separator(String text) {
    return switch (text) {
      case "" -> "nothing";
      case "\n" -> "LF";
      case "\r" -> "CR";
      case "\r\n" -> "CRLF";
      case "\n\n" -> "LF LF";
      case "\\n" -> "the two characters \\n";
      case "\\r\\n" -> "the four characters \\r\\n";
      default -> Visible.quoted(text);
    };
  }

  /** Returns a form of the character in which it can be told from all others. */
  static String character(int character) {
    return switch (character) {
      case '\n' -> "[LF]";
      case '\r' -> "[CR]";
      case '\t' -> "[TAB]";
      case ' ' -> "[SP]";
      case '\u00a0' -> "[NBSP]";
      case '\ufeff' -> "[BOM]";
      default ->
          character >= ' ' && character < 0x7f
              ? new String(Character.toChars(character))
              : named(character);
    };
  }

  private static String named(int character) {
    String code = String.format(Locale.ROOT, "U+%04X", character);
    int type = Character.getType(character);
    boolean visible =
        Character.isLetterOrDigit(character)
            || type == Character.DASH_PUNCTUATION
            || type == Character.OTHER_PUNCTUATION
            || type == Character.MATH_SYMBOL;
    return visible
        ? "[" + code + " " + new String(Character.toChars(character)) + "]"
        : "[" + code + "]";
  }

  /** A space between other characters of its line is plain to see. */
  private static boolean isPlainSpace(String text, int at) {
    return text.charAt(at) == ' '
        && at > 0
        && at + 1 < text.length()
        && !Character.isWhitespace(text.charAt(at - 1))
        && !Character.isWhitespace(text.charAt(at + 1));
  }
}
