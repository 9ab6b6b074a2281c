package io.github.dokuconformance.run;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What tells an id, an order or a reference from others: 128 bits of SHA-256.
 *
 * <p>Two different texts are taken for one with a chance of n²/2¹²⁹ over n: for 10⁹ that is never.
 */
public record RunKey(long high, long low) {
  /** The key of what is not there. */
  public static final RunKey NONE = new RunKey(0, 0);

  /** Returns the key of texts, kept apart; that of a last text that is empty is {@link #NONE}. */
  static RunKey of(String... texts) {
    if (texts[texts.length - 1].isEmpty()) {
      return NONE;
    }
    int size = 0;
    for (String text : texts) {
      size += Integer.BYTES + Character.BYTES * text.length();
    }
    // Each char as it is: an encoding would take all lone surrogates for one.
    ByteBuffer bytes = ByteBuffer.allocate(size);
    for (String text : texts) {
      bytes.putInt(text.length());
      text.chars().forEach(c -> bytes.putChar((char) c));
    }
    ByteBuffer digest = ByteBuffer.wrap(sha256().digest(bytes.array()));
    return new RunKey(digest.getLong(), digest.getLong());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  public boolean isNone() {
    return equals(NONE);
  }
}
