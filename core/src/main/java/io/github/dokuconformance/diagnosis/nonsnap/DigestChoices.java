package io.github.dokuconformance.diagnosis.nonsnap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.DIGEST_ENCODING;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.DIGEST_HASH;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.DIGEST_LINE;
import static io.github.dokuconformance.diagnosis.nonsnap.Dimensions.DIGEST_PREFIX;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.Content;
import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.MistakeCode;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.signature.Hash;
import java.util.List;

/** Whether there is a Digest line, and how the digest is computed and written. */
final class DigestChoices {
  private DigestChoices() {}

  static void add(SentMessage evidence, Choices choices) {
    if (!evidence.hasBody()) {
      onBodyless(choices, COMMON, "");
      List.of("{}", "null").forEach(body -> onBodyless(choices, SEEN, body));
      List.of("[]", "\"\"").forEach(body -> onBodyless(choices, RARE, body));
      choices.add(
          DIGEST_LINE,
          NonSnapMistake.DIGEST_ON_BODYLESS_REQUEST,
          RARE,
          DigestLine.withoutValue(),
          "digest of",
          "nothing: the name alone");
    } else {
      choices.add(DIGEST_LINE, NonSnapMistake.DIGEST_OMITTED, COMMON, DigestLine.ABSENT);
      choices.add(DIGEST_LINE, NonSnapMistake.DIGEST_RAW_BODY, SEEN, DigestLine.RAW_BODY);
    }
    for (Hash hash : Hash.values()) {
      choices.add(
          DIGEST_HASH, NonSnapMistake.DIGEST_ALGORITHM, SEEN, hash, "algorithm", hash.label());
    }
    encodings(choices);
    prefix(choices, COMMON, "SHA-256=");
    List.of("SHA256=", "sha-256=", "sha256=").forEach(text -> prefix(choices, SEEN, text));
    List.of("SHA-256:", "sha256:", "HMACSHA256=").forEach(text -> prefix(choices, RARE, text));
  }

  private static void onBodyless(Choices choices, int cost, String body) {
    choices.add(
        DIGEST_LINE,
        NonSnapMistake.DIGEST_ON_BODYLESS_REQUEST,
        cost,
        DigestLine.of(Content.of(body.getBytes(UTF_8))),
        "digest of",
        '"' + body + '"');
  }

  private static void encodings(Choices choices) {
    MistakeCode hex = NonSnapMistake.DIGEST_ENCODING_HEX;
    choices.add(DIGEST_ENCODING, hex, COMMON, Encoding.HEX, "letters", "lower-case");
    choices.add(DIGEST_ENCODING, hex, SEEN, Encoding.HEX_UPPER, "letters", "upper-case");
    MistakeCode twice = NonSnapMistake.DIGEST_DOUBLE_ENCODED;
    choices.add(
        DIGEST_ENCODING,
        twice,
        SEEN,
        Encoding.BASE64_OF_HEX,
        "encoding",
        "base64 of lower-case hex");
    choices.add(
        DIGEST_ENCODING,
        twice,
        RARE,
        Encoding.BASE64_OF_HEX_UPPER,
        "encoding",
        "base64 of upper-case hex");
    choices.add(
        DIGEST_ENCODING, twice, RARE, Encoding.BASE64_OF_BASE64, "encoding", "base64 of base64");
    MistakeCode url = NonSnapMistake.DIGEST_ENCODING_BASE64URL;
    choices.add(DIGEST_ENCODING, url, SEEN, Encoding.BASE64URL, "padding", "kept");
    choices.add(DIGEST_ENCODING, url, SEEN, Encoding.BASE64URL_UNPADDED, "padding", "dropped");
    choices.add(DIGEST_ENCODING, NonSnapMistake.DIGEST_ENCODING_UNPADDED, SEEN, Encoding.UNPADDED);
  }

  private static void prefix(Choices choices, int cost, String text) {
    choices.add(
        DIGEST_PREFIX, NonSnapMistake.DIGEST_PREFIXED, cost, Octets.utf8(text), "prefix", text);
  }
}
