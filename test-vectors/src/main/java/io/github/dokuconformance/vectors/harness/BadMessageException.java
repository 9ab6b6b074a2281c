package io.github.dokuconformance.vectors.harness;

/** A line from an adapter is not what the protocol allows there; the message says why. */
final class BadMessageException extends Exception {
  private static final long serialVersionUID = 1L;

  BadMessageException(String reason) {
    super(reason);
  }
}
