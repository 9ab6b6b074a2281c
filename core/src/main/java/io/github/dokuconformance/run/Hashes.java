package io.github.dokuconformance.run;

import io.github.dokuconformance.message.Body;
import java.nio.ByteBuffer;

/** 64-bit hashes of texts; the same in every run. */
final class Hashes {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hashes() {}

  /** Returns a hash of the texts, one after the other and kept apart. */
  static long of(String... texts) {
    long hash = OFFSET;
    for (String text : texts) {
      for (int i = 0; i < text.length(); i++) {
        hash = (hash ^ text.charAt(i)) * PRIME;
      }
      hash = mix((hash ^ 0x1F) * PRIME);
    }
    return mix(hash);
  }

  static long of(Body body) {
    ByteBuffer bytes = body.asByteBuffer();
    long hash = OFFSET;
    while (bytes.remaining() >= Long.BYTES) {
      hash = mix(hash ^ bytes.getLong()) * PRIME;
    }
    while (bytes.hasRemaining()) {
      hash = (hash ^ bytes.get()) * PRIME;
    }
    return mix(hash ^ body.length());
  }

  /** Spreads each bit over all others (the finalizer of MurmurHash3). */
  private static long mix(long hash) {
    long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
