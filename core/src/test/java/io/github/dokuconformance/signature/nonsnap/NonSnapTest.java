package io.github.dokuconformance.signature.nonsnap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.HmacEngine;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Reading;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.SymmetricKey;
import io.github.dokuconformance.signature.Verification;
import io.github.dokuconformance.signature.Verification.Invalid;
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

class NonSnapTest {
  private static final String PATH = "/akulaku-peer-to-peer/v2/refund";
  private static final String TIME = "2026-01-02T03:04:05Z";
  private static final Body BODY = Body.ofUtf8("{\"order\":{\"amount\":90000}}\n");
  private static final MerchantSecret SECRET = MerchantSecret.of("SK-TEST-verifier-NOT-A-SECRET");
  private static final SymmetricKey KEY = SigningKey.of(SECRET);

  static Stream<Arguments> engines() {
    return Stream.of(
        argumentSet("jdk signs", HmacEngine.fastest(), HmacEngine.reference()),
        argumentSet("bouncy castle signs", HmacEngine.reference(), HmacEngine.fastest()));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void takesWhatTheOtherEngineSigned(HmacEngine signs, HmacEngine verifies) {
    SymmetricKey signing = SigningKey.of(SECRET, signs);
    SymmetricKey key = SigningKey.of(SECRET, verifies);
    Request post = request("POST", PATH, BODY, signing);
    Request get = request("GET", "/orders/v1/status/INV-1", Body.none(), signing);
    Response response = new Response(200, responseHeaders(signing, "id", PATH, BODY), BODY);

    assertThat(reading(verify(SignedMessage.request(post), key))).contains(Reading.DOCUMENTED);
    assertThat(reading(verify(SignedMessage.notification(post), key))).contains(Reading.DOCUMENTED);
    assertThat(reading(verify(SignedMessage.request(get), key))).contains(Reading.DOCUMENTED);
    assertThat(reading(verify(SignedMessage.response(post, response), key)))
        .contains(Reading.DOCUMENTED);
  }

  @Test
  void signsTheDocumentedLines() {
    Request post = request("POST", PATH, Body.ofUtf8("{}"), KEY);
    Request get = request("GET", PATH, Body.none(), KEY);

    assertThat(text(verify(SignedMessage.request(post), KEY)))
        .isEqualTo(
            """
            Client-Id:MCH
            Request-Id:id
            Request-Timestamp:2026-01-02T03:04:05Z
            Request-Target:/akulaku-peer-to-peer/v2/refund
            Digest:RBNvo1WzZ4oRRq0W9+hknpT7T8If536DEMBg9hyq/4o=\
            """);
    assertThat(text(verify(SignedMessage.request(get), KEY)))
        .isEqualTo(
            """
            Client-Id:MCH
            Request-Id:id
            Request-Timestamp:2026-01-02T03:04:05Z
            Request-Target:/akulaku-peer-to-peer/v2/refund\
            """);
  }

  @Test
  void takesThePathOfATargetAsItWasSent() {
    for (String target : List.of("/a%2Fb//c/?q=1", "https://api.doku.com/a%2Fb//c/?q=1")) {
      Request request = request("POST", "/a%2Fb//c/", BODY, KEY);

      assertThat(verify(SignedMessage.request(withTarget(request, target)), KEY).isValid())
          .isTrue();
    }
  }

  @Test
  void refusesAQueryThatAMerchantSigned() {
    Request signed = request("POST", PATH + "?a=b", BODY, KEY);
    Request sent = withTarget(signed, PATH + "?a=b");

    assertThat(reason(verify(SignedMessage.request(sent), KEY))).contains(Reason.MISMATCH);
    assertThat(reading(verify(SignedMessage.notification(sent), KEY)))
        .contains(NonSnap.QUERY_INCLUDED);
  }

  @Test
  void takesAResponseSignedWithTheIdsOfItsRequest() {
    Request request = request("POST", PATH, BODY, KEY);
    Headers signed = responseHeaders(KEY, "id", PATH, BODY);
    Response other = new Response(200, signed.with("Request-Id", "another"), BODY);
    Response without = new Response(200, signed.without("Client-Id"), BODY);

    assertThat(reading(verify(SignedMessage.response(request, other), KEY)))
        .contains(NonSnap.IDS_OF_REQUEST);
    assertThat(reading(verify(SignedMessage.response(request, without), KEY)))
        .contains(NonSnap.IDS_OF_REQUEST);
  }

  @Test
  void takesAResponseSignedWithItsOwnIds() {
    Request request = request("POST", PATH, BODY, KEY);
    Response own = new Response(200, responseHeaders(KEY, "another", PATH, BODY), BODY);

    assertThat(reading(verify(SignedMessage.response(request, own), KEY)))
        .contains(Reading.DOCUMENTED);
  }

  @Test
  void takesTheResponseToAGetWithoutDigestAndNoOther() {
    Headers headers = responseHeaders(KEY, "id", PATH, Body.none());
    Response response = new Response(200, headers, BODY);
    Response otherId = new Response(200, headers.with("Request-Id", "another"), BODY);
    Request get = request("GET", PATH, Body.none(), KEY);
    Request post = request("POST", PATH, BODY, KEY);

    assertThat(reading(verify(SignedMessage.response(get, response), KEY)))
        .contains(NonSnap.NO_DIGEST);
    assertThat(reading(verify(SignedMessage.response(get, otherId), KEY)))
        .contains(NonSnap.IDS_OF_REQUEST_NO_DIGEST);
    assertThat(reason(verify(SignedMessage.response(post, response), KEY)))
        .contains(Reason.MISMATCH);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Client-Id", "Request-Id", "Request-Timestamp", "Signature"})
  void namesAHeaderThatIsMissingOrRepeated(String name) {
    Request request = request("POST", PATH, BODY, KEY);
    Request without = request.withHeaders(request.headers().without(name));
    List<Header> twice = new ArrayList<>(request.headers().list());
    twice.add(new Header(name.toUpperCase(Locale.ROOT), "x"));
    Request repeated = request.withHeaders(new Headers(twice));

    assertThat(headers(verify(SignedMessage.request(without), KEY))).containsExactly(name);
    assertThat(headers(verify(SignedMessage.request(repeated), KEY))).containsExactly(name);
    assertThat(reason(verify(SignedMessage.request(repeated), KEY)))
        .contains(Reason.REPEATED_COMPONENT);
    assertThat(reason(verify(SignedMessage.request(without), KEY)))
        .contains(name.equals("Signature") ? Reason.MISSING_SIGNATURE : Reason.MISSING_COMPONENT);
  }

  @Test
  void tellsAMalformedSignatureFromAWrongOne() {
    Request request = request("POST", PATH, BODY, KEY);

    assertThat(reason(verify(SignedMessage.request(with(request, "Signature", "x")), KEY)))
        .contains(Reason.MALFORMED_SIGNATURE);
    assertThat(reason(verify(SignedMessage.request(with(request, "Client-Id", "x")), KEY)))
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

    assertThat(verify(SignedMessage.request(request.withHeaders(lower)), KEY).isValid()).isTrue();
  }

  @Test
  void isInvalidWhenAnyByteOfTheBodyChanges() {
    Request request = request("POST", PATH, BODY, KEY);
    byte[] bytes = BODY.toByteArray();
    for (int i = 0; i < bytes.length; i++) {
      byte[] changed = bytes.clone();
      changed[i] ^= 1;

      assertThat(reason(verify(SignedMessage.request(request.withBody(Body.of(changed))), KEY)))
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

      assertThat(reason(verify(SignedMessage.request(with(request, name, changed)), KEY)))
          .contains(Reason.MISMATCH);
    }
    assertThat(verify(SignedMessage.request(with(request, name, value + " ")), KEY).isValid())
        .isFalse();
  }

  @Test
  void isInvalidWhenAnyCharacterOfThePathChanges() {
    Request request = request("POST", PATH, BODY, KEY);
    for (int i = 0; i < PATH.length(); i++) {
      String changed = PATH.substring(0, i) + '~' + PATH.substring(i + 1);

      assertThat(verify(SignedMessage.request(withTarget(request, changed)), KEY).isValid())
          .isFalse();
    }
    assertThat(verify(SignedMessage.request(withTarget(request, PATH + "/")), KEY).isValid())
        .isFalse();
  }

  @Test
  void isInvalidUnderAnyOtherSecret() {
    Request request = request("POST", PATH, BODY, KEY);

    for (String other : List.of("", " ", "SK-TEST-verifier-NOT-A-SECRET ", "sk-test")) {
      SymmetricKey key = SigningKey.of(MerchantSecret.of(other));
      assertThat(reason(verify(SignedMessage.request(request), key))).contains(Reason.MISMATCH);
    }
  }

  @Test
  void takesEachOfAMerchantsSecretsAndSignsWithTheFirst() {
    SymmetricKey old = SigningKey.of(MerchantSecret.of("SK-TEST-old-NOT-A-SECRET"));
    MerchantKeys both = MerchantKeys.of(KEY).with(old);
    Request underOld = request("POST", PATH, BODY, old);
    Request underThird =
        request("POST", PATH, BODY, SigningKey.of(MerchantSecret.of("SK-TEST-third")));

    assertThat(NonSnap.SCHEME.verify(SignedMessage.request(underOld), both).isValid()).isTrue();
    assertThat(reason(NonSnap.SCHEME.verify(SignedMessage.request(underThird), both)))
        .contains(Reason.MISMATCH);
    assertThat(NonSnap.SCHEME.signer(both, SignedPart.REQUEST)).containsSame(KEY);
  }

  @Test
  void holdsWhatAMerchantAnswersToTheDocumentedRecipeAlone() {
    Request inquiry = request("POST", PATH, BODY, KEY);
    Headers signed = answerHeaders("another");
    Response answer = new Response(200, signed, BODY);
    Response otherIds = new Response(200, signed.with("Request-Id", "id"), BODY);

    assertThat(reading(verify(SignedMessage.answer(inquiry, answer), KEY)))
        .contains(Reading.DOCUMENTED);
    assertThat(reason(verify(SignedMessage.answer(inquiry, otherIds), KEY)))
        .contains(Reason.MISMATCH);
  }

  private static Headers answerHeaders(String requestId) {
    return NonSnap.SCHEME.sign(
        Components.of(SignedPart.ANSWER, "POST", PATH, BODY)
            .withClientId("MCH")
            .withRequestId(requestId)
            .withTimestamp(TIME),
        KEY);
  }

  private static Verification verify(SignedMessage message, SymmetricKey key) {
    return NonSnap.SCHEME.verify(message, MerchantKeys.of(key));
  }

  private static Request request(String method, String path, Body body, SymmetricKey key) {
    Headers headers =
        NonSnap.SCHEME.sign(
            Components.of(SignedPart.REQUEST, "POST", path, body)
                .withClientId("MCH")
                .withRequestId("id")
                .withTimestamp(TIME),
            key);
    return new Request(method, Target.of(path), headers, body);
  }

  private static Headers responseHeaders(SymmetricKey key, String id, String path, Body body) {
    return NonSnap.SCHEME.sign(
        Components.of(SignedPart.RESPONSE, "POST", path, body)
            .withClientId("MCH")
            .withRequestId(id)
            .withTimestamp(TIME),
        key);
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
