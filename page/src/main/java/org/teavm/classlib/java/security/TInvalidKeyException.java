package org.teavm.classlib.java.security;

/** {@code ava.security.InvalidKeyException}, for the browser. */
public class TInvalidKeyException extends TKeyException {
  private static final long serialVersionUID = 1;

  public TInvalidKeyException() {}

  public TInvalidKeyException(String message) {
    super(message);
  }

  public TInvalidKeyException(Throwable cause) {
    super(String.valueOf(cause.getMessage()));
  }
}
