package io.github.dokuconformance.sandbox.order;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * One order at one time.
 *
 * @param number DOKU's own, ten digits; it is the identifier ORDER_ID and part of the payment URL
 * @param requestId of the request that made the order
 * @param changed when it came into its state
 * @param paid when it was paid, where it was
 */
public record Order(
    long number,
    String clientId,
    String requestId,
    String invoiceNumber,
    long amount,
    String reference,
    String callbackUrl,
    Optional<String> overrideUrl,
    Instant created,
    OrderState state,
    Instant changed,
    Optional<Instant> paid) {
  /** Source: dashboard.doku.com, Akulaku notification, sample: from 09:58:50 to 15:58:50. */
  public static final Duration LIFE = Duration.ofHours(6);

  /** Returns the length of its texts, of which the addresses may be of any. */
  int characters() {
    return clientId.length()
        + requestId.length()
        + invoiceNumber.length()
        + reference.length()
        + callbackUrl.length()
        + overrideUrl.map(String::length).orElse(0);
  }

  /** Returns when a pending order expires. */
  public Instant expires() {
    return created.plus(LIFE);
  }

  /** Returns the order as it stands at that time: a pending one expires by itself. */
  public Order at(Instant now) {
    return state == OrderState.PENDING && !now.isBefore(expires())
        ? with(OrderState.EXPIRED, expires())
        : this;
  }

  /** Returns the order after an event, or nothing where its state forbids that. */
  public Optional<Order> after(OrderEvent event, Instant now) {
    return state == event.from() ? Optional.of(with(event.to(), now)) : Optional.empty();
  }

  private Order with(OrderState next, Instant when) {
    return new Order(
        number,
        clientId,
        requestId,
        invoiceNumber,
        amount,
        reference,
        callbackUrl,
        overrideUrl,
        created,
        next,
        when,
        next == OrderState.SUCCESS ? Optional.of(when) : paid);
  }
}
