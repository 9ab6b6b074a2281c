package io.github.dokuconformance.sandbox;

/** A control request that can't be carried out; its message says what was wanted and what came. */
final class ControlException extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  ControlException(int status, String message) {
    super(message);
    this.status = status;
  }

  int status() {
    return status;
  }
}
