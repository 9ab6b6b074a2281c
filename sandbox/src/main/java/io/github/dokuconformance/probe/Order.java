package io.github.dokuconformance.probe;

import static java.util.Objects.requireNonNull;

/** What a notification says about an order; an endpoint may know it or not. */
public record Order(String invoiceNumber, long amount, String reference, String originalRequestId) {
  public Order {
    requireNonNull(invoiceNumber, "invoiceNumber");
    requireNonNull(reference, "reference");
    requireNonNull(originalRequestId, "originalRequestId");
  }

  Order withAmount(long other) {
    return new Order(invoiceNumber, other, reference, originalRequestId);
  }

  Order withInvoiceNumber(String other) {
    return new Order(other, amount, reference, originalRequestId);
  }
}
