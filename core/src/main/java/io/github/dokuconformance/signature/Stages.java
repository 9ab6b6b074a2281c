package io.github.dokuconformance.signature;

import io.github.dokuconformance.message.Body;
import java.util.Optional;

/** The three stages of a signature: digest (where there is a body), string to sign, signature. */
public record Stages(
    Optional<String> digest, StringToSign stringToSign, SignatureHeader signature) {

  static Stages of(
      SigningKey key,
      String clientId,
      String requestId,
      String timestampName,
      String timestamp,
      String path,
      Body body,
      boolean withDigest) {
    Optional<String> digest = withDigest ? Optional.of(key.digest(body)) : Optional.empty();
    StringToSign text =
        StringToSign.of(clientId, requestId, timestampName, timestamp, path, digest);
    return new Stages(digest, text, key.sign(text));
  }
}
