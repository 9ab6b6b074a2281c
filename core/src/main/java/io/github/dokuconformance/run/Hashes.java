package io.github.dokuconformance.run;

import io.github.dokuconformance.message.Body;
import java.util.zip.CRC32C;

/** Hashes of texts and bodies; the same in every run. */
final class Hashes {
  private static final long OFFSET = 0xcbf29ce484222325L;
  private static final long ODD = 0x9e3779b97f4a7c15L;

  private Hashes() {}

  static long of(String text) {
    return add(OFFSET, text);
  }

  /** Returns a hash of two texts, kept apart, that begins where another hash ended. */
  static long of(long start, String first, String second) {
    return add(add(start, first), second);
  }

  private static long add(long start, String text) {
    long hash = start ^ text.length();
    int i = 0;
    for (; i + 4 <= text.length(); i += 4) {
      long four =
          (long) text.charAt(i) << 48
              | (long) text.charAt(i + 1) << 32
              | (long) text.charAt(i + 2) << 16
              | text.charAt(i + 3);
      hash = step(hash ^ four);
    }
    for (; i < text.length(); i++) {
      hash = step(hash ^ text.charAt(i));
    }
    return mix(hash);
  }

  /** Loses nothing: each number has another one to go to. */
  private static long step(long hash) {
    long product = hash * ODD;
    return product ^ (product >>> 32);
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
