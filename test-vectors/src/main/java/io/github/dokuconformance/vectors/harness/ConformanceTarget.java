package io.github.dokuconformance.vectors.harness;

import io.github.dokuconformance.vectors.TestCase;
import io.github.dokuconformance.vectors.VectorOperation;
import java.util.Set;

/**
 * An implementation under test on the JVM.
 *
 * <p>The same target runs in process through {@link ConformanceTests} and behind the adapter
 * protocol through {@link StdioAdapter}. It is called by one thread.
 */
public interface ConformanceTarget {

  /** Returns what the implementation can do; cases of other operations are left out. */
  Set<VectorOperation> operations();

  /**
   * Returns the ways of signing that the implementation knows, such as {@code snap.symmetric};
   * cases of others are left out.
   */
  default Set<String> schemes() {
    return Set.of(TestCase.NON_SNAP);
  }

  /**
   * Answers one case.
   *
   * @throws Exception whatever the implementation throws; the case then ends as an error, so a
   *     deliberate refusal has to be caught and returned as an {@link AdapterAnswer}
   */
  AdapterAnswer answer(AdapterRequest request) throws Exception;

  /** Returns what a report calls the implementation. */
  default Implementation implementation() {
    return Implementation.named(getClass().getSimpleName());
  }
}
