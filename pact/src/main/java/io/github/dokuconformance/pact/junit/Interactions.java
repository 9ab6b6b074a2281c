package io.github.dokuconformance.pact.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the interactions that a test's mock server answers with, each of which the test must
 * exercise.
 *
 * <p>Ids are those of {@link io.github.dokuconformance.pact.contract.Contracts#ids()}.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Interactions {
  String[] value();
}
