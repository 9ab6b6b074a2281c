package io.github.dokuconformance.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.snap.Snap;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** DOKU asks a merchant for a token as a merchant asks DOKU: the key tells who asked. */
class RecognitionTest {
  private static final String CLIENT_ID = "MCH-FAKE-0001";
  private static final String PATH = "/authorization/v1/access-token/b2b";
  private static final String OF_MERCHANT = "snap.tokens.merchant";
  private static final String OF_DOKU = "snap.tokens.inbound";
  private static final MerchantKeys KEYS = SnapKeys.ofMerchant();

  static Stream<Arguments> requests() {
    MerchantKeys own = MerchantKeys.none().withOwn(SnapKeys.MERCHANT);
    MerchantKeys twice = own.withOfDoku(SnapKeys.MERCHANT.publicHalf());
    return Stream.of(
        argumentSet("by DOKU's key", PATH, SnapKeys.DOKU, KEYS, OF_DOKU),
        argumentSet("behind an address", "/shop" + PATH, SnapKeys.DOKU, KEYS, OF_DOKU),
        argumentSet("by the merchant's key", PATH, SnapKeys.MERCHANT, KEYS, OF_MERCHANT),
        argumentSet("DOKU's key is not known", PATH, SnapKeys.DOKU, own, OF_MERCHANT),
        argumentSet("one key for both", PATH, SnapKeys.MERCHANT, twice, OF_MERCHANT));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void tellsWhoAskedForAToken(String path, AsymmetricKey key, MerchantKeys keys, String operation) {
    CheckResult result = Check.check(asked(path, key, Optional.empty()), context(keys));

    assertThat(result.operation().map(Operation::id)).contains(operation);
  }

  @Test
  void whatDokuAskedIsRight() {
    CheckResult result =
        Check.check(asked("/shop" + PATH, SnapKeys.DOKU, Optional.empty()), context(KEYS));

    assertThat(result.requestSignature().status()).isEqualTo(SignatureStatus.VALID);
    assertThat(result.findings()).isEmpty();
  }

  @Test
  void leavesOpenWhoAskedBehindAnAddressWhereNoKeyTells() {
    CheckResult result =
        Check.check(asked("/shop" + PATH, SnapKeys.DOKU, Optional.empty()), CheckContext.nothing());

    assertThat(result.findings()).extracting(Finding::code).containsExactly("operation.unknown");
  }

  @Test
  void findsAnotherVersionOfThePathWrong() {
    CheckResult result =
        Check.check(
            asked(PATH.replace("/v1/", "/v2/"), SnapKeys.MERCHANT, Optional.empty()),
            CheckContext.nothing());

    assertThat(result.findings())
        .extracting(Finding::code)
        .containsExactly("operation.wrong-endpoint");
  }

  @Test
  void takesTheNameThatTheRecordingGives() {
    CheckResult result =
        Check.check(asked(PATH, SnapKeys.DOKU, Optional.of(OF_MERCHANT)), context(KEYS));

    assertThat(result.operation().map(Operation::id)).contains(OF_MERCHANT);
    assertThat(result.requestSignature().status()).isEqualTo(SignatureStatus.INVALID);
    assertThat(result.findings()).extracting(Finding::code).containsExactly("signature.mismatch");
  }

  private static CheckContext context(MerchantKeys keys) {
    return CheckContext.nothing().withKeys(KeyRing.of(Map.of(CLIENT_ID, keys)));
  }

  private static Exchange asked(String path, AsymmetricKey key, Optional<String> operation) {
    Body body = Body.ofUtf8("{\"grantType\":\"client_credentials\"}");
    Components components =
        Components.of(SignedPart.NOTIFICATION, "POST", path, body)
            .withClientId(CLIENT_ID)
            .withTimestamp("2026-01-02T10:04:05+07:00");
    Request request =
        new Request(
            "POST",
            Target.of(path),
            Snap.TOKEN.sign(components, key).with("Content-Type", "application/json"),
            body);
    return new Exchange("asked", operation, request, Optional.empty(), Optional.empty());
  }
}
