package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explainer;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Visible;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

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

  List<String> commands(CheckResult result) {
    List<String> commands = new ArrayList<>(2);
    String source = result.exchange().source();
    List<String> alone = List.of(source.equals("stdin") ? "-" : source);
    if (!isOfWholeRun(result)) {
      commands.add(line("check", check, alone));
    } else if (files.size() <= MOST_FILES) {
      commands.add(line("check", check, files));
    }
    if (Explainer.isInvalid(result) && explain.isPresent()) {
      commands.add(line("explain", explain.get(), alone));
    }
    return commands;
  }

  private static boolean isOfWholeRun(CheckResult result) {
    for (Finding finding : result.findings()) {
      if (finding.code().startsWith("run.")) {
        return true;
      }
    }
    return false;
  }

  private static String line(String command, List<String> options, List<String> inputs) {
    StringBuilder line = new StringBuilder("doku-conformance ").append(command);
    for (String option : options) {
      line.append(' ').append(quote(option));
    }
    for (String file : inputs) {
      boolean looksLikeOption = file.length() > 1 && file.startsWith("-");
      line.append(' ').append(quote(looksLikeOption ? "./" + file : file));
    }
    return line.toString();
  }

  /** Returns a word as a POSIX shell takes it; what is not seen by {@code $'…'}. */
  static String quote(String word) {
    if (isPlain(word)) {
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

  /** Tells whether a shell takes a word as it stands. */
  private static boolean isPlain(String word) {
    for (int i = 0; i < word.length(); i++) {
      char c = word.charAt(i);
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "_./:=@%+,-".indexOf(c) >= 0
              || (c == '#' && i > 0);
      if (!plain) {
        return false;
      }
    }
    return !word.isEmpty();
  }
}
