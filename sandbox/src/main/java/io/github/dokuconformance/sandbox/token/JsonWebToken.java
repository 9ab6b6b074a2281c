package io.github.dokuconformance.sandbox.token;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Hash;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A token that carries its claims, signed by RS256 (RFC 7519); no other algorithm is taken. */
final class JsonWebToken {
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\"}";
  private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();

  /** Longer than any that was made here; what a stranger sends is not decoded past it. */
  private static final int LONGEST = 4096;

  private JsonWebToken() {}

  static String of(ObjectNode claims, AsymmetricKey key) {
    String text =
        encoded(HEADER.getBytes(UTF_8))
            + '.'
            + encoded(JsonMapper.shared().writeValueAsBytes(claims));
    return text + '.' + encoded(key.sign(Hash.SHA256, text.getBytes(US_ASCII)));
  }

  /** Returns the claims of a token that the key signed; nothing of any other text. */
  static Optional<JsonNode> claims(String token, AsymmetricKey key) {
    int payload = token.indexOf('.');
    int signature = token.lastIndexOf('.');
    if (token.length() > LONGEST || payload < 0 || signature <= payload) {
      return Optional.empty();
    }
    try {
      byte[] header = Base64.getUrlDecoder().decode(token.substring(0, payload));
      byte[] signed = Base64.getUrlDecoder().decode(token.substring(signature + 1));
      boolean ours =
          new String(header, UTF_8).equals(HEADER)
              && key.verifies(
                  Hash.SHA256, token.substring(0, signature).getBytes(US_ASCII), signed);
      return ours
          ? JsonBody.read(
                  Body.of(Base64.getUrlDecoder().decode(token.substring(payload + 1, signature))))
              .root()
          : Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private static String encoded(byte[] bytes) {
    return ENCODER.encodeToString(bytes);
  }
}
