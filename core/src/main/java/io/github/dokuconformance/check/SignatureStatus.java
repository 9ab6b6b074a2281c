package io.github.dokuconformance.check;

import java.util.Locale;

/** What became of a message's signature. */
public enum SignatureStatus {
  VALID,
  INVALID,
  /** There is no Signature header. */
  ABSENT,
  /** There is no secret to check it with, or no signature is due. */
  UNCHECKED;

  /** Tells whether there was a signature and something to check it with. */
  public boolean isVerified() {
    return this == VALID || this == INVALID;
  }

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
