package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.baseline.Baseline;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.finding.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which findings are accepted. */
final class BaselineOptions {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description =
          "JSON file of accepted findings; an entry that is mended, expired or about nothing fails"
              + " the run.")
  private @Nullable Path file;

  @Option(
      names = "--update-baseline",
      description = "Rewrite the baseline so that it says what this run found.")
  private boolean update;

  @Option(
      names = "--baseline-partial",
      description =
          "The recordings are a part of those that the baseline is about: an entry that none of them meets is let be.")
  private boolean partial;

  /** Returns the baseline as it is on that day. */
  Optional<Baseline> read(LocalDate today, Severity failOn) throws InputException {
    if (file == null) {
      if (update) {
        throw new ParameterException(
            spec.commandLine(), "--update-baseline needs --baseline FILE, the file to rewrite");
      }
      if (partial) {
        throw new ParameterException(
            spec.commandLine(), "--baseline-partial needs --baseline FILE, which it is about");
      }
      return Optional.empty();
    }
    Baseline baseline = update ? Baseline.update(file, today, failOn) : Baseline.read(file, today);
    return Optional.of(partial ? baseline.ofMoreThanThisRun() : baseline);
  }

  /** Rewrites the file if that is asked for. */
  void finish(Baseline baseline, Env env) throws InputException {
    if (file == null || !update) {
      return;
    }
    try {
      env.say(baseline.rewrite(env.mask()));
    } catch (IOException e) {
      throw InputException.of(FileNames.of(file), "can't be written: " + e.getMessage());
    }
  }
}
