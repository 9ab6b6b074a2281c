package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import java.util.Set;

/** What an adapter says of itself. */
record Greeting(
    Implementation implementation, Set<VectorOperation> operations, Set<String> schemes) {
  /** An adapter that says nothing of schemes knows the first one alone. */
  Greeting(Implementation implementation, Set<VectorOperation> operations) {
    this(implementation, operations, Set.of(TestCase.NON_SNAP));
  }

  Greeting {
    operations = Set.copyOf(operations);
    schemes = Set.copyOf(schemes);
  }
}
