package io.github.dokuconformance.sandbox.token;

/** A merchant gave no token; the message says why, in one line. */
public final class NoTokenException extends Exception {
  private static final long serialVersionUID = 1;

  public NoTokenException(String message) {
    super(message);
  }
}
