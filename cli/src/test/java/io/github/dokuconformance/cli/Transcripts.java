package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The transcripts of a Markdown document: in each block {@code console}, commands after {@code $}
 * and the lines that each printed.
 */
final class Transcripts {
  private static final String ANY_LINES = "…";
  private static final Pattern LINE = Pattern.compile("\n");

  /** A command's lines and what is shown below, as positions in the document. */
  private record Shown(int block, String command, int from, int to) {}

  private final List<String> lines;
  private final List<Shown> shown;

  private Transcripts(List<String> lines, List<Shown> shown) {
    this.lines = lines;
    this.shown = shown;
  }

  static Transcripts parse(String document) {
    List<String> lines = List.of(LINE.split(document, -1));
    List<Shown> shown = new ArrayList<>();
    boolean inside = false;
    int block = 0;
    for (int i = 0; i < lines.size(); i++) {
      if (!inside) {
        inside = lines.get(i).equals("```console");
        block = i;
      } else if (lines.get(i).equals("```")) {
        inside = false;
      } else {
        assertThat(lines.get(i)).as("line %s", i + 1).startsWith("$ ");
        StringBuilder command = new StringBuilder(lines.get(i).substring("$ ".length()));
        while (lines.get(i).endsWith("\\")) {
          command.append('\n').append(lines.get(++i));
        }
        int from = i + 1;
        while (!isEnd(lines.get(i + 1))) {
          i++;
        }
        shown.add(new Shown(block, command.toString(), from, i + 1));
      }
    }
    return new Transcripts(lines, List.copyOf(shown));
  }

  private static boolean isEnd(String line) {
    return line.equals("```") || line.startsWith("$ ");
  }

  List<String> commands() {
    return shown.stream().map(Shown::command).toList();
  }

  /** Tells whether a block, of which the command is one, runs that program. */
  boolean runs(int command, String program) {
    int block = shown.get(command).block();
    return shown.stream()
        .filter(one -> one.block() == block)
        .anyMatch(one -> one.command().contains(program + " "));
  }

  /** Fails where a command printed something else than the document shows below it. */
  void expect(int command, String printed) {
    String wanted = text(shown.get(command));
    if (!matches(wanted, printed)) {
      assertThat(printed.stripTrailing()).isEqualTo(wanted.stripTrailing());
    }
  }

  /** Returns the document with what was printed in the place of what does not fit. */
  String with(List<String> printed) {
    List<String> result = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < shown.size(); i++) {
      Shown one = shown.get(i);
      result.addAll(lines.subList(next, one.from()));
      if (matches(text(one), printed.get(i))) {
        result.addAll(lines.subList(one.from(), one.to()));
      } else {
        result.addAll(printed.get(i).stripTrailing().lines().toList());
      }
      next = one.to();
    }
    result.addAll(lines.subList(next, lines.size()));
    return String.join("\n", result);
  }

  private String text(Shown one) {
    return String.join("\n", lines.subList(one.from(), one.to()));
  }

  private static boolean matches(String wanted, String printed) {
    StringBuilder pattern = new StringBuilder();
    for (String line : wanted.stripTrailing().lines().toList()) {
      pattern.append(line.equals(ANY_LINES) ? "(?:.*\n)*" : Pattern.quote(line) + "\n");
    }
    return Pattern.compile(pattern.toString())
        .matcher(printed.isBlank() ? "" : printed.stripTrailing() + "\n")
        .matches();
  }
}
