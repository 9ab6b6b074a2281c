package io.github.dokuconformance.signature;

import io.github.dokuconformance.message.Body;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import javax.crypto.spec.SecretKeySpec;

final class JdkEngine implements HmacEngine {
  static final JdkEngine INSTANCE = new JdkEngine();

  // A provider look-up costs more than the digest of a short message: one prototype, then clones.
  private static final MessageDigest SHA256 = sha256();

  private JdkEngine() {}

  @Override
  public byte[] digest(Body body) {
    MessageDigest digest;
    try {
      digest = (MessageDigest) SHA256.clone();
    } catch (CloneNotSupportedException e) {
      digest = sha256();
    }
    body.update(digest);
    return digest.digest();
  }

  @Override
  public Mac sha256(byte[] key) {
    byte[] copy = key.clone();
    javax.crypto.Mac prototype = hmacSha256(copy);
    return bytes -> {
      try {
        return ((javax.crypto.Mac) prototype.clone()).doFinal(bytes);
      } catch (CloneNotSupportedException e) {
        return hmacSha256(copy).doFinal(bytes);
      }
    };
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  private static javax.crypto.Mac hmacSha256(byte[] key) {
    try {
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
      // SecretKeySpec refuses an empty key; HMAC pads a key with zeros, so one zero is the same
      // key.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, "HmacSHA256"));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java platform has HmacSHA256", e);
    }
  }
}
