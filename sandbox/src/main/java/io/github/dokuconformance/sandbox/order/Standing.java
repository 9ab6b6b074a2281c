package io.github.dokuconformance.sandbox.order;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of an order so far.
 *
 * @param changed when it came into its state
 * @param paid when it was paid, where it was
 * @param how by what the customer paid or tried to, as the page's form says
 * @param refunded how much of it was given back
 */
record Standing(
    OrderState state, Instant changed, Optional<Instant> paid, Payment how, long refunded) {

  static Standing opened(OrderState state, Instant now) {
    return new Standing(state, now, Optional.empty(), Payment.unsaid(), 0);
  }

  Standing with(OrderState next, Instant when) {
    return new Standing(
        next, when, next == OrderState.SUCCESS ? Optional.of(when) : paid, how, refunded);
  }

  Standing with(Payment payment) {
    return new Standing(state, changed, paid, payment, refunded);
  }

  Standing withRefunded(long amount) {
    return new Standing(state, changed, paid, how, amount);
  }
}
