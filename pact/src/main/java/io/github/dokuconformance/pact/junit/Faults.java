package io.github.dokuconformance.pact.junit;

import io.github.dokuconformance.sandbox.fault.Fault;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Arms faults: each spoils one answer, and a test during which one was not used fails.
 *
 * <p>A mock server knows those that need no state, the sandbox all of them.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Faults {
  Fault[] value();
}
