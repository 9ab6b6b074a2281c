package io.github.dokuconformance.signature.nonsnap;

import io.github.dokuconformance.signature.Signature;
import java.util.Base64;
import java.util.Optional;

/**
 * The value of a Signature header: {@code HMACSHA256=} and the base64 of 32 bytes.
 *
 * <p>Source: developers.doku.com, "Signature Component from Request Header" (documented). Base64 is
 * read strictly (RFC 4648, section 4): padded, no white space, unused bits zero, so that each MAC
 * has one spelling.
 */
final class SignatureSyntax {
  static final String PREFIX = "HMACSHA256=";
  private static final int MAC_BYTES = 32;

  private SignatureSyntax() {}

  static Signature of(byte[] mac) {
    return Signature.of(PREFIX + Base64.getEncoder().encodeToString(mac));
  }

  /**
   * Returns what stands in a header's value that no signer of DOKU's scheme writes, as a phrase;
   * nothing where it is well formed.
   */
  static Optional<String> malformation(String text) {
    if (text.isBlank()) {
      return Optional.of("an empty value");
    }
    if (!text.startsWith(PREFIX)) {
      int equals = text.indexOf('=');
      return Optional.of(
          equals > 0 && equals < text.length() - 2
              ? "the prefix \"" + text.substring(0, Math.min(equals + 1, 24)) + "\""
              : "no prefix");
    }
    String encoded = text.substring(PREFIX.length());
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(encoded);
    } catch (IllegalArgumentException e) {
      return Optional.of("text that is not base64 after the prefix");
    }
    if (bytes.length != MAC_BYTES) {
      return Optional.of(bytes.length + " bytes after the prefix");
    }
    if (!Base64.getEncoder().encodeToString(bytes).equals(encoded)) {
      return Optional.of("base64 that is not canonical (padding or unused bits)");
    }
    return Optional.empty();
  }
}
