package io.github.dokuconformance.pact.junit;

import io.github.dokuconformance.sandbox.fault.Fault;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Arms faults: each spoils one answer, and a test during which one was not used fails.
 *
 * <p>A mock server knows those that need no state, the sandbox all of them. Of an answer that a
 * right client refuses the test must show that its client does, by {@link DokuServer#refuses}: a
 * client that verifies nothing returns normally, and would pass.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Faults {
  /** The faults, in the order in which answers are spoiled. */
  Fault[] value();

  /** The test itself looks at what its client did: for one that says no without an exception. */
  boolean checkedByTest() default false;
}
