package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Hash;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A key with its schedule: SHA-256 after the two pads of HMAC (RFC 2104), to be cloned for each
 * message. Thread safe, since a state is only ever cloned.
 */
final class Key {
  private static final int BLOCK = 64;

  private final Octets octets;
  private final MessageDigest inner;
  private final MessageDigest outer;

  private Key(Octets octets) {
    this.octets = octets;
    byte[] key = octets.bytes.length > BLOCK ? Hash.SHA256.of(octets.bytes) : octets.bytes;
    this.inner = padded(key, 0x36);
    this.outer = padded(key, 0x5c);
  }

  static Key of(byte[] bytes) {
    return new Key(new Octets(bytes));
  }

  private static MessageDigest padded(byte[] key, int pad) {
    byte[] block = new byte[BLOCK];
    System.arraycopy(key, 0, block, 0, key.length);
    for (int i = 0; i < BLOCK; i++) {
      block[i] ^= (byte) pad;
    }
    MessageDigest digest = Hash.SHA256.newDigest();
    digest.update(block);
    return digest;
  }

  Octets octets() {
    return octets;
  }

  MessageDigest newInner() {
    return copy(inner);
  }

  MessageDigest newOuter() {
    return copy(outer);
  }

  static MessageDigest copy(MessageDigest state) {
    try {
      return (MessageDigest) state.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("expected a SHA-256 whose state can be copied", e);
    }
  }

  /** Returns a MAC for hashes that are too rare to be made fast. */
  Mac newMac(Hash hash) {
    try {
      Mac mac = Mac.getInstance(hash.hmac());
      // SecretKeySpec refuses an empty key; HMAC pads with zeros, so one zero is the same key.
      byte[] key = octets.bytes.length == 0 ? new byte[1] : octets.bytes;
      mac.init(new SecretKeySpec(key, hash.hmac()));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java platform lacks " + hash.hmac(), e);
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Key that && octets.equals(that.octets);
  }

  @Override
  public int hashCode() {
    return octets.hashCode();
  }
}
