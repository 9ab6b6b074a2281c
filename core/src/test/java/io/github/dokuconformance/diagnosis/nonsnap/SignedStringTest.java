package io.github.dokuconformance.diagnosis.nonsnap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.SymmetricKey;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A string to sign and a signature, without the message that they belong to. */
class SignedStringTest {
  private static final SymmetricKey KEY = key("SK-TEST-NOT-A-SECRET");
  private static final SymmetricKey OTHER = key("SK-OTHER-NOT-A-SECRET");
  private static final String RIGHT =
      """
      Client-Id:MCH-FAKE-0001
      Request-Id:42
      Request-Timestamp:2026-01-31T09:30:00Z
      Request-Target:/orders/v1/status/INV-1
      Digest:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=\
      """;
  private static final String BODYLESS = RIGHT.substring(0, RIGHT.lastIndexOf('\n'));
  private static final String SIGNED = "The secret gives this signature over this string";
  private static final String ALL_RIGHT = "Secret, MAC and form of the string are right.";

  static Stream<Arguments> rightOnes() {
    return Stream.of(
        argumentSet("with a body", RIGHT),
        argumentSet("without a body", BODYLESS),
        argumentSet("a response", RIGHT.replace("Request-Timestamp", "Response-Timestamp")),
        argumentSet(
            "a response without a body",
            BODYLESS.replace("Request-Timestamp", "Response-Timestamp")));
  }

  @ParameterizedTest
  @MethodSource("rightOnes")
  void findsNothingWrongWithAStringAsDokuWantsIt(String text) {
    SignedString string = SignedString.of(text, " " + signature(text) + "\n", List.of(OTHER, KEY));

    assertThat(string.isRight()).isTrue();
    assertThat(string.lines()).hasSize(2);
    assertThat(string.lines().get(0)).isEqualTo(SIGNED + ".");
    assertThat(string.lines().get(1)).startsWith(ALL_RIGHT);
  }

  static Stream<Arguments> forms() {
    return Stream.of(
        argumentSet("printed", RIGHT + "\n", " without the line end at its end."),
        argumentSet("printed on Windows", RIGHT + "\r\n", " without the line end at its end."),
        argumentSet("saved on Windows", windows(RIGHT), " with LF in place of CRLF."),
        argumentSet(
            "saved and printed on Windows",
            windows(RIGHT) + "\r\n",
            " with LF in place of CRLF, without the line end at its end."));
  }

  @ParameterizedTest
  @MethodSource("forms")
  void takesAwayWhatAFileOrATerminalAdds(String text, String form) {
    SignedString string = SignedString.of(text, signature(RIGHT), List.of(KEY));

    assertThat(string.isRight()).isTrue();
    assertThat(string.lines().get(0)).isEqualTo(SIGNED + form);
  }

  static Stream<Arguments> faults() {
    return Stream.of(
        argumentSet(
            "CRLF", windows(RIGHT), "it has carriage returns; lines are joined by LF alone"),
        argumentSet(
            "line end",
            RIGHT + "\n",
            "it has a line end after the last line; nothing stands there"),
        argumentSet(
            "white space",
            RIGHT.replace("Id:42", "Id: 42"),
            "white space stands around the value of Request-Id"),
        argumentSet(
            "milliseconds",
            RIGHT.replace("00Z", "00.000Z"),
            "Request-Timestamp is no instant such as 2026-01-31T09:30:00Z"),
        argumentSet(
            "a response's local time",
            RIGHT.replace("Request-Timestamp", "Response-Timestamp").replace("00Z", "00+07:00"),
            "Response-Timestamp is no instant such as 2026-01-31T09:30:00Z"),
        argumentSet(
            "query",
            RIGHT.replace("INV-1", "INV-1?a=b"),
            "Request-Target is no path alone, without host and query"),
        argumentSet(
            "host",
            RIGHT.replace("/orders", "https://api.doku.com/orders"),
            "Request-Target is no path alone, without host and query"),
        argumentSet(
            "hex digest",
            RIGHT.replaceFirst("Digest:.*", "Digest:" + "0f".repeat(32)),
            "Digest is not the base64 of 32 bytes, the SHA-256 of the body"),
        argumentSet("empty value", RIGHT.replace("Id:42", "Id:"), "Request-Id has no value"),
        argumentSet(
            "another order",
            RIGHT.replace("Client-Id:MCH-FAKE-0001\nRequest-Id:42", "Request-Id:42\nClient-Id:x"),
            "its lines are Request-Id, Client-Id, Request-Timestamp, Request-Target, Digest;"
                + " wanted Client-Id, Request-Id, Request-Timestamp, Request-Target, Digest, and"
                + " Digest only with a body"));
  }

  @ParameterizedTest
  @MethodSource("faults")
  void saysWhatIsOtherThanDokuWantsIt(String text, String fault) {
    SignedString string = SignedString.of(text, signature(text), List.of(KEY));

    assertThat(string.isRight()).isFalse();
    assertThat(string.lines())
        .containsExactly(SIGNED + ".", "The string is not as DOKU wants it:", "  - " + fault);
  }

  @Test
  void saysThatALineHasNoName() {
    SignedString string = SignedString.of("one\n:two", signature("one\n:two"), List.of(KEY));

    assertThat(string.lines())
        .contains("  - one has no value")
        .anyMatch(line -> line.startsWith("  - its lines are one, ; wanted Client-Id, "));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "HMACSHA256=", "nothing"})
  void saysThatTheSecretDoesNotGiveIt(String signature) {
    for (String text : List.of(RIGHT, RIGHT + "\n", windows(RIGHT) + "\r\n")) {
      SignedString string = SignedString.of(text, signature, List.of(KEY));

      assertThat(string.isRight()).isFalse();
      assertThat(string.lines()).as("the string itself is right").hasSize(2);
      assertThat(string.lines().get(0))
          .isEqualTo("The secret does not give this signature over this string.");
    }
    assertThat(SignedString.of(RIGHT, signature(RIGHT), List.of(OTHER)).isRight()).isFalse();
  }

  private static String windows(String text) {
    return text.replace("\n", "\r\n");
  }

  private static String signature(String text) {
    return "HMACSHA256="
        + Base64.getEncoder().encodeToString(KEY.hmac(Hash.SHA256, text.getBytes(UTF_8)));
  }

  private static SymmetricKey key(String text) {
    return SigningKey.of(MerchantSecret.of(text));
  }
}
