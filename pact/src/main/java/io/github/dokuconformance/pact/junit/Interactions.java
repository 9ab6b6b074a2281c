package io.github.dokuconformance.pact.junit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the interactions that a test's mock server answers with, each of which the test must
 * exercise. An unknown id fails the test, and the failure names the nearest known one.
 *
 * <p>There is a constant for each of {@link
 * io.github.dokuconformance.pact.contract.Contracts#ids()}; pact/README.md says what DOKU answers
 * in each.
 */
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Interactions {
  String GENERATE_ORDER_FULL = "generate-order.full";
  String GENERATE_ORDER_MINIMAL = "generate-order.minimal";
  String GENERATE_ORDER_AMOUNTS_AS_STRINGS = "generate-order.amounts-as-strings";
  String GENERATE_ORDER_FAILED = "generate-order.failed";
  String GENERATE_ORDER_REFUSED_MISSING_CLIENT_ID = "generate-order.refused.missing-client-id";
  String GENERATE_ORDER_REFUSED_MISSING_REQUEST_ID = "generate-order.refused.missing-request-id";
  String GENERATE_ORDER_REFUSED_MISSING_REQUEST_TIMESTAMP =
      "generate-order.refused.missing-request-timestamp";
  String GENERATE_ORDER_REFUSED_MISSING_SIGNATURE = "generate-order.refused.missing-signature";
  String GENERATE_ORDER_REFUSED_TIMESTAMP_FORMAT = "generate-order.refused.timestamp-format";
  String GENERATE_ORDER_REFUSED_TIMESTAMP_RANGE = "generate-order.refused.timestamp-range";
  String GENERATE_ORDER_REFUSED_CLIENT_ID = "generate-order.refused.client-id";
  String GENERATE_ORDER_REFUSED_SIGNATURE = "generate-order.refused.signature";
  String GENERATE_ORDER_REFUSED_AMOUNT = "generate-order.refused.amount";
  String GENERATE_ORDER_REFUSED_INVOICE_NUMBER = "generate-order.refused.invoice-number";
  String GENERATE_ORDER_REFUSED_PARAMETER = "generate-order.refused.parameter";
  String GENERATE_ORDER_REFUSED_OUTAGE = "generate-order.refused.outage";
  String CANCEL_FULL = "cancel.full";
  String CANCEL_IDENTIFIERS_AS_OBJECT = "cancel.identifiers-as-object";
  String CANCEL_MINIMAL = "cancel.minimal";
  String CANCEL_FAILED = "cancel.failed";
  String CANCEL_REFUSED_ORDER_NOT_FOUND = "cancel.refused.order-not-found";
  String CANCEL_REFUSED_SIGNATURE = "cancel.refused.signature";
  String REFUND_FULL = "refund.full";
  String REFUND_FAILED = "refund.failed";
  String REFUND_REFUSED_ORDER_NOT_FOUND = "refund.refused.order-not-found";
  String REFUND_REFUSED_SIGNATURE = "refund.refused.signature";
  String CHECK_STATUS_PENDING = "check-status.pending";
  String CHECK_STATUS_SUCCESS = "check-status.success";
  String CHECK_STATUS_FAILED = "check-status.failed";
  String CHECK_STATUS_EXPIRED = "check-status.expired";
  String CHECK_STATUS_REFUNDED = "check-status.refunded";
  String CHECK_STATUS_REFUSED_ORDER_NOT_FOUND = "check-status.refused.order-not-found";
  String CHECK_STATUS_REFUSED_SIGNATURE = "check-status.refused.signature";
  String CHECKOUT_BASIC = "checkout.basic";
  String CHECKOUT_METHODS = "checkout.methods";
  String CHECKOUT_REFUSED_SIGNATURE = "checkout.refused.signature";
  String CHECKOUT_CHECK_STATUS_PENDING = "checkout.check-status.pending";
  String CHECKOUT_CHECK_STATUS_SUCCESS = "checkout.check-status.success";
  String CHECKOUT_CHECK_STATUS_EXPIRED = "checkout.check-status.expired";
  String CARDS_PAYMENT_PAGE_MINIMAL = "cards.payment-page.minimal";
  String CARDS_PAYMENT_PAGE_POSTMAN = "cards.payment-page.postman";
  String CARDS_REFUSED_SIGNATURE = "cards.refused.signature";
  String CARDS_REFUND_UNKNOWN = "cards.refund.unknown";
  String CARDS_CHECK_STATUS_PENDING = "cards.check-status.pending";
  String CARDS_CHECK_STATUS_SUCCESS = "cards.check-status.success";
  String TOKENS_DELETE = "tokens.delete";
  String VA_MERCHANT_CODE = "va.merchant-code";
  String VA_CREATE = "va.create";
  String VA_REFUSED_SIGNATURE = "va.refused.signature";
  String VA_CHECK_STATUS_PENDING = "va.check-status.pending";
  String VA_CHECK_STATUS_SUCCESS = "va.check-status.success";
  String SNAP_TOKEN = "snap.token";
  String SNAP_TOKEN_REFUSED_SIGNATURE = "snap.token.refused.signature";
  String SNAP_VA_CREATE = "snap.va.create";
  String SNAP_VA_REFUSED_SIGNATURE = "snap.va.refused.signature";
  String SNAP_VA_REFUSED_TOKEN = "snap.va.refused.token";
  String SNAP_VA_REFUSED_INVOICE_NUMBER = "snap.va.refused.invoice-number";
  String SNAP_VA_DELETE = "snap.va.delete";
  String SNAP_VA_CHECK_STATUS_PENDING = "snap.va.check-status.pending";
  String SNAP_VA_CHECK_STATUS_SUCCESS = "snap.va.check-status.success";

  /** Ids, such as {@link #GENERATE_ORDER_MINIMAL}. */
  String[] value();
}
