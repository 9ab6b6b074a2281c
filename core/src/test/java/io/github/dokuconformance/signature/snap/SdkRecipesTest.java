package io.github.dokuconformance.signature.snap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Reading;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Verification;
import java.util.Base64;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What DOKU's own libraries hash and what they send, for one body: all of them verify, under the
 * reading that each takes for granted.
 *
 * <p>Source: DOKU's SNAP libraries for Java, Node, PHP, Python and Go, and its Postman collection,
 * read in November 2026 (observed).
 */
class SdkRecipesTest {
  private static final String PATH = "/direct-debit/core/v1/debit/payment-host-to-host";
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.NOT-A-TOKEN.c2ln";
  private static final String TIMESTAMP = "2026-01-15T15:30:00+07:00";
  private static final String PLAIN =
      "{\"url\":\"https://m.example/r?a=1&b=2\",\"name\":\"Kopi é\"}";

  @ParameterizedTest
  @MethodSource("recipes")
  void verifiesUnderTheReadingOfTheLibrary(String hashed, String sent, Reading reading) {
    String text = "POST:" + PATH + ":" + TOKEN + ":" + hex(hashed) + ":" + TIMESTAMP;
    byte[] mac =
        SigningKey.of(MerchantSecret.of(SnapKeys.SECRET)).hmac(Hash.SHA512, text.getBytes(UTF_8));
    Headers headers =
        Headers.of(
            "Authorization",
            "Bearer " + TOKEN,
            "X-PARTNER-ID",
            "BRN-FAKE-0001",
            "X-EXTERNAL-ID",
            "20260115153000000000000001",
            "X-TIMESTAMP",
            TIMESTAMP,
            "X-SIGNATURE",
            Base64.getEncoder().encodeToString(mac));
    Request request = new Request("POST", Target.of(PATH), headers, Body.ofUtf8(sent));

    Verification verification =
        Snap.SYMMETRIC.verify(SignedMessage.request(request), SnapKeys.ofMerchant());

    assertThat(verification.fold(Verification.Valid::reading, invalid -> null)).isEqualTo(reading);
  }

  static Stream<Arguments> recipes() {
    String ascii = PLAIN.replace("é", "\\u00e9");
    String php = ascii.replace("/", "\\/");
    String go = PLAIN.replace("&", "\\u0026");
    String gson = go.replace("=", "\\u003d");
    String indented = PLAIN.replace("{", "{\n    ").replace(",", ",\n    ").replace("}", "\n}");
    String spaced = ascii.replace(",", ", ").replace("\":", "\": ");
    return Stream.of(
        argumentSet("Postman collection", PLAIN, indented, Reading.DOCUMENTED),
        argumentSet("Node", PLAIN, PLAIN, Reading.DOCUMENTED),
        argumentSet("Java, virtual accounts", PLAIN, gson, Snap.WRITTEN_ANEW),
        argumentSet("PHP", PLAIN, php, Snap.WRITTEN_ANEW),
        argumentSet("Python", ascii, spaced, Snap.SPACE_ALONE),
        argumentSet("Go", go, go, Snap.SPACE_ALONE));
  }

  private static String hex(String text) {
    return HexFormat.of().formatHex(Hash.SHA256.of(text.getBytes(UTF_8)));
  }
}
