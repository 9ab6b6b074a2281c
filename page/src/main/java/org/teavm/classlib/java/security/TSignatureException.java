package org.teavm.classlib.java.security;

/** {@code ava.security.SignatureException}, for the browser. */
public class TSignatureException extends TGeneralSecurityException {
  private static final long serialVersionUID = 1;

  public TSignatureException() {}

  public TSignatureException(String message) {
    super(message);
  }

  public TSignatureException(Throwable cause) {
    super(String.valueOf(cause.getMessage()));
  }
}
