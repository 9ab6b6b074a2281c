package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** How a digest or a MAC is written as text. */
public enum Encoding {
  BASE64,
  HEX,
  HEX_UPPER,
  BASE64_OF_HEX,
  BASE64_OF_HEX_UPPER,
  BASE64_OF_BASE64,
  UNPADDED,
  BASE64URL,
  BASE64URL_UNPADDED;

  public String encode(byte[] bytes) {
    return switch (this) {
      case BASE64 -> Base64.getEncoder().encodeToString(bytes);
      case HEX -> HexFormat.of().formatHex(bytes);
      case HEX_UPPER -> HexFormat.of().withUpperCase().formatHex(bytes);
      case BASE64_OF_HEX -> twice(HEX, bytes);
      case BASE64_OF_HEX_UPPER -> twice(HEX_UPPER, bytes);
      case BASE64_OF_BASE64 -> twice(BASE64, bytes);
      case UNPADDED -> Base64.getEncoder().withoutPadding().encodeToString(bytes);
      case BASE64URL -> Base64.getUrlEncoder().encodeToString(bytes);
      case BASE64URL_UNPADDED -> Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    };
  }

  /** Returns the bytes that this encoding writes as that text, character by character. */
  public Optional<byte[]> decode(String text) {
    try {
      byte[] bytes =
          switch (this) {
            case BASE64, UNPADDED -> Base64.getDecoder().decode(text);
            case HEX, HEX_UPPER -> HexFormat.of().parseHex(text);
            case BASE64URL, BASE64URL_UNPADDED -> Base64.getUrlDecoder().decode(text);
            case BASE64_OF_HEX, BASE64_OF_HEX_UPPER -> HexFormat.of().parseHex(inner(text));
            case BASE64_OF_BASE64 -> Base64.getDecoder().decode(inner(text));
          };
      return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String inner(String text) {
    return new String(Base64.getDecoder().decode(text), ISO_8859_1);
  }

  /** Returns the first bytes that the text stands for, where it begins as this encoding does. */
  public Optional<byte[]> decodeBeginning(String text, int bytes) {
    return switch (this) {
      case HEX -> hex(text, bytes, "[0-9a-f]*");
      case HEX_UPPER -> hex(text, bytes, "[0-9A-F]*");
      case BASE64, UNPADDED -> base64(text, bytes, Base64.getDecoder());
      case BASE64URL, BASE64URL_UNPADDED -> base64(text, bytes, Base64.getUrlDecoder());
      case BASE64_OF_HEX -> nested(text, 2 * bytes, HEX, bytes);
      case BASE64_OF_HEX_UPPER -> nested(text, 2 * bytes, HEX_UPPER, bytes);
      case BASE64_OF_BASE64 -> nested(text, base64Length(bytes), BASE64, bytes);
    };
  }

  private static Optional<byte[]> nested(String text, int characters, Encoding inner, int bytes) {
    return BASE64
        .decodeBeginning(text, characters)
        .flatMap(decoded -> inner.decodeBeginning(new String(decoded, ISO_8859_1), bytes));
  }

  private static Optional<byte[]> hex(String text, int bytes, String alphabet) {
    if (text.length() < 2 * bytes || !text.substring(0, 2 * bytes).matches(alphabet)) {
      return Optional.empty();
    }
    return Optional.of(HexFormat.of().parseHex(text, 0, 2 * bytes));
  }

  private static Optional<byte[]> base64(String text, int bytes, Base64.Decoder decoder) {
    int characters = base64Length(bytes);
    // Beyond ASCII is nothing of an alphabet; a decoder need not look. Padding stands for no byte.
    if (text.length() < characters
        || text.chars().limit(characters).anyMatch(c -> c > 0x7f || c == '=')) {
      return Optional.empty();
    }
    try {
      return Optional.of(Arrays.copyOf(decoder.decode(text.substring(0, characters)), bytes));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static int base64Length(int bytes) {
    return (bytes * 8 + 5) / 6;
  }

  private static String twice(Encoding inner, byte[] bytes) {
    return BASE64.encode(inner.encode(bytes).getBytes(US_ASCII));
  }
}
