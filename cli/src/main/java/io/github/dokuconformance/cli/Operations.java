package io.github.dokuconformance.cli;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import java.util.stream.Collectors;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Looks operations up for an option. */
final class Operations {
  private Operations() {}

  static Operation require(CommandSpec spec, Contract contract, String id) {
    return contract
        .operation(id)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "expected an operation of the contract ("
                        + contract.operations().stream()
                            .map(Operation::id)
                            .collect(Collectors.joining(", "))
                        + "), got: "
                        + id));
  }
}
