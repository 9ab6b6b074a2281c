package io.github.dokuconformance.page.javax.crypto.spec;

import java.security.Key;

/** {@code javax.crypto.spec.SecretKeySpec}, for the browser. */
public class SecretKeySpec implements Key {
  private static final long serialVersionUID = 1;

  private final byte[] key;
  private final String algorithm;

  public SecretKeySpec(byte[] key, String algorithm) {
    this.key = key.clone();
    this.algorithm = algorithm;
  }

  @Override
  public String getAlgorithm() {
    return algorithm;
  }

  @Override
  public String getFormat() {
    return "RAW";
  }

  @Override
  public byte[] getEncoded() {
    return key.clone();
  }
}
