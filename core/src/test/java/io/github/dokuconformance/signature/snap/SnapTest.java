package io.github.dokuconformance.signature.snap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Reading;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Verification;
import io.github.dokuconformance.signature.Verification.Reason;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SnapTest {
  private static final String TIMESTAMP = "2026-01-15T15:30:00+07:00";
  private static final String PATH = "/virtual-accounts/bi-snap-va/v1.1/transfer-va/create-va";
  private static final String TOKEN = "eyJhbGciOiJSUzI1NiJ9.NOT-A-TOKEN.c2ln";
  private static final Body BODY = Body.ofUtf8("{\n  \"trxId\": \"INV  1\"\n}\n");

  static Stream<Scheme> schemes() {
    return Stream.of(Snap.TOKEN, Snap.SYMMETRIC, Snap.ASYMMETRIC);
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void verifiesWhatItSigned(Scheme scheme) {
    Request request = signed(scheme, BODY, PATH);

    assertThat(verify(scheme, request).isValid()).isTrue();
    assertThat(Schemes.bundled().of(request.headers())).isSameAs(scheme);
  }

  /** The texts stand here as the pages have them, and the JDK signs them. */
  @Test
  void signsTheTextsOfThePages() throws Exception {
    Request symmetric = signed(Snap.SYMMETRIC, Body.none(), PATH);
    String text =
        "GET:"
            + PATH
            + ":"
            + TOKEN
            + ":e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855:"
            + TIMESTAMP;
    Mac mac = Mac.getInstance("HmacSHA512");
    mac.init(new SecretKeySpec(SnapKeys.SECRET.getBytes(UTF_8), "HmacSHA512"));
    java.security.Signature rsa = java.security.Signature.getInstance("SHA256withRSA");
    rsa.initVerify(SnapKeys.MERCHANT.publicKey());
    rsa.update(("BRN-FAKE-0001|" + TIMESTAMP).getBytes(UTF_8));

    assertThat(symmetric.headers().first("X-SIGNATURE"))
        .hasValue(Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8))));
    assertThat(
            rsa.verify(
                Base64.getDecoder()
                    .decode(
                        signed(Snap.TOKEN, BODY, PATH)
                            .headers()
                            .first("X-SIGNATURE")
                            .orElseThrow())))
        .isTrue();
  }

  @ParameterizedTest
  @MethodSource("schemes")
  void refusesWhatWasChanged(Scheme scheme) {
    Request right = signed(scheme, BODY, PATH);
    String signature = right.headers().first("X-SIGNATURE").orElseThrow();

    assertThat(reason(scheme, with(right, "X-TIMESTAMP", "2026-01-15T15:30:01+07:00")))
        .contains(Reason.MISMATCH);
    assertThat(reason(scheme, with(right, "X-SIGNATURE", signature.substring(1))))
        .contains(Reason.MALFORMED_SIGNATURE);
    assertThat(reason(scheme, right.withHeaders(right.headers().without("X-SIGNATURE"))))
        .contains(Reason.MISSING_SIGNATURE);
    assertThat(reason(scheme, right.withHeaders(right.headers().without("X-TIMESTAMP"))))
        .contains(Reason.MISSING_COMPONENT);
    assertThat(scheme.verify(SignedMessage.request(right), others()).isValid()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("transactions")
  void signsMethodPathBodyAndToken(Scheme scheme) {
    Request right = signed(scheme, BODY, PATH);

    assertThat(reason(scheme, right.withBody(Body.ofUtf8("{}")))).contains(Reason.MISMATCH);
    assertThat(reason(scheme, new Request("PUT", right.target(), right.headers(), BODY)))
        .contains(Reason.MISMATCH);
    assertThat(reason(scheme, new Request("POST", Target.of("/x"), right.headers(), BODY)))
        .contains(Reason.MISMATCH);
    assertThat(verify(scheme, with(right, "Authorization", "Bearer another")).isValid())
        .isEqualTo(scheme == Snap.ASYMMETRIC);
    assertThat(verify(scheme, with(right, "Authorization", "bearer " + TOKEN)).isValid()).isTrue();
    Request without = right.withHeaders(right.headers().without("Authorization"));
    assertThat(verify(scheme, without).isValid()).isEqualTo(scheme == Snap.ASYMMETRIC);
    assertThat(verify(scheme, right.withBody(Body.ofUtf8("{\"trxId\":\"INV  1\"}"))).isValid())
        .isTrue();
    assertThat(verify(scheme, right.withBody(Body.ofUtf8("{\"trxId\":\"INV 1\"}"))).isValid())
        .isFalse();
  }

  static Stream<Scheme> transactions() {
    return Stream.of(Snap.SYMMETRIC, Snap.ASYMMETRIC);
  }

  @ParameterizedTest
  @MethodSource("readings")
  void namesTheReading(Body signed, Body sent, String path, String target, Reading reading) {
    Request request = signed(Snap.SYMMETRIC, signed, path);
    Request received = new Request("POST", Target.of(target), request.headers(), sent);

    assertThat(verify(Snap.SYMMETRIC, received).fold(Verification.Valid::reading, i -> null))
        .isEqualTo(reading);
  }

  static Stream<Arguments> readings() {
    Body escaped = Body.ofUtf8("{ \"u\": \"https:\\/\\/m.example\\/\\u00e9\" }");
    Body plain = Body.ofUtf8("{\"u\":\"https://m.example/é\"}");
    String query = PATH + "?a=1&b=2";
    return Stream.of(
        argumentSet("no escape", plain, plain, PATH, PATH, Reading.DOCUMENTED),
        argumentSet("space alone", escaped, escaped, PATH, PATH, Snap.SPACE_ALONE),
        argumentSet("written anew", plain, escaped, PATH, PATH, Snap.WRITTEN_ANEW),
        argumentSet("path alone", plain, plain, PATH, query, Reading.DOCUMENTED),
        argumentSet("with the query", plain, plain, query, query, Snap.QUERY_INCLUDED),
        argumentSet(
            "both", plain, escaped, query, query, Snap.WRITTEN_ANEW.and(Snap.QUERY_INCLUDED)));
  }

  @Test
  void saysThatATransactionSignedByRsaIsAVariant() {
    Verification verification = verify(Snap.ASYMMETRIC, signed(Snap.ASYMMETRIC, BODY, PATH));

    assertThat(verification.fold(Verification.Valid::reading, i -> null)).isEqualTo(Snap.BY_RSA);
  }

  /**
   * DOKU asks the merchant for a token at the same path, with the same client key: what the
   * merchant is to have signed, DOKU's key does not prove.
   */
  @Test
  void takesATokenRequestOfDokusByItsKeyAlone() {
    Request request = signed(Snap.TOKEN, Body.none(), PATH, SnapKeys.DOKU);

    assertThat(verify(Snap.TOKEN, request).isValid()).isFalse();
    assertThat(
            Snap.TOKEN.verify(SignedMessage.notification(request), SnapKeys.ofMerchant()).isValid())
        .isTrue();
    // What DOKU is to have signed, the merchant's own key does not prove.
    assertThat(
            Snap.TOKEN
                .verify(
                    SignedMessage.notification(signed(Snap.TOKEN, Body.none(), PATH)),
                    SnapKeys.ofMerchant())
                .isValid())
        .isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "QUJD", "%%%", "QUJDRA=", "Q UJD"})
  void saysWhatIsNoSignature(String text) {
    for (Scheme scheme : schemes().toList()) {
      assertThat(scheme.malformation(text)).isPresent();
    }
  }

  @Test
  void tellsHexFromBase64() {
    assertThat(Snap.SYMMETRIC.malformation("0f".repeat(64))).hasValue("128 hexadecimal digits");
    assertThat(Snap.TOKEN.malformation("0f".repeat(256))).isEmpty();
    assertThat(Snap.TOKEN.malformation("0f".repeat(255))).isPresent();
  }

  /** Other APIs have a header X-SIGNATURE too. */
  @Test
  void isToldFromOtherApisByTwoHeaders() {
    Schemes schemes = Schemes.bundled();

    assertThat(schemes.of(Headers.of("X-SIGNATURE", "x")).id()).isEqualTo("non-snap");
    assertThat(schemes.of(Headers.of("X-TIMESTAMP", "x", "Host", "h")).id()).isEqualTo("non-snap");
    assertThat(schemes.of(Headers.of("X-PARTNER-ID", "x", "X-TIMESTAMP", "t")))
        .isSameAs(Snap.SYMMETRIC);
    assertThat(schemes.of(Headers.of("X-CLIENT-KEY", "x", "X-TIMESTAMP", "t")))
        .isSameAs(Snap.TOKEN);
    assertThat(
            schemes.of(
                Headers.of("X-SIGNATURE", "x", "X-TIMESTAMP", "t", "Authorization", "Bearer x")))
        .isSameAs(Snap.SYMMETRIC);
    assertThat(schemes.of(Headers.of("Signature", "HMACSHA256=x", "X-TIMESTAMP", "t")).id())
        .isEqualTo("non-snap");
  }

  @Test
  void refusesAKeyOfTheWrongKind() {
    Components components = Components.of(SignedPart.REQUEST, "POST", PATH, BODY);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Snap.SYMMETRIC.stages(components, SnapKeys.MERCHANT));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> Snap.TOKEN.stages(components, SigningKey.of(MerchantSecret.of("SK-FAKE"))));
  }

  @ParameterizedTest
  @ValueSource(strings = {"doku", "aspi"})
  void writesHeadersAsEachProfileHasThem(String id) {
    Profile profile = Profile.bundled(id).orElseThrow();
    Instant instant = Instant.parse("2026-01-15T08:30:00.123Z");

    assertThat(profile.timestamp(instant)).isEqualTo(TIMESTAMP);
    assertThat(profile.externalId(instant, new Random(1)))
        .startsWith("20260115153000123")
        .matches("[0-9]{26}");
    assertThat(profile.tokenPath()).endsWith("/access-token/b2b");
    assertThat(profile.channelId()).hasSizeLessThanOrEqualTo(5);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "{", "{}", "[]", "{\"name\": 7}", "{\"externalId\": {\"digits\": 26}}"})
  void saysWhatAProfileLacks(String json) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Profile.of(json))
        .withMessageStartingWith("expected ");
  }

  private static MerchantKeys others() {
    return MerchantKeys.of(MerchantSecret.of("SK-OTHER-NOT-A-SECRET"))
        .withOwn(SnapKeys.DOKU.publicHalf());
  }

  private static Request signed(Scheme scheme, Body body, String path) {
    SigningKey key =
        scheme == Snap.SYMMETRIC
            ? SigningKey.of(MerchantSecret.of(SnapKeys.SECRET))
            : SnapKeys.MERCHANT;
    return signed(scheme, body, path, key);
  }

  private static Request signed(Scheme scheme, Body body, String path, SigningKey key) {
    String method = body.isEmpty() ? "GET" : "POST";
    Components components =
        Components.of(SignedPart.REQUEST, method, path, body)
            .withClientId("BRN-FAKE-0001")
            .withRequestId("20260115153000000000000001")
            .withTimestamp(TIMESTAMP)
            .withToken(AccessToken.of(TOKEN));
    return new Request(method, Target.of(path), scheme.sign(components, key), body);
  }

  private static Request with(Request request, String name, String value) {
    return request.withHeaders(request.headers().with(name, value));
  }

  private static Verification verify(Scheme scheme, Request request) {
    return scheme.verify(SignedMessage.request(request), SnapKeys.ofMerchant());
  }

  private static Optional<Reason> reason(Scheme scheme, Request request) {
    return verify(scheme, request)
        .fold(valid -> Optional.empty(), invalid -> Optional.of(invalid.reason()));
  }
}
