package io.github.dokuconformance.signature;

import java.security.MessageDigest;
import java.util.Base64;
import java.util.function.Function;

/**
 * The value of a Signature header: {@code HMACSHA256=} and the base64 of 32 bytes.
 *
 * <p>Source: developers.doku.com, "Signature Component from Request Header" (documented). Base64 is
 * read strictly (RFC 4648, section 4): padded, no white space, unused bits zero, so that each MAC
 * has one spelling.
 */
public final class SignatureHeader {
  public static final String PREFIX = "HMACSHA256=";
  private static final int MAC_BYTES = 32;

  private final byte[] mac;

  SignatureHeader(byte[] mac) {
    this.mac = mac;
  }

  /** Reads a header's value; what is wrong with it is told in {@link Malformed}. */
  public static Parsed parse(String text) {
    if (text.isBlank()) {
      return new Malformed("an empty value");
    }
    if (!text.startsWith(PREFIX)) {
      int equals = text.indexOf('=');
      return new Malformed(
          equals > 0 && equals < text.length() - 2
              ? "the prefix \"" + text.substring(0, Math.min(equals + 1, 24)) + "\""
              : "no prefix");
    }
    String encoded = text.substring(PREFIX.length());
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      return new Malformed("text that is not base64 after the prefix");
    }
    if (bytes.length != MAC_BYTES) {
      return new Malformed(bytes.length + " bytes after the prefix");
    }
    if (!Base64.getEncoder().encodeToString(bytes).equals(encoded)) {
      return new Malformed("base64 that is not canonical (padding or unused bits)");
    }
    return new WellFormed(new SignatureHeader(bytes));
  }

  /** Compares in constant time, over the whole length. */
  public boolean matches(SignatureHeader other) {
    return MessageDigest.isEqual(mac, other.mac);
  }

  /** Returns the header's value as it is sent. */
  public String text() {
    return PREFIX + Base64.getEncoder().encodeToString(mac);
  }

  @Override
  public String toString() {
    return text();
  }

  /** The outcome of reading a header's value. */
  public sealed interface Parsed permits WellFormed, Malformed {
    <T> T fold(Function<WellFormed, T> wellFormed, Function<Malformed, T> malformed);
  }

  public record WellFormed(SignatureHeader header) implements Parsed {
    @Override
    public <T> T fold(Function<WellFormed, T> wellFormed, Function<Malformed, T> malformed) {
      return wellFormed.apply(this);
    }
  }

  /**
   * A value that no signer of DOKU's scheme writes.
   *
   * @param got what stands there instead, as a phrase for a message
   */
  public record Malformed(String got) implements Parsed {
    @Override
    public <T> T fold(Function<WellFormed, T> wellFormed, Function<Malformed, T> malformed) {
      return malformed.apply(this);
    }
  }
}
