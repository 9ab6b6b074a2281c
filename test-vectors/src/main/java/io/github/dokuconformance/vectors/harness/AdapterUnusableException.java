package io.github.dokuconformance.vectors.harness;

/** The adapter did not even say hello; the message says what came instead, in one line. */
public final class AdapterUnusableException extends Exception {
  private static final long serialVersionUID = 1L;

  private final String stderr;

  AdapterUnusableException(String message, String stderr) {
    super(message);
    this.stderr = stderr;
  }

  /** Returns the last that the adapter wrote to stderr, perhaps nothing. */
  public String stderr() {
    return stderr;
  }
}
