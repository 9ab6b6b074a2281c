package io.github.dokuconformance.probe;

import static java.util.Objects.requireNonNull;

/** What a notification says about an order; an endpoint may know it or not. */
public record ProbedOrder(
    String invoiceNumber, long amount, String reference, String originalRequestId) {
  public ProbedOrder {
    requireNonNull(invoiceNumber, "invoiceNumber");
    requireNonNull(reference, "reference");
    requireNonNull(originalRequestId, "originalRequestId");
  }

  ProbedOrder withAmount(long other) {
    return new ProbedOrder(invoiceNumber, other, reference, originalRequestId);
  }

  ProbedOrder withInvoiceNumber(String other) {
    return new ProbedOrder(other, amount, reference, originalRequestId);
  }
}
