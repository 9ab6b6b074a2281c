package org.teavm.classlib.java.security;

/** {@code ava.security.KeyException}, for the browser. */
public class TKeyException extends TGeneralSecurityException {
  private static final long serialVersionUID = 1;

  public TKeyException() {}

  public TKeyException(String message) {
    super(message);
  }

  public TKeyException(Throwable cause) {
    super(String.valueOf(cause.getMessage()));
  }
}
