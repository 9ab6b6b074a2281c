package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes as a value. */
final class Octets {
  static final Octets NONE = new Octets(new byte[0]);

  final byte[] bytes;

  Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  static Octets utf8(String text) {
    return text.isEmpty() ? NONE : new Octets(text.getBytes(UTF_8));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Octets that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }
}
