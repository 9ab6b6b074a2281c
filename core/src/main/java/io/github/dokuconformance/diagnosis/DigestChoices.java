package io.github.dokuconformance.diagnosis;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;

import io.github.dokuconformance.signature.Hash;
import java.util.List;

/** Whether there is a Digest line, and how the digest is computed and written. */
final class DigestChoices {
  private DigestChoices() {}

  static void add(Evidence evidence, Choices choices) {
    if (evidence.body().bytes.length == 0) {
      onBodyless(choices, COMMON, "");
      List.of("{}", "null").forEach(body -> onBodyless(choices, SEEN, body));
      List.of("[]", "\"\"").forEach(body -> onBodyless(choices, RARE, body));
      choices.add(
          MistakeCode.DIGEST_ON_BODYLESS_REQUEST,
          RARE,
          DigestLine.withoutValue(),
          "digest of",
          "nothing: the name alone");
    } else {
      choices.add(MistakeCode.DIGEST_OMITTED, COMMON, DigestLine.ABSENT);
      choices.add(MistakeCode.DIGEST_RAW_BODY, SEEN, DigestLine.RAW_BODY);
    }
    for (Hash hash : Hash.values()) {
      choices.add(MistakeCode.DIGEST_ALGORITHM, SEEN, hash, "algorithm", hash.label());
    }
    encodings(choices);
    prefix(choices, COMMON, "SHA-256=");
    List.of("SHA256=", "sha-256=", "sha256=").forEach(text -> prefix(choices, SEEN, text));
    List.of("SHA-256:", "sha256:", "HMACSHA256=").forEach(text -> prefix(choices, RARE, text));
  }

  private static void onBodyless(Choices choices, int cost, String body) {
    choices.add(
        MistakeCode.DIGEST_ON_BODYLESS_REQUEST,
        cost,
        DigestLine.of(Content.of(Octets.utf8(body).bytes)),
        "digest of",
        '"' + body + '"');
  }

  private static void encodings(Choices choices) {
    MistakeCode hex = MistakeCode.DIGEST_ENCODING_HEX;
    choices.add(hex, COMMON, Encoding.HEX, "letters", "lower-case");
    choices.add(hex, SEEN, Encoding.HEX_UPPER, "letters", "upper-case");
    MistakeCode twice = MistakeCode.DIGEST_DOUBLE_ENCODED;
    choices.add(twice, SEEN, Encoding.BASE64_OF_HEX, "encoding", "base64 of lower-case hex");
    choices.add(twice, RARE, Encoding.BASE64_OF_HEX_UPPER, "encoding", "base64 of upper-case hex");
    choices.add(twice, RARE, Encoding.BASE64_OF_BASE64, "encoding", "base64 of base64");
    MistakeCode url = MistakeCode.DIGEST_ENCODING_BASE64URL;
    choices.add(url, SEEN, Encoding.BASE64URL, "padding", "kept");
    choices.add(url, SEEN, Encoding.BASE64URL_UNPADDED, "padding", "dropped");
    choices.add(MistakeCode.DIGEST_ENCODING_UNPADDED, SEEN, Encoding.UNPADDED);
  }

  private static void prefix(Choices choices, int cost, String text) {
    choices.add(MistakeCode.DIGEST_PREFIXED, cost, Octets.utf8(text), "prefix", text);
  }
}
