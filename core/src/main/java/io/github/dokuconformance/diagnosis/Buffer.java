package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes that grow at the end and are used again. Not thread safe. */
public final class Buffer {
  private byte[] bytes = new byte[512];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  public int length() {
    return length;
  }

  public void clear() {
    length = 0;
  }

  public void put(Octets octets) {
    put(octets.bytes, 0, octets.bytes.length);
  }

  void put(byte[] source, int from, int to) {
    int added = to - from;
    if (length + added > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + added));
    }
    System.arraycopy(source, from, bytes, length, added);
    length += added;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  public String toText() {
    return new String(bytes, 0, length, UTF_8);
  }
}
