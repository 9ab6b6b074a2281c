package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.harness.Selection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Option;

/** Which cases to take. */
final class SelectionOptions {
  @Option(
      names = "--op",
      paramLabel = "OPERATION",
      split = ",",
      converter = Converters.OperationConverter.class,
      description = {
        "Take these operations only: digest, canonicalize, sign, verify, validate.",
        "An adapter that does not declare one of them skips its cases, and so fails."
      })
  private List<VectorOperation> operations = List.of();

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      split = ",",
      converter = Converters.SchemeConverter.class,
      description = {
        "Take cases of these ways of signing only: non-snap, snap.token, snap.symmetric,",
        "snap.asymmetric. An adapter that does not declare one of them skips its cases, and so"
            + " fails."
      })
  private List<String> schemes = List.of();

  @Option(
      names = "--case",
      paramLabel = "GLOB",
      description =
          "Take cases of this id only; * stands for any text inside one segment. Repeatable.")
  private List<String> globs = List.of();

  Selection selection() {
    Set<VectorOperation> set = EnumSet.noneOf(VectorOperation.class);
    set.addAll(operations);
    return new Selection(set, Set.copyOf(schemes), globs);
  }
}
