package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.security.MessageDigest;

/**
 * The value of a signature header that was made with a key.
 *
 * <p>Prints as a placeholder: with a right signature anybody can send the message. There is no
 * equality, so that it is never compared in variable time.
 */
public final class Signature {
  private final String text;

  private Signature(String text) {
    this.text = requireNonNull(text, "text");
  }

  public static Signature of(String text) {
    return new Signature(text);
  }

  /** Returns the header's value as it is sent. */
  public String text() {
    return text;
  }

  /** Tells whether a header's value is this one, in constant time over the whole length. */
  public boolean isWrittenAs(String value) {
    return MessageDigest.isEqual(text.getBytes(UTF_8), value.getBytes(UTF_8));
  }

  @Override
  public String toString() {
    return "Signature[***]";
  }
}
