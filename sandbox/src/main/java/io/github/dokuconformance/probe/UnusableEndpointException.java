package io.github.dokuconformance.probe;

/** The endpoint or its effect URL can't be probed; the message is one line for a person. */
public final class UnusableEndpointException extends Exception {
  private static final long serialVersionUID = 1;

  UnusableEndpointException(String line) {
    super(line);
  }
}
