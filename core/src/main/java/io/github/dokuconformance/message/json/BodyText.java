package io.github.dokuconformance.message.json;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.MessageLimits;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The two ways in which JSON carries the bytes of a body: as text, or as base64.
 *
 * <p>Errors name the place at which the cursor stands.
 */
public final class BodyText {
  private BodyText() {}

  /**
   * Returns the body whose bytes are the UTF-8 form of the text.
   *
   * @throws JsonInputException for half a surrogate pair, which has no UTF-8 form, and for a body
   *     that is too long
   */
  public static Body utf8(String text, JsonCursor json) throws JsonInputException {
    if (!HttpSyntax.isUnicode(text)) {
      throw json.error(
          "expected text that has a UTF-8 form, got half a surrogate pair; use base64 for bytes"
              + " that are not text");
    }
    return body(json, text.getBytes(UTF_8));
  }

  /**
   * Returns the body whose bytes the text encodes: RFC 4648, section 4, with padding, without line
   * ends.
   *
   * @throws JsonInputException if something else stands there; the message says where
   */
  public static Body base64(String text, JsonCursor json) throws JsonInputException {
    byte[] bytes;
    try {
      bytes = Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw json.error("expected base64, got: " + e.getMessage());
    }
    if (!Base64.getEncoder().encodeToString(bytes).equals(text)) {
      throw json.error("expected base64 with its padding and without stray bits");
    }
    return body(json, bytes);
  }

  /** Returns the bytes as text if they are UTF-8, so that the text gives the same bytes again. */
  static Optional<String> asUtf8(Body body) {
    try {
      return Optional.of(UTF_8.newDecoder().decode(body.asByteBuffer()).toString());
    } catch (CharacterCodingException e) {
      return Optional.empty();
    }
  }

  static String asBase64(Body body) {
    ByteBuffer encoded = Base64.getEncoder().encode(body.asByteBuffer());
    return UTF_8.decode(encoded).toString();
  }

  private static Body body(JsonCursor json, byte[] bytes) throws JsonInputException {
    if (bytes.length > MessageLimits.BODY_BYTES) {
      throw json.error(
          String.format(
              Locale.ROOT,
              "expected a body of at most %d bytes (10 MiB), got %d",
              MessageLimits.BODY_BYTES,
              bytes.length));
    }
    return Body.of(bytes);
  }
}
