package io.github.dokuconformance.contract;

import java.util.Locale;

/**
 * What an operation is in the life of a payment.
 *
 * <p>Code asks for a role, never for an operation's id: a channel's names are its own.
 */
public enum Role {
  /** Opens a payment. */
  ORDER,
  /** Changes a payment that is open. */
  UPDATE,
  /** Takes back a payment that is not made yet. */
  CANCEL,
  /** Gives back money that was paid. */
  REFUND,
  /** Takes money that was authorised before. */
  CAPTURE,
  /** Tells the state of a payment to who asks. */
  STATUS,
  /** DOKU tells the merchant how a payment ended. */
  NOTIFICATION,
  /** DOKU asks the merchant what there is to pay. */
  INQUIRY,
  /** Gives, lists or takes back a token. */
  TOKEN,
  /** What has no part in the life of a payment. */
  OTHER;

  /** Returns the name that the contract's files use. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
