package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.message.Body;
import java.util.Optional;

/**
 * What DOKU answers.
 *
 * @param outcome what the request came to, such as {@code pending}, {@code refused}, {@code
 *     repeated}
 * @param order the order that the answer is about, as it stands afterwards
 * @param refusal id in the table of refusals, where the answer is one of those; then there is no
 *     body yet
 */
public record Answer(
    int status, Body body, String outcome, Optional<Order> order, Optional<String> refusal) {
  public static final String REFUSED = "refused";
  public static final String REPEATED = "repeated";

  /** The outcome of a request that a fault kept from being carried out. */
  public static final String NOT_DONE = "not-done";

  static Answer of(String outcome, Order order, Body body) {
    return new Answer(200, body, outcome, Optional.of(order), Optional.empty());
  }

  static Answer repeated(Body body, Optional<Order> order) {
    return new Answer(409, body, REPEATED, order, Optional.empty());
  }

  static Answer refused(String refusal) {
    return new Answer(0, Body.none(), REFUSED, Optional.empty(), Optional.of(refusal));
  }

  public boolean isSuccess() {
    return status == 200;
  }
}
