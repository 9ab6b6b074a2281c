package org.teavm.classlib.java.security.cert;

import org.teavm.classlib.java.security.TGeneralSecurityException;

/** {@code java.security.cert.CertificateException}, for the browser. */
public class TCertificateException extends TGeneralSecurityException {
  private static final long serialVersionUID = 1;

  public TCertificateException(Throwable cause) {
    super(String.valueOf(cause.getMessage()));
  }
}
