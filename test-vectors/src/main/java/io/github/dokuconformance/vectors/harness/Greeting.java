package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.Operation;
import java.util.Set;

/** What an adapter says of itself. */
record Greeting(Implementation implementation, Set<Operation> operations) {
  Greeting {
    operations = Set.copyOf(operations);
  }
}
