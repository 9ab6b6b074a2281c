package io.github.dokuconformance.contract;

/**
 * What stands at a place of a message; the contract says for each operation where, in {@code
 * x-doku}.
 */
public enum Meaning {
  /** The merchant's number of the order. */
  INVOICE("invoice"),
  /** What is to be paid, or was. */
  AMOUNT("amount"),
  /** Every number that is a whole amount of money, or counts things; the amount is one of them. */
  WHOLE_NUMBERS("wholeNumbers"),
  /** The list of what is bought. */
  LINE_ITEMS("lineItems"),
  /** The price of one line item; below {@link #LINE_ITEMS}. */
  PRICE("price"),
  /** How many of a line item; below {@link #LINE_ITEMS}. */
  QUANTITY("quantity"),
  /** The merchant's reference of the payment, beside the invoice number. */
  REFERENCE("reference"),
  /** The merchant's reference of a refund. */
  REFUND_REFERENCE("refundReference"),
  /** The Request-Id of the request that opened the payment. */
  ORIGINAL_REQUEST_ID("originalRequestId"),
  /** The names that DOKU and an acquirer give to what identifies a payment. */
  IDENTIFIER_NAMES("identifierNames"),
  /** URLs that the customer's browser opens. */
  URLS("urls"),
  /** Where this payment's notification is to go, in place of the configured URL. */
  NOTIFICATION_URL("notificationUrl"),
  /** Where the customer pays. */
  PAYMENT_URL("paymentUrl"),
  /** How it went, or what state the payment is in. */
  STATUS("status"),
  /** Dates and times. */
  DATES("dates"),
  /** The name of the channel that it is paid by. */
  CHANNEL_NAME("channelName"),
  /** An account number that is made of parts. */
  ACCOUNT_NUMBER("accountNumber"),
  /** The parts of {@link #ACCOUNT_NUMBER}, in their order. */
  ACCOUNT_PARTS("accountParts"),
  /** Who fixes the amount: C the merchant, O the payer, V the payer between two limits. */
  AMOUNT_TYPE("amountType"),
  /** The least that may be paid. */
  MIN_AMOUNT("minAmount"),
  /** The most that may be paid. */
  MAX_AMOUNT("maxAmount"),
  /** How it went, as status, service and case in seven digits. */
  RESPONSE_CODE("responseCode");

  private final String key;

  Meaning(String key) {
    this.key = key;
  }

  /** Returns the key under which {@code x-doku} names the places. */
  public String key() {
    return key;
  }
}
