package org.teavm.classlib.java.security.spec;

import org.teavm.classlib.java.security.TGeneralSecurityException;

/** {@code ava.security.spec.InvalidKeySpecException}, for the browser. */
public class TInvalidKeySpecException extends TGeneralSecurityException {
  private static final long serialVersionUID = 1;

  public TInvalidKeySpecException() {}

  public TInvalidKeySpecException(String message) {
    super(message);
  }

  public TInvalidKeySpecException(Throwable cause) {
    super(String.valueOf(cause.getMessage()));
  }
}
