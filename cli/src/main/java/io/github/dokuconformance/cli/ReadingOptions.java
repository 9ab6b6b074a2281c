package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.InputOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How recordings are read. */
final class ReadingOptions {
  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description = "What the files are, whatever their names: ${COMPLETION-CANDIDATES}.")
  private @Nullable InputFormat inputFormat;

  @Option(
      names = "--allow-files",
      paramLabel = "DIR",
      description =
          "Folder of files that a recording may name, as in curl -d @body.json; without it none is"
              + " opened.")
  private @Nullable Path allowed;

  @Option(
      names = "--target",
      paramLabel = "PATH",
      description =
          "Path, or method and path, of a request that says none, as headers alone and lines of a"
              + " log.")
  private @Nullable String target;

  @Option(
      names = "--environment",
      paramLabel = "FILE",
      description = "Postman's export of the environment of a collection.")
  private @Nullable Path environment;

  Optional<String> target() {
    return Optional.ofNullable(target);
  }

  Optional<InputFormat> inputFormat() {
    return Optional.ofNullable(inputFormat);
  }

  InputOptions toInputOptions() throws InputException {
    return new InputOptions(
        inputFormat(),
        CheckRun::isOfContract,
        allowed == null ? AllowedFiles.none() : AllowedFiles.in(allowed),
        Optional.ofNullable(target),
        Optional.ofNullable(environment));
  }

  /** Returns the same options as arguments. */
  List<String> arguments() {
    List<String> arguments = new ArrayList<>();
    if (inputFormat != null) {
      arguments.addAll(List.of("--input-format", inputFormat.toString()));
    }
    if (allowed != null) {
      arguments.addAll(List.of("--allow-files", FileNames.of(allowed)));
    }
    if (target != null) {
      arguments.addAll(List.of("--target", target));
    }
    if (environment != null) {
      arguments.addAll(List.of("--environment", FileNames.of(environment)));
    }
    return arguments;
  }
}
