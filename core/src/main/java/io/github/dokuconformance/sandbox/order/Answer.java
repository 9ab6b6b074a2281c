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
 */
public record Answer(
    int status,
    Supplier<Body> content,
    String outcome,
    Optional<Order> order,
    Optional<String> refusal) {
  public static final String REFUSED = "refused";
  public static final String REPEATED = "repeated";

  /** The outcome of a request that a fault kept from being carried out. */
  public static final String NOT_DONE = "not-done";

  /** The outcome of a request that met a defect of the sandbox. */
  public static final String DEFECT = "defect";

  static Answer of(String outcome, Order order, Supplier<Body> content) {
    return new Answer(200, content, outcome, Optional.of(order), Optional.empty());
  }

  static Answer repeated(Supplier<Body> content, Optional<Order> order) {
    return new Answer(409, content, REPEATED, order, Optional.empty());
  }

  static Answer refused(String refusal) {
    return new Answer(0, Body::none, REFUSED, Optional.empty(), Optional.of(refusal));
  }

  /** Makes the body, which takes time: not while others wait. */
  public Body body() {
    return content.get();
  }

  public boolean isSuccess() {
    return status == 200;
  }
}
