package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import io.github.dokuconformance.vectors.VectorSuite;
import java.util.List;
import java.util.Set;

/**
 * Which cases to take; nothing named means all.
 *
 * @param operations operations that are demanded: an implementation that does not declare one skips
 *     its cases, which it may not without an entry in its expected-failures file
 * @param schemes ways of signing that are demanded likewise
 * @param globs patterns of ids, of which one has to match
 */
public record Selection(Set<VectorOperation> operations, Set<String> schemes, List<String> globs) {
  public static final Selection ALL = new Selection(Set.of(), Set.of(), List.of());

  public Selection {
    operations = Set.copyOf(operations);
    schemes = Set.copyOf(schemes);
    globs = List.copyOf(globs);
  }

  /** Returns the cases of the suite that are taken, in its order. */
  public List<TestCase> of(VectorSuite suite) {
    List<Glob> patterns = globs.stream().map(Glob::of).toList();
    return suite.cases().stream()
        .filter(test -> operations.isEmpty() || operations.contains(test.operation()))
        .filter(test -> schemes.isEmpty() || schemes.contains(test.scheme()))
        .filter(
            test ->
                patterns.isEmpty() || patterns.stream().anyMatch(glob -> glob.covers(test.id())))
        .toList();
  }

  /** Tells whether an operation or a scheme was asked for by its name. */
  boolean demands(String name) {
    return schemes.contains(name)
        || operations.stream().anyMatch(operation -> operation.id().equals(name));
  }

  public boolean isEverything() {
    return operations.isEmpty() && schemes.isEmpty() && globs.isEmpty();
  }
}
