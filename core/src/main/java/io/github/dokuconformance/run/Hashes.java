package io.github.dokuconformance.run;

import io.github.dokuconformance.message.Body;
import java.util.zip.CRC32C;

/** Hashes of texts and bodies; the same in every run. */
final class Hashes {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long PRIME = 0x100000001b3L;

  private Hashes() {}

  static long of(String text) {
    return add(OFFSET, text);
  }

  /** Returns a hash of two texts, kept apart, that begins where another hash ended. */
  static long of(long start, String first, String second) {
    return add(add(start, first), second);
  }

  private static long add(long start, String text) {
    long hash = start;
    for (int i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * PRIME;
    }
    return mix((hash ^ 0x1F) * PRIME);
  }

  /** Returns the body's CRC-32C: 32 bits, by an instruction of the processor. */
  static long of(Body body) {
    CRC32C crc = new CRC32C();
    body.update(crc);
    return crc.getValue();
  }

  /** Spreads each bit over all others (the finalizer of MurmurHash3). */
  private static long mix(long hash) {
    long h = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    h = (h ^ (h >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return h ^ (h >>> 33);
  }
}
