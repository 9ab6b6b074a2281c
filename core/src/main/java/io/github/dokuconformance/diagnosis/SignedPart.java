package io.github.dokuconformance.diagnosis;

/** Which message's signature is asked about: they differ in who signs and with which target. */
public enum SignedPart {
  /** A merchant's request to DOKU. */
  REQUEST,
  /** DOKU's response to it. */
  RESPONSE,
  /** DOKU's request to the merchant's own URL. */
  NOTIFICATION
}
