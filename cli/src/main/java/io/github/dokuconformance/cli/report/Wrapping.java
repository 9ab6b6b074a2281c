package io.github.dokuconformance.cli.report;

import java.util.ArrayList;
import java.util.List;

/** Lines of prose, folded at spaces for a terminal, with what goes on below what began. */
public final class Wrapping {
  /** No line is folded to less. */
  static final int NARROWEST = 40;

  private Wrapping() {}

  /**
   * Returns the lines that a line becomes. What goes on is indented as the text of the line is:
   * behind its margin, and behind a first cell that two or more spaces part from the rest.
   */
  public static List<String> wrap(String line, int width) {
    int indent = indent(line);
    if (width < NARROWEST || visible(line) <= width || indent > width / 2) {
      return List.of(line);
    }
    List<String> lines = new ArrayList<>();
    StringBuilder current = new StringBuilder(line.substring(0, indent));
    boolean empty = true;
    for (String word : line.substring(indent).split(" ", -1)) {
      if (!empty && visible(current) + 1 + visible(word) > width) {
        lines.add(current.toString());
        current = new StringBuilder(" ".repeat(indent(line, indent)));
        empty = true;
      }
      current.append(empty ? "" : " ").append(word);
      empty = false;
    }
    lines.add(current.toString());
    return lines;
  }

  private static int indent(String line, int end) {
    return visible(line.substring(0, end));
  }

  private static int indent(String line) {
    int margin = 0;
    while (margin < line.length() && line.charAt(margin) == ' ') {
      margin++;
    }
    int gap = line.indexOf("  ", margin);
    if (gap < 0 || gap > margin + 12) {
      return line.startsWith("→ ", margin) ? margin + 2 : margin;
    }
    while (gap < line.length() && line.charAt(gap) == ' ') {
      gap++;
    }
    return gap;
  }

  /** Returns how wide a text is, without the sequences that colour it. */
  private static int visible(CharSequence text) {
    int width = 0;
    boolean inSequence = false;
    for (int i = 0; i < text.length(); i++) {
      char next = text.charAt(i);
      if (next == '\u001b') {
        inSequence = true;
      } else if (inSequence) {
        inSequence = next != 'm';
      } else {
        width++;
      }
    }
    return width;
  }
}
