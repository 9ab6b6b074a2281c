package io.github.dokuconformance.sandbox.order;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One order at one time.
 *
 * @param number DOKU's own, ten digits; it is an identifier, and part of the payment URL
 * @param channel by which it was made
 * @param requestId of the request that made the order
 * @param callbackUrl where the customer goes afterwards; empty where nothing says
 * @param expires when it expires, if it is pending then
 * @param kept what answers need of that request, by the places there
 * @param changed when it came into its state
 * @param paid when it was paid, where it was
 */
public record Order(
    long number,
    String channel,
    String clientId,
    String requestId,
    String invoiceNumber,
    long amount,
    String reference,
    String callbackUrl,
    Optional<String> overrideUrl,
    Instant created,
    Instant expires,
    Map<String, JsonNode> kept,
    OrderState state,
    Instant changed,
    Optional<Instant> paid) {

  /** Returns the length of its texts, of which the addresses may be of any. */
  int characters() {
    int texts = 0;
    for (JsonNode value : kept.values()) {
      texts += value.toString().length();
    }
    return clientId.length()
        + requestId.length()
        + invoiceNumber.length()
        + reference.length()
        + callbackUrl.length()
        + overrideUrl.map(String::length).orElse(0)
        + texts;
  }

  /** Returns the order as it stands at that time: a pending one expires by itself. */
  public Order at(Instant now) {
    return state == OrderState.PENDING && !now.isBefore(expires)
        ? with(OrderState.EXPIRED, expires)
        : this;
  }

  /** Returns the order after an event, or nothing where its state forbids that. */
  public Optional<Order> after(OrderEvent event, Instant now) {
    return state == event.from() ? Optional.of(with(event.to(), now)) : Optional.empty();
  }

  /** Returns the order with another amount. */
  Order with(long other) {
    return new Order(
        number,
        channel,
        clientId,
        requestId,
        invoiceNumber,
        other,
        reference,
        callbackUrl,
        overrideUrl,
        created,
        expires,
        kept,
        state,
        changed,
        paid);
  }

  /** Returns the order as it was when it came into that state. */
  public Order with(OrderState next, Instant when) {
    return new Order(
        number,
        channel,
        clientId,
        requestId,
        invoiceNumber,
        amount,
        reference,
        callbackUrl,
        overrideUrl,
        created,
        expires,
        kept,
        next,
        when,
        next == OrderState.SUCCESS ? Optional.of(when) : paid);
  }
}
