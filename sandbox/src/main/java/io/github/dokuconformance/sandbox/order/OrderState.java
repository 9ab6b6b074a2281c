package io.github.dokuconformance.sandbox.order;

/** Where an order stands. */
public enum OrderState {
  PENDING("PENDING"),
  // observed: a notification of DOKU's sandbox about a card payment of type AUTHORIZE.
  AUTHORIZED("PENDING"),
  SUCCESS("SUCCESS"),
  FAILED("FAILED"),
  EXPIRED("EXPIRED"),
  // No page has a transaction.status for it (assumed): FAILED says what the merchant has to do,
  // namely to make a new order.
  CANCELLED("FAILED"),
  REFUNDED("REFUNDED");

  private final String transactionStatus;

  OrderState(String transactionStatus) {
    this.transactionStatus = transactionStatus;
  }

  /** Returns the order's {@code transaction.status} in check status and notifications. */
  public String transactionStatus() {
    return transactionStatus;
  }
}
