package io.github.dokuconformance.cli.input.curl;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Visible;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Splits one command into words, as a POSIX shell does; nothing is executed or expanded.
 *
 * <p>Knows {@code '…'}, {@code "…"}, {@code $'…'}, backslashes, lines continued by a backslash, and
 * comments. What only a running shell could answer (variables, substitutions, pipes), a second
 * command and the quoting of Windows' cmd are errors.
 *
 * <p>Source: POSIX.1-2017, Shell Command Language, sections 2.2 and 2.3; {@code $'…'} is in
 * POSIX.1-2024, section 2.2.4. For one use.
 */
final class ShellWords {
  private static final String OPERATORS = "|&;<>()`";
  private static final String EXPANDED = "_{(@*#?$!-";

  private final ShellText text;
  private final List<ShellWord> words = new ArrayList<>();
  private final ByteArrayOutputStream word = new ByteArrayOutputStream();
  private boolean inWord;
  private int wordLine;
  private boolean ended;

  private ShellWords(ShellText text) {
    this.text = text;
  }

  static List<ShellWord> split(String file, byte[] command) throws InputException {
    ShellWords words = new ShellWords(new ShellText(file, command));
    words.split();
    return words.words;
  }

  private void split() throws InputException {
    while (!text.atEnd()) {
      if (!inWord && text.peek() == '#') {
        text.skipRestOfLine();
        continue;
      }
      int c = text.take();
      switch (c) {
        case ' ', '\t', '\r' -> endWord();
        case '\n' -> {
          endWord();
          ended = !words.isEmpty();
        }
        case '\'' -> singleQuoted();
        case '"' -> doubleQuoted();
        case '$' -> dollar();
        case '\\' -> backslash();
        default -> plain(c);
      }
    }
    endWord();
  }

  private void plain(int c) throws InputException {
    if (OPERATORS.indexOf(c) >= 0) {
      throw text.error(
          "expected one plain curl command, got the shell's %c outside of quotes".formatted(c));
    }
    if (c == '^' && "\"\r\n".indexOf(text.peek()) >= 0) {
      throw text.error(
          "expected the quoting of a POSIX shell, got that of Windows' cmd; let the browser copy"
              + " the command for bash");
    }
    begin();
    word.write(c);
  }

  private void backslash() throws InputException {
    if (!text.skipLineEnd()) {
      begin();
      word.write(text.atEnd() ? '\\' : text.take());
    }
  }

  private void singleQuoted() throws InputException {
    begin();
    int opened = text.line();
    for (int c = quoted('\'', opened); c != '\''; c = quoted('\'', opened)) {
      word.write(c);
    }
  }

  private void doubleQuoted() throws InputException {
    begin();
    int opened = text.line();
    for (int c = quoted('"', opened); c != '"'; c = quoted('"', opened)) {
      switch (c) {
        case '$', '`' -> literal(c);
        case '\\' -> {
          if (!text.skipLineEnd()) {
            if ("$`\"\\".indexOf(text.peek()) < 0) {
              word.write('\\');
            }
            word.write(quoted('"', opened));
          }
        }
        default -> word.write(c);
      }
    }
  }

  private void dollar() throws InputException {
    begin();
    if (text.peek() == '"') {
      throw text.error("expected quotes without $ before \"");
    }
    if (text.peek() != '\'') {
      literal('$');
      return;
    }
    text.take();
    int opened = text.line();
    for (int c = quoted('\'', opened); c != '\''; c = quoted('\'', opened)) {
      if (c == '\\') {
        word.writeBytes(ShellEscape.read(text));
      } else {
        word.write(c);
      }
    }
  }

  /** Takes a dollar sign for itself, unless a shell would put something in its place. */
  private void literal(int c) throws InputException {
    int next = text.peek();
    if (c == '`' || Character.isLetterOrDigit(next) || (next > 0 && EXPANDED.indexOf(next) >= 0)) {
      throw text.error(
          "expected a command without variables and substitutions, got %s; write the value itself"
              .formatted(Visible.quoted((char) c + (next < 0 ? "" : Character.toString(next)))));
    }
    word.write(c);
  }

  private int quoted(char quote, int opened) throws InputException {
    return text.takeQuoted(quote, opened);
  }

  private void begin() throws InputException {
    if (ended) {
      throw text.error(
          "expected one curl command, got another line after it; a line that goes on ends with \\");
    }
    if (!inWord) {
      inWord = true;
      wordLine = text.line();
    }
  }

  private void endWord() {
    if (inWord) {
      words.add(new ShellWord(word.toByteArray(), wordLine));
      word.reset();
      inWord = false;
    }
  }
}
