package io.github.dokuconformance.sandbox.order;

/**
 * What a customer chose on a payment page.
 *
 * @param method by which it was paid, such as {@code VIRTUAL_ACCOUNT_BCA}; empty where there is no
 *     choice
 * @param amount how much, where the payer decides; 0 where nothing says
 * @param failure why it failed, as the acquirer's code; empty where nothing says
 */
public record Payment(String method, String failure, long amount) {
  private static final Payment UNSAID = new Payment("", "", 0);

  public static Payment unsaid() {
    return UNSAID;
  }

  /** Returns that by the first method of an order's page, where it has some. */
  public static Payment first(Order order) {
    return order.terms().methods().stream()
        .findFirst()
        .map(method -> new Payment(method, "", 0))
        .orElse(UNSAID);
  }
}
