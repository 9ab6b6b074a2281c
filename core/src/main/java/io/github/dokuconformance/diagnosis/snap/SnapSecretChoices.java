package io.github.dokuconformance.diagnosis.snap;

import static io.github.dokuconformance.diagnosis.Choice.COMMON;
import static io.github.dokuconformance.diagnosis.Choice.RARE;
import static io.github.dokuconformance.diagnosis.Choice.SEEN;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.Choices;
import io.github.dokuconformance.diagnosis.DiagnosisInput;
import io.github.dokuconformance.diagnosis.Key;
import io.github.dokuconformance.diagnosis.SecretTexts;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SymmetricKey;
import java.util.Base64;
import java.util.Map;

/** Keys that stand in for the right secret; a fact never holds a key. */
final class SnapSecretChoices {
  private final DiagnosisInput input;
  private final Choices choices;

  private SnapSecretChoices(DiagnosisInput input, Choices choices) {
    this.input = input;
    this.choices = choices;
  }

  static void add(DiagnosisInput input, Choices choices, MerchantSecret right, String clientId) {
    SnapSecretChoices adder = new SnapSecretChoices(input, choices);
    String secret = new String(right.exposeForMac(), UTF_8);
    adder.others();
    adder.pairs();
    adder.text(SnapMistake.SECRET_CLIENT_ID, SEEN, clientId, "which", "this message's");
    input
        .others()
        .keySet()
        .forEach(id -> adder.text(SnapMistake.SECRET_CLIENT_ID, RARE, id, "which", "another's"));
    adder.text(SnapMistake.SECRET_EMPTY, COMMON, "", "key", "nothing");
    for (String unset : SecretTexts.UNSET) {
      adder.text(SnapMistake.SECRET_EMPTY, RARE, unset, "key", "the word " + unset);
    }
    adder.whitespace(secret);
    adder.quoted(secret);
    adder.decoded(secret);
  }

  private void others() {
    for (Map.Entry<String, MerchantKeys> other : input.others().entrySet()) {
      for (SymmetricKey key : other.getValue().secrets()) {
        key(
            SnapMistake.SECRET_OTHER_KNOWN,
            COMMON,
            key.secret().exposeForMac(),
            "secret of",
            other.getKey());
      }
    }
  }

  private void pairs() {
    for (AsymmetricKey pair : input.keys().own()) {
      for (String pem : pair.exposePems()) {
        pem(SnapMistake.SECRET_PRIVATE_KEY, pem);
      }
      pem(SnapMistake.SECRET_PUBLIC_KEY, pair.publicPem());
    }
    for (AsymmetricKey pair : input.keys().ofDoku()) {
      pem(SnapMistake.SECRET_PUBLIC_KEY, pair.publicPem());
    }
  }

  /** The whole file, with and without its last line end, and the base64 alone on one line. */
  private void pem(SnapMistake code, String pem) {
    text(code, COMMON, pem, "form", "the PEM text");
    text(code, COMMON, pem + "\n", "form", "the PEM file, with its last line end");
    text(code, RARE, pem.replace("\n", "\\n"), "form", "the PEM text on one line");
    String inner = pem.replaceAll("-----[^-]+-----", "").replace("\n", "");
    text(code, RARE, inner, "form", "the base64 of it alone");
    key(code, RARE, Base64.getDecoder().decode(inner), "form", "its bytes");
  }

  private void whitespace(String secret) {
    SnapMistake code = SnapMistake.SECRET_WHITESPACE;
    text(code, COMMON, secret.strip(), "white space", "taken off the ends");
    text(code, COMMON, secret + "\n", "white space", "LF after it");
    text(code, SEEN, secret + "\r\n", "white space", "CRLF after it");
    text(code, SEEN, secret + " ", "white space", "a space after it");
    text(code, SEEN, " " + secret, "white space", "a space before it");
    text(code, RARE, secret + "\r", "white space", "CR after it");
    text(code, RARE, secret + "\t", "white space", "a tab after it");
  }

  private void quoted(String secret) {
    text(SnapMistake.SECRET_QUOTED, SEEN, '"' + secret + '"', "quotes", "double");
    text(SnapMistake.SECRET_QUOTED, SEEN, "'" + secret + "'", "quotes", "single");
    SecretTexts.unquoted(secret)
        .ifPresent(inner -> text(SnapMistake.SECRET_QUOTED, SEEN, inner, "quotes", "taken off"));
  }

  private void decoded(String secret) {
    SecretTexts.decoded(secret)
        .forEach(
            (alphabet, bytes) ->
                key(SnapMistake.SECRET_BASE64_DECODED, SEEN, bytes, "alphabet", alphabet));
  }

  private void text(SnapMistake code, int cost, String key, String... facts) {
    key(code, cost, key.getBytes(UTF_8), facts);
  }

  private void key(SnapMistake code, int cost, byte[] key, String... facts) {
    choices.add(SnapDimensions.SECRET, code, cost, Key.of(key), facts);
  }
}
