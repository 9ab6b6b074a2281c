package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.vectors.Lint;
import io.github.dokuconformance.vectors.LintProblem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints what is wrong with a suite, one problem a line. */
@Command(
    name = "lint",
    mixinStandardHelpOptions = true,
    description =
        "Check a suite: schemas, hashes, counts, ids, flags, twins, evidence, keys, constraints.",
    footer = {"", "Examples:", "  doku-conformance vectors lint my-vectors"})
final class LintCommand implements Callable<Integer> {
  @Mixin private final Console console = new Console();

  @Parameters(
      arity = "0..1",
      paramLabel = "DIR",
      description = "The suite, which holds vectors/manifest.json (default: this directory).")
  private Path directory = Path.of("");

  @Override
  public Integer call() {
    if (!Files.isRegularFile(directory.resolve("vectors/manifest.json"))) {
      return console.fail(
          ExitCode.USAGE,
          "no suite in "
              + directory.toAbsolutePath()
              + ": expected a directory that holds vectors/manifest.json");
    }
    List<LintProblem> problems = Lint.lint(directory);
    problems.forEach(console.out()::println);
    return problems.isEmpty() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }
}
