package io.github.dokuconformance.cli;

import io.github.dokuconformance.contract.Contract;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which contract messages are held against. */
final class ContractOption {
  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--contract",
      paramLabel = "DIR",
      description =
          "Folder with further channels beside the bundled ones: an openapi.json and the files that"
              + " it names.")
  private @Nullable Path folder;

  private @Nullable Contract contract;

  /** Returns the contract, which is read once. */
  Contract contract() {
    if (contract == null) {
      contract = folder == null ? Contract.bundled() : read(folder);
    }
    return contract;
  }

  private Contract read(Path from) {
    try {
      return Contract.bundledWith(from);
    } catch (IllegalArgumentException e) {
      throw new ParameterException(
          spec.commandLine(), "--contract " + FileNames.of(from) + ": " + e.getMessage(), e);
    }
  }

  /** Returns the same option as arguments. */
  List<String> arguments() {
    return folder == null ? List.of() : List.of("--contract", FileNames.of(folder));
  }
}
