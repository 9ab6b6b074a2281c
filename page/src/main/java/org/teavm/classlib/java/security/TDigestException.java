package org.teavm.classlib.java.security;

/** {@code ava.security.DigestException}, for the browser. */
public class TDigestException extends TGeneralSecurityException {
  private static final long serialVersionUID = 1;

  public TDigestException() {}

  public TDigestException(String message) {
    super(message);
  }

  public TDigestException(Throwable cause) {
    super(String.valueOf(cause.getMessage()));
  }
}
