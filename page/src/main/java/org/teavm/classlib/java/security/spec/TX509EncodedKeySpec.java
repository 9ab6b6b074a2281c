package org.teavm.classlib.java.security.spec;

/** {@code java.security.spec.X509EncodedKeySpec}, for the browser. */
public class TX509EncodedKeySpec extends TEncodedKeySpec {
  public TX509EncodedKeySpec(byte[] encoded) {
    super(encoded);
  }
}
