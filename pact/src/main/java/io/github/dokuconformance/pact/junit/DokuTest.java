package io.github.dokuconformance.pact.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Starts DOKU's part for each test of a class, and fails the test on whatever the merchant's client
 * did wrong: a request that no interaction fits or that breaks the contract, a signature that is
 * not right, an interaction that was not exercised.
 *
 * <p>A test gets where to send requests as a parameter of type {@link DokuServer}.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Inherited
@ExtendWith(DokuExtension.class)
public @interface DokuTest {
  /** What answers: the contract's interactions, or a sandbox that keeps state. */
  Backend value() default Backend.MOCK;

  /** Name of the consumer in the pact file that a mock's tests leave behind. */
  String consumer() default "merchant";

  /** The Client-Id that the server knows the merchant by. */
  String clientId() default "MCH-TEST-0001";

  /** A secret for tests alone; the server knows the merchant by it. */
  String secretKey() default "SK-TEST-MERCHANT-NOT-A-SECRET";

  /**
   * Names under which the client may call beside localhost, such as {@code host.docker.internal},
   * each with a port where not any will do.
   */
  String[] allowHosts() default {};

  /** What stands in for DOKU. */
  enum Backend {
    /** A mock server with the interactions of {@link Interactions}. */
    MOCK,
    /** The project's sandbox: any operation, in any order, with state. */
    SANDBOX
  }
}
