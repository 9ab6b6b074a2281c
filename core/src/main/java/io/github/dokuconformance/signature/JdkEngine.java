package io.github.dokuconformance.signature;

import io.github.dokuconformance.message.Body;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.spec.SecretKeySpec;

final class JdkEngine implements HmacEngine {
  static final JdkEngine INSTANCE = new JdkEngine();

  // A provider look-up costs more than the digest of a short message: one prototype, then clones.
  private static final Map<Hash, MessageDigest> PROTOTYPES = new ConcurrentHashMap<>();

  private JdkEngine() {}

  @Override
  public byte[] digest(Hash hash, Body body) {
    MessageDigest prototype = PROTOTYPES.get(hash);
    if (prototype == null) {
      prototype = PROTOTYPES.computeIfAbsent(hash, Hash::newDigest);
    }
    MessageDigest digest;
    try {
      digest = (MessageDigest) prototype.clone();
    } catch (CloneNotSupportedException e) {
      digest = hash.newDigest();
    }
    body.update(digest);
    return digest.digest();
  }

  @Override
  public Mac hmac(Hash hash, byte[] key) {
    byte[] copy = key.clone();
    javax.crypto.Mac prototype = newMac(hash, copy);
    return bytes -> {
      try {
        return ((javax.crypto.Mac) prototype.clone()).doFinal(bytes);
      } catch (CloneNotSupportedException e) {
        return newMac(hash, copy).doFinal(bytes);
      }
    };
  }

  private static javax.crypto.Mac newMac(Hash hash, byte[] key) {
    try {
      javax.crypto.Mac mac = javax.crypto.Mac.getInstance(hash.hmac());
      // SecretKeySpec refuses an empty key; HMAC pads a key with zeros, so one zero is the same
      // key.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, hash.hmac()));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks " + hash.hmac(), e);
    }
  }
}
