package org.teavm.classlib.java.security;

import io.github.dokuconformance.page.hash.BlockHash;

/** {@code java.security.MessageDigest}, for the browser. */
public class TMessageDigest implements Cloneable {
  private final String name;
  private final int length;
  private BlockHash hash;

  private TMessageDigest(String name, BlockHash hash) {
    this.name = name;
    this.hash = hash;
    this.length = hash.length();
  }

  public static TMessageDigest getInstance(String name) throws TNoSuchAlgorithmException {
    try {
      return new TMessageDigest(name, BlockHash.of(name));
    } catch (IllegalArgumentException e) {
      throw new TNoSuchAlgorithmException(name);
    }
  }

  /** Compares in a time that does not tell where the arrays differ. */
  public static boolean isEqual(byte[] a, byte[] b) {
    int differing = a.length ^ b.length;
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      differing |= a[i] ^ b[i];
    }
    return differing == 0;
  }

  public void update(byte[] bytes) {
    update(bytes, 0, bytes.length);
  }

  public void update(byte[] bytes, int offset, int count) {
    begun().update(bytes, offset, count);
  }

  public byte[] digest(byte[] bytes) {
    update(bytes);
    return digest();
  }

  public byte[] digest() {
    byte[] out = new byte[length];
    digest(out, 0, out.length);
    return out;
  }

  public int digest(byte[] out, int offset, int room) {
    begun().end(out, offset);
    reset();
    return length;
  }

  public void reset() {
    hash = null;
  }

  public int getDigestLength() {
    return length;
  }

  private BlockHash begun() {
    if (hash == null) {
      hash = BlockHash.of(name);
    }
    return hash;
  }

  @Override
  public Object clone() throws CloneNotSupportedException {
    return new TMessageDigest(name, begun().copy());
  }
}
