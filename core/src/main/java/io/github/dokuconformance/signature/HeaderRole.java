package io.github.dokuconformance.signature;

/** What a header is for, whatever a scheme calls it. */
public enum HeaderRole {
  /** Whose message it is. */
  CLIENT_ID,
  /** By which the message is known again. */
  REQUEST_ID,
  /** When it was made. */
  TIMESTAMP,
  /** The access token of whoever sends it. */
  AUTHORIZATION,
  /** The signature itself. */
  SIGNATURE
}
