package io.github.dokuconformance.signature;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes that schemes take, and those that signers take by mistake. */
public enum Hash {
  SHA256("SHA-256", "HmacSHA256", 32),
  MD5("MD5", "HmacMD5", 16),
  SHA1("SHA-1", "HmacSHA1", 20),
  SHA384("SHA-384", "HmacSHA384", 48),
  SHA512("SHA-512", "HmacSHA512", 64),
  SHA512_256("SHA-512/256", "HmacSHA512/256", 32);

  private final String label;
  private final String hmac;
  private final int length;

  Hash(String label, String hmac, int length) {
    this.label = label;
    this.hmac = hmac;
    this.length = length;
  }

  /** Returns the name for people, which is the Java platform's too: {@code SHA-256}. */
  public String label() {
    return label;
  }

  /** Returns the name of the HMAC in the Java platform. */
  public String hmac() {
    return hmac;
  }

  /** Returns the number of bytes that are hashed at a time, which HMAC pads a key to. */
  public int block() {
    return this == SHA384 || this == SHA512 || this == SHA512_256 ? 128 : 64;
  }

  /** Returns the number of bytes of a hash. */
  public int length() {
    return length;
  }

  public byte[] of(byte[] bytes) {
    return newDigest().digest(bytes);
  }

  public MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance(label);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform lacks " + label, e);
    }
  }
}
