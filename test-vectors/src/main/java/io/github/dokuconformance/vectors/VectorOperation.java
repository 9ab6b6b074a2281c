package io.github.dokuconformance.vectors;

import java.util.Locale;

/** What a case asks an implementation to do; each has a vector file of its own. */
public enum VectorOperation {
  /** The Digest value of a body's bytes. */
  DIGEST,
  /** The string to sign of a message. */
  CANONICALIZE,
  /** The Signature header for given components, body and key. */
  SIGN,
  /** Whether a message's signature is right. */
  VERIFY,
  /** Whether a body satisfies a schema of the contract. */
  VALIDATE;

  /** Returns the name in files and messages, such as {@code digest}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Returns the operation of that {@link #id()}.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static VectorOperation of(String id) {
    for (VectorOperation operation : values()) {
      if (operation.id().equals(id)) {
        return operation;
      }
    }
    throw new IllegalArgumentException(
        "expected digest, canonicalize, sign, verify or validate as operation, got: " + id);
  }
}
