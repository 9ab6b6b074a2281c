package io.github.dokuconformance.cli.input.curl;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes a text apart into commands and their words, as a POSIX shell does; nothing is executed or
 * expanded.
 *
 * <p>Knows {@code '…'}, {@code "…"}, {@code $'…'}, backslashes, lines continued by a backslash,
 * comments, here-documents, and what people paste around a command: a prompt, the fence of
 * Markdown. What a command is piped into, and where its output goes, is passed over. What only a
 * running shell could answer (variables, substitutions) and the quoting of Windows are errors.
 *
 * <p>Source: POSIX.1-2017, Shell Command Language, sections 2.2, 2.3 and 2.7; {@code $'…'} is in
 * POSIX.1-2024, section 2.2.4. For one use.
 */
final class ShellCommands {
  private static final String EXPANDED = "_{(@*#?$!-";
  private static final Pattern PROMPT = Pattern.compile("(?:[$%]|\\S*[@:~]\\S*[$%])[ \\t]+(?=\\S)");
  private static final Pattern CURL =
      Pattern.compile("\\s*(?:[$%]\\s+)?(?:sudo\\s+)?curl(?:\\.exe)?\\s");

  private final ShellText text;
  private final List<ShellWord> words = new ArrayList<>();
  private final ByteArrayOutputStream word = new ByteArrayOutputStream();
  private boolean inWord;

  /** 1 after an unquoted opening brace, 2 if what makes a shell expand it has followed. */
  private int brace;

  private int wordLine;

  /** Whether what comes is piped into, so that it is not the command any more. */
  private boolean piped;

  private boolean prompted;
  private @Nullable HereDocument here;
  private @Nullable Body input;
  private @Nullable ShellWord inputFile;

  ShellCommands(String file, byte[] content) {
    this.text = new ShellText(file, content);
  }

  /** Returns the next command, or null at the end. */
  @Nullable ShellCommand next() throws InputException {
    words.clear();
    piped = false;
    input = null;
    inputFile = null;
    while (!text.atEnd()) {
      if (words.isEmpty() && !inWord && !piped && atLineOfOthers()) {
        text.takeLine();
        continue;
      }
      if (text.atEnd()) {
        break;
      }
      if (!inWord && text.peek() == '#') {
        text.skipRestOfLine();
        continue;
      }
      if (part(text.take()) && !words.isEmpty()) {
        return command();
      }
    }
    endWord();
    return words.isEmpty() ? null : command();
  }

  /** Goes to the next line that begins with curl, after an error. */
  void recover() {
    word.reset();
    inWord = false;
    here = null;
    if (!text.atEnd()) {
      text.takeLine();
    }
    while (!text.atEnd() && !text.isLineAt(CURL)) {
      text.takeLine();
    }
  }

  private ShellCommand command() {
    return new ShellCommand(List.copyOf(words), words.get(0).line(), input, inputFile);
  }

  /** Passes over a prompt, and says whether the line is no command at all. */
  private boolean atLineOfOthers() throws InputException {
    if (text.isAt("```")) {
      return true;
    }
    if (!text.atLineStart()) {
      return false;
    }
    while (text.peek() == ' ' || text.peek() == '\t') {
      text.take();
    }
    if (text.isLineAt(PROMPT)) {
      prompted = true;
      while (text.peek() != ' ' && text.peek() != '\t') {
        text.take();
      }
      return false;
    }
    // Behind a prompt stand commands; the other lines are what they printed.
    return prompted;
  }

  /** Takes a character outside of quotes, and says whether the command ends there. */
  private boolean part(int c) throws InputException {
    switch (c) {
      case ' ', '\t', '\r' -> endWord();
      case '\n' -> {
        endWord();
        readHereDocument();
        return true;
      }
      case ';' -> {
        endWord();
        return true;
      }
      case '|' -> {
        endWord();
        text.skip("|");
        piped = true;
      }
      case '&' -> {
        endWord();
        text.skip("&");
        return true;
      }
      case '<' -> inputRedirection();
      case '>' -> outputRedirection();
      case '\'' -> singleQuoted();
      case '"' -> doubleQuoted();
      case '$' -> dollar();
      case '\\' -> backslash();
      default -> plain(c);
    }
    return false;
  }

  private void plain(int c) throws InputException {
    if (c == '`' && "\r\n".indexOf(text.peek()) >= 0) {
      throw text.error(
          "expected the quoting of a POSIX shell, got that of PowerShell, where ` continues a"
              + " line; let the browser copy the command for bash");
    }
    if ("()`".indexOf(c) >= 0 && !piped) {
      throw text.error(
          "expected one plain curl command, got the shell's %c outside of quotes".formatted(c));
    }
    if (c == '^' && "\"\r\n".indexOf(text.peek()) >= 0) {
      throw cmd();
    }
    if (c == 0xE2
        && (text.isAt("\u0080\u009c")
            || text.isAt("\u0080\u009d")
            || text.isAt("\u0080\u0098")
            || text.isAt("\u0080\u0099"))) {
      throw text.error(
          "expected plain quotes ' or \", got typographic ones, as word processors and chats make"
              + " them; put plain ones in their place");
    }
    begin();
    refuseExpansion(c);
    word.write(c);
  }

  /** Braces with a comma, and a tilde, are replaced by a shell where nothing quotes them. */
  private void refuseExpansion(int c) throws InputException {
    if (c == '{') {
      brace = 1;
    } else if (brace > 0 && (c == ',' || (c == '.' && text.peek() == '.'))) {
      brace = 2;
    }
    boolean home = c == '~' && word.size() == 0;
    if (!piped && (home || (c == '}' && brace == 2))) {
      throw text.error(
          "expected quotes around it, got %s, which a shell replaces; put single quotes around the"
                  .formatted(home ? "~" : "{…,…}")
              + " argument");
    }
  }

  private InputException cmd() {
    return text.error(
        "expected the quoting of a POSIX shell, got that of Windows' cmd; let the browser copy"
            + " the command for bash");
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
        case '^' -> {
          if (text.isAt("\\^") || "{}%".indexOf(text.peek()) >= 0) {
            throw cmd();
          }
          word.write(c);
        }
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
    if (!piped
        && (c == '`'
            || Character.isLetterOrDigit(next)
            || (next > 0 && EXPANDED.indexOf(next) >= 0))) {
      throw text.error(
          "expected a command without variables and substitutions, got %s; write the value itself"
              .formatted(Visible.quoted((char) c + (next < 0 ? "" : Character.toString(next)))));
    }
    word.write(c);
  }

  /** Passes over where output goes: {@code > file}, {@code 2>&1}. */
  private void outputRedirection() throws InputException {
    dropDescriptor();
    text.skip(">");
    text.skip("|");
    text.skip("&");
    takeWord();
  }

  private void inputRedirection() throws InputException {
    dropDescriptor();
    int line = text.line();
    if (text.skip("<<")) {
      ShellWord given = takeWord();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      bytes.writeBytes(given.toByteArray());
      bytes.write('\n');
      input = Body.of(bytes.toByteArray());
    } else if (text.skip("<")) {
      boolean withoutTabs = text.skip("-");
      while (text.peek() == ' ' || text.peek() == '\t') {
        text.take();
      }
      boolean literal = "'\"\\".indexOf(text.peek()) >= 0;
      here = new HereDocument(takeWord().text(), withoutTabs, literal, line);
    } else if (text.peek() == '(') {
      throw text.error("expected one plain curl command, got the shell's <(");
    } else {
      inputFile = takeWord();
    }
  }

  /** A number that stands before a redirection is a descriptor, not a word. */
  private void dropDescriptor() {
    if (inWord && word.toString(ISO_8859_1).matches("\\d")) {
      word.reset();
      inWord = false;
    }
    endWord();
  }

  /** Takes the word after a redirection. */
  private ShellWord takeWord() throws InputException {
    while (text.peek() == ' ' || text.peek() == '\t') {
      text.take();
    }
    int count = words.size();
    boolean before = piped;
    piped = false;
    while (!text.atEnd() && " \t\r\n;|&<>".indexOf(text.peek()) < 0) {
      part(text.take());
    }
    endWord();
    piped = before;
    if (words.size() == count) {
      throw text.error("expected a word after the shell's < or >, got none");
    }
    return words.remove(count);
  }

  private void readHereDocument() throws InputException {
    HereDocument document = here;
    if (document == null) {
      return;
    }
    here = null;
    StringBuilder content = new StringBuilder();
    while (true) {
      if (text.atEnd()) {
        throw text.errorAt(
            document.line,
            "expected the here-document's end, the line " + document.end + ", got the end");
      }
      String line = text.takeLine();
      if (document.withoutTabs) {
        line = line.replaceFirst("^\\t+", "");
      }
      if (line.equals(document.end)) {
        break;
      }
      if (!document.literal && line.matches(".*[$`\\\\].*")) {
        throw text.errorAt(
            document.line,
            "expected a here-document without variables and escapes; write <<'%s'"
                .formatted(document.end));
      }
      content.append(line).append('\n');
    }
    input = Body.of(content.toString().getBytes(ISO_8859_1));
  }

  private int quoted(char quote, int opened) throws InputException {
    return text.takeQuoted(quote, opened);
  }

  private void begin() {
    if (!inWord) {
      inWord = true;
      brace = 0;
      wordLine = text.line();
    }
  }

  private void endWord() {
    if (inWord && !piped) {
      words.add(new ShellWord(word.toByteArray(), wordLine));
    }
    word.reset();
    inWord = false;
  }

  private record HereDocument(String end, boolean withoutTabs, boolean literal, int line) {}
}
