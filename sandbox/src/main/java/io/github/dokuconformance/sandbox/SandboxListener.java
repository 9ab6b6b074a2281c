package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.sandbox.notification.Delivery;

/**
 * Is told what happens, one thing at a time and in the order in which it is recorded.
 *
 * <p>A request is answered when its own was told, so it should be quick; it may ask the sandbox
 * anything, but not wait for another request. Where it throws, {@link #failed} is told.
 */
public interface SandboxListener {
  default void judged(JudgedExchange exchange) {}

  default void delivered(Delivery delivery) {}

  /** Is told of a request that was not let in, with what to do about it. */
  default void turnedAway(String reason) {}

  /** Is told of a defect of the sandbox itself. */
  default void failed(RuntimeException defect) {}
}
