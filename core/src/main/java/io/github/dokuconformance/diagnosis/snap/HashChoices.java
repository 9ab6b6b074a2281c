package io.github.dokuconformance.diagnosis.snap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;

import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Octets;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.Hash;

/** How else the body may stand in the string to sign. */
final class HashChoices {
  private HashChoices() {}

  static void add(SnapCase message, Choices choices) {
    hash(choices, SnapMistake.HASH_UPPER_HEX, COMMON, BodyHash.of(Hash.SHA256, Encoding.HEX_UPPER));
    encoding(choices, COMMON, Encoding.BASE64, "of the digest");
    encoding(choices, SEEN, Encoding.BASE64_OF_HEX, "of the hexadecimal text");
    encoding(choices, RARE, Encoding.BASE64_OF_HEX_UPPER, "of the upper-case hexadecimal text");
    encoding(choices, SEEN, Encoding.BASE64URL, "of the digest, in the alphabet of URLs");
    encoding(choices, RARE, Encoding.BASE64URL_UNPADDED, "of the digest, unpadded");
    encoding(choices, RARE, Encoding.UNPADDED, "of the digest, unpadded");
    for (Hash hash : Hash.values()) {
      if (hash != Hash.SHA256) {
        algorithm(choices, SEEN, hash, Encoding.HEX, "");
        algorithm(choices, RARE, hash, Encoding.BASE64, " in base64");
        algorithm(choices, RARE, hash, Encoding.HEX_UPPER, " in upper case");
      }
    }
    hash(
        choices,
        SnapMistake.HASH_OMITTED,
        COMMON,
        BodyHash.ABSENT,
        "what",
        "its separator and all");
    hash(
        choices,
        SnapMistake.HASH_OMITTED,
        COMMON,
        BodyHash.fixed(Octets.NONE),
        "what",
        "the separator stays");
    Body sent = message.input().message().body();
    if (!sent.isEmpty()) {
      hash(choices, SnapMistake.HASH_RAW_BODY, COMMON, BodyHash.RAW, "form", "minified");
      hash(
          choices,
          SnapMistake.HASH_RAW_BODY,
          SEEN,
          BodyHash.fixed(Octets.of(sent.toByteArray())),
          "form",
          "as it was sent");
    }
    message
        .secret()
        .ifPresent(
            secret -> {
              KeyedHash keyed = new KeyedHash(secret);
              keyed(choices, SEEN, BodyHash.keyed(keyed, Encoding.HEX), "hexadecimal");
              keyed(choices, RARE, BodyHash.keyed(keyed, Encoding.BASE64), "base64");
            });
  }

  private static void encoding(Choices choices, int cost, Encoding encoding, String of) {
    hash(choices, SnapMistake.HASH_BASE64, cost, BodyHash.of(Hash.SHA256, encoding), "what", of);
  }

  private static void algorithm(
      Choices choices, int cost, Hash hash, Encoding encoding, String form) {
    hash(
        choices,
        SnapMistake.HASH_ALGORITHM,
        cost,
        BodyHash.of(hash, encoding),
        "algorithm",
        hash.label() + form);
  }

  private static void keyed(Choices choices, int cost, BodyHash keyed, String form) {
    hash(choices, SnapMistake.HASH_KEYED, cost, keyed, "form", form);
  }

  private static void hash(
      Choices choices, SnapMistake code, int cost, BodyHash value, String... facts) {
    choices.add(SnapDimensions.BODY_HASH, code, cost, value, facts);
  }
}
