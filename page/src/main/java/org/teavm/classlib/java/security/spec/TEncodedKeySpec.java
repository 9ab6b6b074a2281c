package org.teavm.classlib.java.security.spec;

/** {@code java.security.spec.EncodedKeySpec}, for the browser. */
public abstract class TEncodedKeySpec implements TKeySpec {
  private final byte[] encoded;

  TEncodedKeySpec(byte[] encoded) {
    this.encoded = encoded.clone();
  }

  public byte[] getEncoded() {
    return encoded.clone();
  }
}
