package org.teavm.classlib.java.security.spec;

import java.math.BigInteger;

/** {@code java.security.spec.RSAPublicKeySpec}, for the browser. */
public class TRSAPublicKeySpec implements TKeySpec {
  private final BigInteger modulus;
  private final BigInteger publicExponent;

  public TRSAPublicKeySpec(BigInteger modulus, BigInteger publicExponent) {
    this.modulus = modulus;
    this.publicExponent = publicExponent;
  }

  public BigInteger getModulus() {
    return modulus;
  }

  public BigInteger getPublicExponent() {
    return publicExponent;
  }
}
