package io.github.dokuconformance.page.hash;

import java.util.Arrays;

/**
 * A hash that takes its input in blocks, as MD5 (RFC 1321), SHA-1 and SHA-2 (FIPS 180-4) do.
 *
 * <p>For the browser alone, which has none that answers at once; a test holds each against the
 * JDK's.
 */
public abstract class BlockHash {
  private final byte[] block;
  private int filled;
  private long total;

  BlockHash(int blockLength) {
    block = new byte[blockLength];
  }

  BlockHash(BlockHash other) {
    block = other.block.clone();
    filled = other.filled;
    total = other.total;
  }

  /**
   * Returns the hash of that name of the Java platform.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static BlockHash of(String name) {
    return switch (name) {
      case "MD5" -> new Md5();
      case "SHA-1" -> new Sha1();
      case "SHA-256" -> new Sha256();
      case "SHA-384" -> Sha512.sha384();
      case "SHA-512" -> Sha512.sha512();
      case "SHA-512/256" -> Sha512.sha512Of256();
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Returns how many bytes the hash has. */
  public abstract int length();

  /** Returns a hash of its own that has taken the same bytes. */
  public abstract BlockHash copy();

  abstract void take(byte[] bytes, int at);

  abstract void write(byte[] out, int at);

  /** Tells whether the length at the end begins with its highest byte. */
  boolean isBigEndian() {
    return true;
  }

  /** Takes more bytes. */
  public final void update(byte[] bytes, int from, int count) {
    total += count;
    int at = from;
    int end = from + count;
    if (filled > 0) {
      int more = Math.min(block.length - filled, count);
      System.arraycopy(bytes, at, block, filled, more);
      filled += more;
      at += more;
      if (filled < block.length) {
        return;
      }
      take(block, 0);
      filled = 0;
    }
    for (; end - at >= block.length; at += block.length) {
      take(bytes, at);
    }
    System.arraycopy(bytes, at, block, 0, end - at);
    filled = end - at;
  }

  /** Ends the input and writes the hash; nothing can be taken afterwards. */
  public final void end(byte[] out, int at) {
    int lengthAt = block.length - block.length / 8;
    block[filled++] = (byte) 0x80;
    if (filled > lengthAt) {
      Arrays.fill(block, filled, block.length, (byte) 0);
      take(block, 0);
      filled = 0;
    }
    Arrays.fill(block, filled, block.length, (byte) 0);
    long bits = 8 * total;
    for (int i = 0; i < Long.BYTES; i++) {
      int place = isBigEndian() ? block.length - 1 - i : lengthAt + i;
      block[place] = (byte) (bits >>> (8 * i));
    }
    take(block, 0);
    write(out, at);
  }

  /** Returns the words that hexadecimal digits stand for. */
  static int[] words(String hex) {
    int[] words = new int[hex.length() / 8];
    for (int i = 0; i < words.length; i++) {
      words[i] = (int) Long.parseLong(hex.substring(8 * i, 8 * i + 8), 16);
    }
    return words;
  }

  static int bigEndian(byte[] bytes, int at) {
    return bytes[at] << 24
        | (bytes[at + 1] & 0xff) << 16
        | (bytes[at + 2] & 0xff) << 8
        | (bytes[at + 3] & 0xff);
  }

  static void writeBigEndian(int[] words, int count, byte[] out, int at) {
    for (int i = 0; i < 4 * count; i++) {
      out[at + i] = (byte) (words[i >> 2] >>> (24 - 8 * (i & 3)));
    }
  }
}
