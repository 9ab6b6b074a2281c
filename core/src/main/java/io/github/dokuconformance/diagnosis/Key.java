package io.github.dokuconformance.diagnosis;

import io.github.dokuconformance.signature.Hash;
import java.security.MessageDigest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A key with its schedules: hashes after the two pads of HMAC (RFC 2104), to be cloned for each
 * message. Thread safe, since a state is only ever cloned.
 */
public final class Key {
  private final Octets octets;
  private final Map<Hash, Schedule> schedules = new ConcurrentHashMap<>(2);

  private Key(Octets octets) {
    this.octets = octets;
  }

  public static Key of(byte[] bytes) {
    return new Key(new Octets(bytes.clone()));
  }

  Octets octets() {
    return octets;
  }

  Schedule schedule(Hash hash) {
    Schedule schedule = schedules.get(hash);
    return schedule == null ? schedules.computeIfAbsent(hash, this::newSchedule) : schedule;
  }

  private Schedule newSchedule(Hash hash) {
    byte[] key = octets.bytes.length > hash.block() ? hash.of(octets.bytes) : octets.bytes;
    return new Schedule(padded(hash, key, 0x36), padded(hash, key, 0x5c));
  }

  private static MessageDigest padded(Hash hash, byte[] key, int pad) {
    byte[] block = new byte[hash.block()];
    System.arraycopy(key, 0, block, 0, key.length);
    for (int i = 0; i < block.length; i++) {
      block[i] ^= (byte) pad;
    }
    MessageDigest digest = hash.newDigest();
    digest.update(block);
    return digest;
  }

  static MessageDigest copy(MessageDigest state) {
    try {
      return (MessageDigest) state.clone();
    } catch (CloneNotSupportedException e) {
      throw new IllegalStateException("expected a hash whose state can be copied", e);
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

  /** The states after the inner and the outer pad. */
  static final class Schedule {
    private final MessageDigest inner;
    private final MessageDigest outer;

    Schedule(MessageDigest inner, MessageDigest outer) {
      this.inner = inner;
      this.outer = outer;
    }

    MessageDigest newInner() {
      return copy(inner);
    }

    MessageDigest newOuter() {
      return copy(outer);
    }
  }
}
