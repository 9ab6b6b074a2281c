package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes that grow at the end and are used again. Not thread safe. */
final class Buffer {
  private byte[] bytes = new byte[512];
  private int length;

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  void put(Octets octets) {
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

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, length);
  }

  String toText() {
    return new String(bytes, 0, length, UTF_8);
  }
}
