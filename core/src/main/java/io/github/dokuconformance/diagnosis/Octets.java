package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;

/** Bytes as a value. */
public final class Octets {
  public static final Octets NONE = new Octets(new byte[0]);

  // Seen by the search, which changes nothing; no copy is made for each hypothesis.
  final byte[] bytes;

  Octets(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the bytes, which nobody may change any more. */
  public static Octets of(byte[] bytes) {
    return bytes.length == 0 ? NONE : new Octets(bytes);
  }

  public static Octets utf8(String text) {
    return text.isEmpty() ? NONE : new Octets(text.getBytes(UTF_8));
  }

  public int length() {
    return bytes.length;
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** Returns the bytes read as UTF-8; malformed input becomes U+FFFD. */
  public String toText() {
    return new String(bytes, UTF_8);
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
