package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.message.Body;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * What DOKU answers.
 *
 * @param content makes the body; the same each time
 * @param outcome what the request came to, such as {@code pending}, {@code refused}, {@code
 *     repeated}
 * @param order the order that the answer is about, as it stands afterwards
 * @param refusal id in the table of refusals, where the answer is one of those; then there is no
 *     body yet
 * @param isTold whether a notification about the order follows
 * @param isAwaited whether the customer has to decide first
 */
public record Answer(
    int status,
    Supplier<Body> content,
    String outcome,
    Optional<Order> order,
    Optional<String> refusal,
    boolean isTold,
    boolean isAwaited) {
  public static final String REFUSED = "refused";
  public static final String REPEATED = "repeated";

  /** The outcome of a request that a fault kept from being carried out. */
  public static final String NOT_DONE = "not-done";

  /** The outcome of a request that met a defect of the sandbox. */
  public static final String DEFECT = "defect";

  /** The outcome of a request that was carried out and is about no order. */
  static final String DONE = "success";

  static Answer of(int status, String outcome, Order order, Supplier<Body> content) {
    return new Answer(status, content, outcome, Optional.of(order), Optional.empty(), false, false);
  }

  /** Returns an answer that is about no order. */
  static Answer of(int status, Supplier<Body> content) {
    return new Answer(status, content, DONE, Optional.empty(), Optional.empty(), false, false);
  }

  static Answer repeated(int status, Supplier<Body> content, Optional<Order> order) {
    return new Answer(status, content, REPEATED, order, Optional.empty(), false, false);
  }

  static Answer refused(String refusal) {
    return new Answer(0, Body::none, REFUSED, Optional.empty(), Optional.of(refusal), false, false);
  }

  /** Returns the same, which a notification follows. */
  Answer told() {
    return new Answer(status, content, outcome, order, refusal, true, isAwaited);
  }

  /** Returns the same, to be given when the customer has decided. */
  Answer awaited() {
    return new Answer(status, content, outcome, order, refusal, isTold, true);
  }

  /** Makes the body, which takes time: not while others wait. */
  public Body body() {
    return content.get();
  }

  /** Tells whether the request was carried out, now and not before. */
  public boolean isSuccess() {
    return refusal.isEmpty() && !outcome.equals(REPEATED);
  }
}
