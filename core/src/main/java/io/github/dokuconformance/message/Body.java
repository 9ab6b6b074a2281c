package io.github.dokuconformance.message;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.zip.Checksum;

/**
 * The exact bytes of a body; never decoded and encoded again.
 *
 * <p>Immutable: bytes are copied in and out. An empty body and no body are the same thing, as they
 * are for DOKU's signature.
 */
public final class Body {
  private static final Body NONE = new Body(new byte[0]);

  private final byte[] bytes;

  private Body(byte[] bytes) {
    this.bytes = bytes;
  }

  public static Body none() {
    return NONE;
  }

  public static Body of(byte[] bytes) {
    return of(bytes, 0, bytes.length);
  }

  /** Returns the body that a part of an array is. */
  public static Body of(byte[] bytes, int offset, int length) {
    return length == 0 ? NONE : new Body(Arrays.copyOfRange(bytes, offset, offset + length));
  }

  /** Returns the body whose bytes are the UTF-8 form of the text. */
  public static Body ofUtf8(String text) {
    return text.isEmpty() ? NONE : new Body(text.getBytes(UTF_8));
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /** Returns the length in bytes. */
  public int length() {
    return bytes.length;
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  /** Returns a read-only view, for reading without a copy. */
  public ByteBuffer asByteBuffer() {
    return ByteBuffer.wrap(bytes).asReadOnlyBuffer();
  }

  /** Returns a stream over the bytes, for reading without a copy. */
  public InputStream newInputStream() {
    return new ByteArrayInputStream(bytes);
  }

  /** Feeds the bytes to a digest, without a copy. */
  public void update(MessageDigest digest) {
    digest.update(bytes);
  }

  /** Feeds the bytes to a checksum, without a copy. */
  public void update(Checksum checksum) {
    checksum.update(bytes);
  }

  /** Returns the bytes read as UTF-8; malformed input becomes U+FFFD, so only for showing. */
  public String toDisplayText() {
    return new String(bytes, UTF_8);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Body that && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "Body[" + bytes.length + " bytes]";
  }
}
