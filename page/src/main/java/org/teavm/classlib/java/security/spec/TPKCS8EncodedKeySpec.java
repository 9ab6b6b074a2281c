package org.teavm.classlib.java.security.spec;

/** {@code java.security.spec.PKCS8EncodedKeySpec}, for the browser. */
public class TPKCS8EncodedKeySpec extends TEncodedKeySpec {
  public TPKCS8EncodedKeySpec(byte[] encoded) {
    super(encoded);
  }
}
