package io.github.dokuconformance.cli;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Closest;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Looks operations up for an option; completion offers them. */
final class Operations implements Iterable<String> {
  private static List<String> ids(Contract contract) {
    return contract.operations().stream().map(Operation::id).toList();
  }

  @Override
  public Iterator<String> iterator() {
    return ids(Contract.bundled()).iterator();
  }

  static Operation require(CommandSpec spec, Contract contract, String id) {
    return contract
        .operation(id)
        .orElseThrow(
            () ->
                new ParameterException(
                    spec.commandLine(),
                    "expected an operation of the contract, got: "
                        + id
                        + Closest.hint(id, ids(contract))
                        + "; doku-conformance contract lists them"));
  }
}
