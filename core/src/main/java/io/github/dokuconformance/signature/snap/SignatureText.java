package io.github.dokuconformance.signature.snap;

import java.util.Base64;
import java.util.Optional;

/**
 * The value of an X-SIGNATURE header: base64, read strictly (RFC 4648, section 4) so that each
 * signature has one spelling.
 *
 * <p>Source: DOKU's own code (observed); the standard's text does not name the encoding.
 */
final class SignatureText {
  /** The shortest RSA signature that anybody makes: 1024 bits. */
  static final int FEWEST_OF_RSA = 128;

  private SignatureText() {}

  static String of(byte[] signature) {
    return Base64.getEncoder().encodeToString(signature);
  }

  /** Returns the bytes that the text stands for; nothing where it is not what {@link #of} gives. */
  static Optional<byte[]> bytes(String text) {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
    return of(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
  }

  /** Returns what is wrong with a text that ought to stand for so many bytes, as a phrase. */
  static Optional<String> malformation(String text, int fewest, int most) {
    if (text.isBlank()) {
      return Optional.of("an empty value");
    }
    Optional<byte[]> bytes = bytes(text);
    if (bytes.isEmpty()) {
      return Optional.of(
          text.matches("([0-9a-fA-F]{2})+")
              ? text.length() + " hexadecimal digits"
              : "text that is not base64, padded and without white space");
    }
    int length = bytes.get().length;
    if (length >= fewest && length <= most) {
      return Optional.empty();
    }
    boolean hex = text.matches("([0-9a-fA-F]{2})+");
    return Optional.of(hex ? text.length() + " hexadecimal digits" : length + " bytes");
  }
}
