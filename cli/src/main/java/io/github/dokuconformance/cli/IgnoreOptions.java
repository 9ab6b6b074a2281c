package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputFile;
import io.github.dokuconformance.cli.report.Codes;
import io.github.dokuconformance.finding.Closest;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Visible;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which codes a run leaves out. */
final class IgnoreOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--ignore",
      paramLabel = "PATTERN",
      description =
          "Leave out findings whose code begins so, such as docs. or schema.unknown-field; they are"
              + " counted; repeatable.")
  private List<String> patterns = List.of();

  @Option(
      names = "--ignore-file",
      paramLabel = "FILE",
      description = "File of such patterns, one a line; # begins a comment.")
  private @Nullable Path file;

  /** Returns what tells the findings to leave out. */
  Predicate<Finding> read() throws InputException {
    List<String> prefixes = new ArrayList<>();
    for (String pattern : patterns) {
      String prefix = prefix(pattern);
      if (isNoCodes(prefix)) {
        throw new ParameterException(
            spec.commandLine(),
            "expected --ignore as the beginning of a code, " + unknown(pattern));
      }
      prefixes.add(prefix);
    }
    if (file != null) {
      readFile(file, prefixes);
    }
    return finding -> prefixes.stream().anyMatch(finding.code()::startsWith);
  }

  private static void readFile(Path file, List<String> prefixes) throws InputException {
    int number = 0;
    String text = new String(InputFile.read(file, "a file of patterns"), UTF_8);
    for (String line : text.lines().toList()) {
      number++;
      String pattern = line.replaceFirst("#.*", "").strip();
      if (pattern.isEmpty()) {
        continue;
      }
      String prefix = prefix(pattern);
      if (isNoCodes(prefix)) {
        throw InputException.atLine(
            FileNames.of(file), number, "expected the beginning of a code, " + unknown(pattern));
      }
      prefixes.add(prefix);
    }
  }

  private static String prefix(String pattern) {
    return pattern.endsWith("*") ? pattern.substring(0, pattern.length() - 1) : pattern;
  }

  private static boolean isNoCodes(String prefix) {
    return prefix.isEmpty()
        || Codes.all().stream().noneMatch(type -> type.code().startsWith(prefix));
  }

  private static String unknown(String pattern) {
    List<String> codes = Codes.all().stream().map(FindingType::code).toList();
    return "got: "
        + Visible.line(pattern)
        + Closest.hint(pattern, codes)
        + "; contract --rules lists the codes";
  }

  /** Returns the same options as arguments. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    patterns.forEach(pattern -> arguments.addAll(List.of("--ignore", pattern)));
    if (file != null) {
      arguments.addAll(List.of("--ignore-file", FileNames.of(file)));
    }
    return arguments;
  }
}
