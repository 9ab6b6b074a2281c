package io.github.dokuconformance.cli;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.cli.input.AllowedFiles;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputFormat;
import io.github.dokuconformance.cli.input.InputOptions;
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

  Optional<InputFormat> inputFormat() {
    return Optional.ofNullable(inputFormat);
  }

  InputOptions toInputOptions(Contract contract) throws InputException {
    return new InputOptions(
        inputFormat(),
        target -> contract.operations().stream().anyMatch(it -> it.matchesPath(target.path())),
        allowed == null ? AllowedFiles.none() : AllowedFiles.in(allowed));
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
    return arguments;
  }
}
