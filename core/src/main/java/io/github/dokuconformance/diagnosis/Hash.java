package io.github.dokuconformance.diagnosis;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Hashes that senders take; the first is the right one. */
enum Hash {
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

  String label() {
    return label;
  }

  /** The name of the HMAC in the Java platform. */
  String hmac() {
    return hmac;
  }

  /** The number of bytes. */
  int length() {
    return length;
  }

  byte[] of(byte[] bytes) {
    return newDigest().digest(bytes);
  }

  MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance(label);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java platform lacks " + label, e);
    }
  }
}
