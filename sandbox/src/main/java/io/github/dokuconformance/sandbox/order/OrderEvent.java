package io.github.dokuconformance.sandbox.order;

/**
 * What can happen to an order, and the one state in which it can.
 *
 * <p>Source: developers.doku.com, Akulaku (documented: cancel, refund of the full amount) and the
 * status mapping. That an order is cancelled before it is paid and refunded after is assumed.
 */
public enum OrderEvent {
  PAY(OrderState.PENDING, OrderState.SUCCESS),
  FAIL(OrderState.PENDING, OrderState.FAILED),
  EXPIRE(OrderState.PENDING, OrderState.EXPIRED),
  CAPTURE(OrderState.AUTHORIZED, OrderState.SUCCESS),
  CANCEL(OrderState.PENDING, OrderState.CANCELLED),
  REFUND(OrderState.SUCCESS, OrderState.REFUNDED);

  private final OrderState from;
  private final OrderState to;

  OrderEvent(OrderState from, OrderState to) {
    this.from = from;
    this.to = to;
  }

  public OrderState from() {
    return from;
  }

  public OrderState to() {
    return to;
  }
}
