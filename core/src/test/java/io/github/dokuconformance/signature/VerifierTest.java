package io.github.dokuconformance.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.Verification.Invalid;
import io.github.dokuconformance.signature.Verification.Reading;
import io.github.dokuconformance.signature.Verification.Reason;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class VerifierTest {
  private static final String PATH = "/akulaku-peer-to-peer/v2/refund";
  private static final String TIME = "2026-01-02T03:04:05Z";
  private static final Body BODY = Body.ofUtf8("{\"order\":{\"amount\":90000}}\n");
  private static final MerchantSecret SECRET = MerchantSecret.of("SK-TEST-verifier-NOT-A-SECRET");
  private static final SigningKey KEY = SigningKey.of(SECRET);

  static Stream<Arguments> engines() {
    return Stream.of(
        argumentSet("jdk signs", HmacEngine.fastest(), HmacEngine.reference()),
        argumentSet("bouncy castle signs", HmacEngine.reference(), HmacEngine.fastest()));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void takesWhatTheOtherEngineSigned(HmacEngine signs, HmacEngine verifies) {
    SigningKey signing = SigningKey.of(SECRET, signs);
    SigningKey key = SigningKey.of(SECRET, verifies);
    Request post = request("POST", PATH, BODY, signing);
    Request get = request("GET", "/orders/v1/status/INV-1", Body.none(), signing);
    Response response = new Response(200, responseHeaders(signing, "id", PATH, BODY), BODY);

    assertThat(reading(Verifier.request(post, key))).contains(Reading.DOCUMENTED);
    assertThat(reading(Verifier.notification(post, key))).contains(Reading.DOCUMENTED);
    assertThat(reading(Verifier.request(get, key))).contains(Reading.DOCUMENTED);
    assertThat(reading(Verifier.response(post, response, key))).contains(Reading.DOCUMENTED);
  }

  @Test
  void signsTheDocumentedLines() {
    Request post = request("POST", PATH, Body.ofUtf8("{}"), KEY);
    Request get = request("GET", PATH, Body.none(), KEY);

    assertThat(text(Verifier.request(post, KEY)))
        .isEqualTo(
            """
            Client-Id:MCH
            Request-Id:id
            Request-Timestamp:2026-01-02T03:04:05Z
            Request-Target:/akulaku-peer-to-peer/v2/refund
            Digest:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=""");
    assertThat(text(Verifier.request(get, KEY)))
        .isEqualTo(
            """
            Client-Id:MCH
            Request-Id:id
            Request-Timestamp:2026-01-02T03:04:05Z
            Request-Target:/akulaku-peer-to-peer/v2/refund""");
  }

  @Test
  void takesThePathOfATargetAsItWasSent() {
    for (String target : List.of("/a%2Fb//c/?q=1", "https://api.doku.com/a%2Fb//c/?q=1")) {
      Request request = request("POST", "/a%2Fb//c/", BODY, KEY);

      assertThat(Verifier.request(withTarget(request, target), KEY).isValid()).isTrue();
    }
  }

  @Test
  void refusesAQueryThatAMerchantSigned() {
    Request signed = request("POST", PATH + "?a=b", BODY, KEY);
    Request sent = withTarget(signed, PATH + "?a=b");

    assertThat(reason(Verifier.request(sent, KEY))).contains(Reason.MISMATCH);
    assertThat(reading(Verifier.notification(sent, KEY))).contains(Reading.QUERY_INCLUDED);
  }

  @Test
  void takesAResponseSignedWithTheIdsOfItsRequest() {
    Request request = request("POST", PATH, BODY, KEY);
    Headers signed = responseHeaders(KEY, "id", PATH, BODY);
    Response other = new Response(200, signed.with("Request-Id", "another"), BODY);
    Response without = new Response(200, signed.without("Client-Id"), BODY);

    assertThat(reading(Verifier.response(request, other, KEY))).contains(Reading.IDS_OF_REQUEST);
    assertThat(reading(Verifier.response(request, without, KEY))).contains(Reading.IDS_OF_REQUEST);
  }

  @Test
  void takesAResponseSignedWithItsOwnIds() {
    Request request = request("POST", PATH, BODY, KEY);
    Response own = new Response(200, responseHeaders(KEY, "another", PATH, BODY), BODY);

    assertThat(reading(Verifier.response(request, own, KEY))).contains(Reading.DOCUMENTED);
  }

  @Test
  void takesTheResponseToAGetWithoutDigestAndNoOther() {
    Headers headers = responseHeaders(KEY, "id", PATH, Body.none());
    Response response = new Response(200, headers, BODY);
    Response otherId = new Response(200, headers.with("Request-Id", "another"), BODY);
    Request get = request("GET", PATH, Body.none(), KEY);
    Request post = request("POST", PATH, BODY, KEY);

    assertThat(reading(Verifier.response(get, response, KEY))).contains(Reading.NO_DIGEST);
    assertThat(reading(Verifier.response(get, otherId, KEY)))
        .contains(Reading.IDS_OF_REQUEST_NO_DIGEST);
    assertThat(reason(Verifier.response(post, response, KEY))).contains(Reason.MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Client-Id", "Request-Id", "Request-Timestamp", "Signature"})
  void namesAHeaderThatIsMissingOrRepeated(String name) {
    Request request = request("POST", PATH, BODY, KEY);
    Request without = request.withHeaders(request.headers().without(name));
    List<Header> twice = new ArrayList<>(request.headers().list());
    twice.add(new Header(name.toUpperCase(Locale.ROOT), "x"));
    Request repeated = request.withHeaders(new Headers(twice));

    assertThat(headers(Verifier.request(without, KEY))).containsExactly(name);
    assertThat(headers(Verifier.request(repeated, KEY))).containsExactly(name);
    assertThat(reason(Verifier.request(repeated, KEY))).contains(Reason.REPEATED_COMPONENT);
    assertThat(reason(Verifier.request(without, KEY)))
        .contains(name.equals("Signature") ? Reason.MISSING_SIGNATURE : Reason.MISSING_COMPONENT);
  }

  @Test
  void tellsAMalformedSignatureFromAWrongOne() {
    Request request = request("POST", PATH, BODY, KEY);

    assertThat(reason(Verifier.request(with(request, "Signature", "x"), KEY)))
        .contains(Reason.MALFORMED_SIGNATURE);
    assertThat(reason(Verifier.request(with(request, "Client-Id", "x"), KEY)))
        .contains(Reason.MISMATCH);
  }

  @Test
  void looksHeadersUpWithoutRegardToCase() {
    Request request = request("POST", PATH, BODY, KEY);
    Headers lower =
        new Headers(
            request.headers().stream()
                .map(h -> new Header(h.name().toLowerCase(Locale.ROOT), h.value()))
                .toList());

    assertThat(Verifier.request(request.withHeaders(lower), KEY).isValid()).isTrue();
  }

  @Test
  void isInvalidWhenAnyByteOfTheBodyChanges() {
    Request request = request("POST", PATH, BODY, KEY);
    byte[] bytes = BODY.toByteArray();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;

      assertThat(reason(Verifier.request(request.withBody(Body.of(changed)), KEY)))
          .contains(Reason.MISMATCH);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"Client-Id", "Request-Id", "Request-Timestamp"})
  void isInvalidWhenAnyCharacterOfAComponentChanges(String name) {
    Request request = request("POST", PATH, BODY, KEY);
    String value = request.headers().first(name).orElseThrow();
    for (int i = 0; i < value.length(); i++) {
      String changed = value.substring(0, i) + '~' + value.substring(i + 1);

      assertThat(reason(Verifier.request(with(request, name, changed), KEY)))
          .contains(Reason.MISMATCH);
    }
    assertThat(Verifier.request(with(request, name, value + " "), KEY).isValid()).isFalse();
  }

  @Test
  void isInvalidWhenAnyCharacterOfThePathChanges() {
    Request request = request("POST", PATH, BODY, KEY);
    for (int i = 0; i < PATH.length(); i++) {
      String changed = PATH.substring(0, i) + '~' + PATH.substring(i + 1);

      assertThat(Verifier.request(withTarget(request, changed), KEY).isValid()).isFalse();
    }
    assertThat(Verifier.request(withTarget(request, PATH + "/"), KEY).isValid()).isFalse();
  }

  @Test
  void isInvalidUnderAnyOtherSecret() {
    Request request = request("POST", PATH, BODY, KEY);

    for (String other : List.of("", " ", "SK-TEST-verifier-NOT-A-SECRET ", "sk-test")) {
      SigningKey key = SigningKey.of(MerchantSecret.of(other));
      assertThat(reason(Verifier.request(request, key))).contains(Reason.MISMATCH);
    }
  }

  private static Request request(String method, String path, Body body, SigningKey key) {
    Headers headers = Signer.request(key, "MCH", "id", TIME, path, body);
    return new Request(method, Target.of(path), headers, body);
  }

  private static Headers responseHeaders(SigningKey key, String id, String path, Body body) {
    return Signer.response(key, "MCH", id, TIME, path, body);
  }

  private static Request with(Request request, String name, String value) {
    return request.withHeaders(request.headers().with(name, value));
  }

  private static Request withTarget(Request request, String target) {
    return new Request(request.method(), Target.of(target), request.headers(), request.body());
  }

  private static Optional<Reading> reading(Verification verification) {
    return verification.fold(valid -> Optional.of(valid.reading()), invalid -> Optional.empty());
  }

  private static Optional<Reason> reason(Verification verification) {
    return verification.fold(valid -> Optional.empty(), invalid -> Optional.of(invalid.reason()));
  }

  private static List<String> headers(Verification verification) {
    return verification.fold(valid -> List.of(), Invalid::headers);
  }

  private static String text(Verification verification) {
    return verification.fold(valid -> valid.stages().stringToSign().text(), invalid -> "");
  }
}
