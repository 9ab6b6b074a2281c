package org.teavm.classlib.java.security.cert;

import org.teavm.classlib.java.security.TPublicKey;

/** {@code java.security.cert.Certificate}, for the browser. */
public abstract class TCertificate {
  public abstract TPublicKey getPublicKey();
}
