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

  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }
}
