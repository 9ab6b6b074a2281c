package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is known of merchants: whose it is, that it prints as nothing, and that reports mask it. */
class KeysTest {
  private static final SymmetricKey FIRST = secret("SK-FAKE-FIRST-NOT-A-SECRET");
  private static final SymmetricKey SECOND = secret("SK-FAKE-SECOND-NOT-A-SECRET");
  private static final AccessToken TOKEN = AccessToken.of("TOKEN-FAKE-NOT-A-TOKEN");
  private static final MerchantKeys FULL =
      MerchantKeys.of(FIRST)
          .with(SECOND)
          .withOwn(SnapKeys.MERCHANT)
          .withOfDoku(SnapKeys.DOKU)
          .withToken("outbound", TOKEN);

  @Test
  void findsTheKeysOfAClientIdAndThoseForAnyOther() {
    MerchantKeys any = MerchantKeys.of(SECOND);
    KeyRing named = KeyRing.of("MCH-1", FIRST);

    assertThat(named.find("MCH-1").orElseThrow().secrets()).containsExactly(FIRST);
    assertThat(named.find("MCH-2")).isEmpty();
    assertThat(named.withAny(any).find("MCH-1").orElseThrow().secrets()).containsExactly(FIRST);
    assertThat(named.withAny(any).find("MCH-2")).hasValue(any);
    assertThat(named.byClientId()).containsOnlyKeys("MCH-1");
  }

  @Test
  void isEmptyOnlyWithoutAnyKey() {
    assertThat(KeyRing.empty().isEmpty()).isTrue();
    assertThat(KeyRing.of(FIRST).isEmpty()).isFalse();
    assertThat(KeyRing.of("MCH-1", FIRST).isEmpty()).isFalse();
  }

  @Test
  void changesTheKeysOfEachClientIdAndThoseForAny() {
    KeyRing changed =
        KeyRing.of("MCH-1", FIRST)
            .withAny(MerchantKeys.of(SECOND))
            .withEach(keys -> keys.withToken("outbound", TOKEN));

    assertThat(changed.find("MCH-1").orElseThrow().secrets()).containsExactly(FIRST);
    assertThat(changed.find("MCH-1").orElseThrow().tokens()).containsEntry("outbound", TOKEN);
    assertThat(changed.find("MCH-2").orElseThrow().secrets()).containsExactly(SECOND);
    assertThat(changed.find("MCH-2").orElseThrow().tokens()).containsEntry("outbound", TOKEN);
    assertThat(KeyRing.empty().withEach(keys -> keys.with(FIRST)).find("MCH-2").orElseThrow())
        .extracting(MerchantKeys::secrets)
        .isEqualTo(List.of(FIRST));
  }

  @Test
  void forgetsTheTokensAloneOfEachClientIdAndOfAny() {
    KeyRing without =
        KeyRing.of(Map.of("MCH-1", FULL))
            .withAny(MerchantKeys.of(SECOND).withToken("a", TOKEN))
            .withoutTokens();

    assertThat(without.find("MCH-1").orElseThrow())
        .isEqualTo(new MerchantKeys(FULL.secrets(), FULL.own(), FULL.ofDoku(), Map.of()));
    assertThat(without.find("MCH-2")).hasValue(MerchantKeys.of(SECOND));
    assertThat(KeyRing.of("MCH-1", FIRST).withoutTokens().find("MCH-2")).isEmpty();
  }

  @Test
  void masksWhateverIsKnownOfAnyMerchantWhereverItIsKept() {
    List<String> secrets = new ArrayList<>();
    for (SymmetricKey key : FULL.secrets()) {
      secrets.add(new String(key.secret().exposeForMac(), UTF_8));
    }
    secrets.add(TOKEN.expose());
    // A line of the private halves, DOKU's too: a sandbox has it.
    secrets.add(line(SnapKeys.MERCHANT));
    secrets.add(line(SnapKeys.DOKU));

    for (KeyRing ring : List.of(KeyRing.of(Map.of("MCH-1", FULL)), KeyRing.empty().withAny(FULL))) {
      for (String secret : secrets) {
        assertThat(ring.mask().text("got " + secret + ".")).isEqualTo("got [secret].");
      }
    }
  }

  @Test
  void takesTheKeysOfWhoSigns() {
    assertThat(FULL.pairs(SignedPart.REQUEST)).containsExactly(SnapKeys.MERCHANT);
    assertThat(FULL.pairs(SignedPart.NOTIFICATION)).containsExactly(SnapKeys.DOKU);
    assertThat(FULL.withoutDoku())
        .isEqualTo(new MerchantKeys(FULL.secrets(), FULL.own(), List.of(), FULL.tokens()));
  }

  @ParameterizedTest
  @EnumSource
  void namesAPartByItsKindAndByWhoSignsIt(SignedPart part) {
    assertThat(SignedPart.of(part.part(), part.isOfDoku())).isEqualTo(part);
    boolean answers = part == SignedPart.RESPONSE || part == SignedPart.ANSWER;
    assertThat(part.part()).isEqualTo(answers ? Part.RESPONSE : Part.REQUEST);
  }

  @Test
  void printsPlaceholders() {
    MerchantSecret secret = FIRST.secret();

    assertThat(secret).hasToString("MerchantSecret[***]");
    assertThat(FIRST).hasToString("SymmetricKey[***]");
    assertThat(TOKEN).hasToString("AccessToken[***]");
    assertThat(FULL).hasToString("MerchantKeys[***]");
    assertThat(KeyRing.of("MCH-1", FIRST)).hasToString("KeyRing[1 client ids]");
  }

  @Test
  void showsAValueToCompareSecretsBy() {
    assertThat(FIRST.checkValue()).matches("[0-9a-f]{6}").isEqualTo(FIRST.secret().checkValue());
    assertThat(SECOND.checkValue()).isNotEqualTo(FIRST.checkValue());
    // openssl dgst -sha256 -hmac SK-FAKE-FIRST-NOT-A-SECRET over the fixed text.
    assertThat(FIRST.checkValue()).isEqualTo("8a5c02");
  }

  @Test
  void tellsAnEmptySecret() {
    assertThat(MerchantSecret.of("").isEmpty()).isTrue();
    assertThat(MerchantSecret.of(" ").isEmpty()).isFalse();
  }

  @Test
  void readsATokenWithAndWithoutTheWordBeforeIt() {
    assertThat(AccessToken.ofHeader("Bearer abc").expose()).isEqualTo("abc");
    assertThat(AccessToken.ofHeader("bearer  abc ").expose()).isEqualTo("abc");
    assertThat(AccessToken.ofHeader("abc").expose()).isEqualTo("abc");
  }

  @ParameterizedTest
  @EnumSource
  void keepsTheLengthsOfEachHash(Hash hash) {
    assertThat(hash.of(new byte[0])).hasSize(hash.length());
    // A key of a whole block is taken as it is, and one byte more is hashed first (RFC 2104).
    byte[] block = new byte[hash.block()];
    Arrays.fill(block, (byte) 7);
    byte[] longer = Arrays.copyOf(block, block.length + 1);
    assertThat(hmac(hash, longer)).isEqualTo(hmac(hash, hash.of(longer)));
    assertThat(MessageDigest.isEqual(hmac(hash, block), hmac(hash, hash.of(block)))).isFalse();
  }

  private static byte[] hmac(Hash hash, byte[] key) {
    return HmacEngine.reference().hmac(hash, key).mac(new byte[] {1});
  }

  private static SymmetricKey secret(String text) {
    return SigningKey.of(MerchantSecret.of(text));
  }

  private static String line(AsymmetricKey key) {
    return key.exposePems().get(0).lines().toList().get(15);
  }
}
