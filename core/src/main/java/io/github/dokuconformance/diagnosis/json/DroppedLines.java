package io.github.dokuconformance.diagnosis.json;

import io.github.dokuconformance.diagnosis.json.Token.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Puts the line ends back that were taken out of indented JSON: the indentation of each line is
 * still there.
 */
public final class DroppedLines {
  private final List<Token> tokens;
  private final String lineEnd;
  private final StringBuilder out = new StringBuilder();
  // For each open object or array whether its items stood on lines of their own.
  private final Deque<Boolean> onLines = new ArrayDeque<>();

  private DroppedLines(List<Token> tokens, String lineEnd) {
    this.tokens = tokens;
    this.lineEnd = lineEnd;
  }

  /** Tells whether the text has lines, by their indentation, but no line end. */
  public static boolean areMissing(Tokens tokens) {
    List<Token> list = tokens.list();
    return list.stream().noneMatch(DroppedLines::hasLineEnd)
        && IntStream.range(0, list.size())
            .anyMatch(i -> isOpener(list.get(i)) && isIndentation(list, i + 1));
  }

  /** Returns the text with its line ends put back, all but one after the last line. */
  public static String restored(Tokens tokens, String lineEnd) {
    DroppedLines lines = new DroppedLines(tokens.list(), lineEnd);
    lines.restore();
    return lines.out.toString();
  }

  private static boolean hasLineEnd(Token token) {
    return token.kind() == Kind.SPACE
        && (token.text().indexOf('\n') >= 0 || token.text().indexOf('\r') >= 0);
  }

  private void restore() {
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if ((token.is('}') || token.is(']')) && !onLines.isEmpty() && onLines.pop()) {
        breakBeforeIndentation();
      }
      out.append(token.text());
      if (isOpener(token)) {
        boolean indented = isIndentation(tokens, i + 1);
        onLines.push(indented);
        out.append(indented ? lineEnd : "");
      } else if (token.is(',') && !onLines.isEmpty() && onLines.element()) {
        out.append(lineEnd);
      }
    }
  }

  private static boolean isOpener(Token token) {
    return token.is('{') || token.is('[');
  }

  /** One space may stand inside a bracket on the same line; more of them begin another. */
  private static boolean isIndentation(List<Token> tokens, int index) {
    return index < tokens.size()
        && tokens.get(index).kind() == Kind.SPACE
        && (tokens.get(index).text().length() > 1 || tokens.get(index).text().equals("\t"));
  }

  private void breakBeforeIndentation() {
    int at = out.length();
    while (at > 0 && (out.charAt(at - 1) == ' ' || out.charAt(at - 1) == '\t')) {
      at--;
    }
    out.insert(at, lineEnd);
  }
}
