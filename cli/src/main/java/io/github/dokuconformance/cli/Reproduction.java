package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explainer;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.finding.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The command lines that check, or explain, one exchange once more.
 *
 * <p>They name where a secret is, as the user did, and never hold one.
 *
 * @param files all inputs, for findings that only the whole run shows
 * @param check the options that bear on a check
 * @param explain the options that bear on an explanation; none where no secret is given
 */
record Reproduction(List<String> files, List<String> check, Optional<List<String>> explain) {
  private static final int MOST_FILES = 20;
  private static final Pattern PLAIN =
      Pattern.compile("[A-Za-z0-9_./:=@%+,-][A-Za-z0-9_./:=@%+,#-]*");

  List<String> commands(CheckResult result) {
    List<String> commands = new ArrayList<>(2);
    String source = result.exchange().source();
    boolean wholeRun = result.findings().stream().anyMatch(f -> f.code().startsWith("run."));
    if (!wholeRun) {
      commands.add(line("check", check, List.of(source.equals("stdin") ? "-" : source)));
    } else if (files.size() <= MOST_FILES) {
      commands.add(line("check", check, files));
    }
    if (Explainer.isInvalid(result) && explain.isPresent()) {
      commands.add(line("explain", explain.get(), List.of(source.equals("stdin") ? "-" : source)));
    }
    return commands;
  }

  private static String line(String command, List<String> options, List<String> inputs) {
    List<String> words = new ArrayList<>(List.of("doku-conformance", command));
    words.addAll(options);
    inputs.forEach(
        file -> words.add(file.length() > 1 && file.startsWith("-") ? "./" + file : file));
    return words.stream().map(Reproduction::quote).collect(Collectors.joining(" "));
  }

  /** Returns a word as a POSIX shell takes it; what is not seen by {@code $'…'}. */
  static String quote(String word) {
    if (PLAIN.matcher(word).matches()) {
      return word;
    }
    if (Visible.name(word).equals(word)) {
      return "'" + word.replace("'", "'\\''") + "'";
    }
    StringBuilder quoted = new StringBuilder("$'");
    word.codePoints()
        .forEach(
            c -> {
              String character = Character.toString(c);
              if (c == ':' || c == '#' || !Visible.line(character).equals(character)) {
                for (byte b : FileNames.bytes(character)) {
                  quoted.append(String.format(Locale.ROOT, "\\x%02x", b));
                }
              } else {
                quoted.append(c == '\'' || c == '\\' ? "\\" : "").appendCodePoint(c);
              }
            });
    return quoted.append("'").toString();
  }
}
