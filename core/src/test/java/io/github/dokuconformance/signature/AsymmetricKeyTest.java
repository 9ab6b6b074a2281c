package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsymmetricKeyTest {
  private static final byte[] TEXT = "MCH-FAKE-0001|2026-01-02T03:04:05Z".getBytes(UTF_8);
  private static final KeyPair PAIR = newPair();

  @ParameterizedTest
  @EnumSource(
      value = Hash.class,
      names = {"SHA256", "SHA1", "SHA512"})
  void verifiesWhatThePrivateHalfSigned(Hash hash) {
    AsymmetricKey own = AsymmetricKey.ofPem(pem("PRIVATE KEY", PAIR.getPrivate()));
    AsymmetricKey known = AsymmetricKey.ofPem(pem("PUBLIC KEY", PAIR.getPublic()));

    byte[] signature = own.sign(hash, TEXT);

    assertThat(known.verifies(hash, TEXT, signature)).isTrue();
    assertThat(own.verifies(hash, TEXT, signature)).isTrue();
  }

  @Test
  void refusesEveryOtherSignature() {
    AsymmetricKey own = AsymmetricKey.ofPem(pem("PRIVATE KEY", PAIR.getPrivate()));
    byte[] signature = own.sign(Hash.SHA256, TEXT);
    byte[] changed = signature.clone();
    changed[changed.length - 1] ^= 1;
    AsymmetricKey other = AsymmetricKey.ofPem(pem("PUBLIC KEY", newPair().getPublic()));

    assertThat(own.verifies(Hash.SHA256, TEXT, changed)).isFalse();
    assertThat(own.verifies(Hash.SHA512, TEXT, signature)).isFalse();
    assertThat(own.verifies(Hash.SHA256, "another".getBytes(UTF_8), signature)).isFalse();
    assertThat(own.verifies(Hash.SHA256, TEXT, new byte[0])).isFalse();
    assertThat(own.verifies(Hash.SHA256, TEXT, new byte[256])).isFalse();
    assertThat(other.verifies(Hash.SHA256, TEXT, signature)).isFalse();
  }

  @Test
  void noLineOfThePrivateHalfStaysInAText() {
    AsymmetricKey own = AsymmetricKey.ofPem(pem("PRIVATE KEY", PAIR.getPrivate()));
    SecretMask mask = KeyRing.of(own).mask();
    byte[] pkcs8 = PAIR.getPrivate().getEncoded();
    byte[] pkcs1 = PrivateKeyInfo.getInstance(pkcs8).getPrivateKey().getOctets();

    for (byte[] der : List.of(pkcs8, pkcs1)) {
      String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der);
      List<String> lines = text.lines().toList();
      String masked = mask.text(text);
      String maskedOneLine = mask.text(text.replace("\n", ""));
      for (String line : lines.subList(lines.size() / 3, lines.size() - 1)) {
        assertThat(masked).doesNotContain(line);
        assertThat(maskedOneLine).doesNotContain(line);
      }
    }
  }

  @Test
  void thePublicHalfIsNoSecret() {
    String pem = pem("PUBLIC KEY", PAIR.getPublic());
    AsymmetricKey own = AsymmetricKey.ofPem(pem("PRIVATE KEY", PAIR.getPrivate()));

    assertThat(KeyRing.of(own).mask().text(pem)).isEqualTo(pem);
    assertThat(KeyRing.of(AsymmetricKey.ofPem(pem)).mask().isEmpty()).isTrue();
  }

  @Test
  void signsWithThePrivateHalfAlone() {
    AsymmetricKey known = AsymmetricKey.ofPem(pem("PUBLIC KEY", PAIR.getPublic()));

    assertThat(known.canSign()).isFalse();
    assertThatExceptionOfType(IllegalStateException.class)
        .isThrownBy(() -> known.sign(Hash.SHA256, TEXT));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY", "CERTIFICATE", "EC PRIVATE KEY"})
  void saysWhatItGotInPlaceOfAKey(String label) {
    String pem = pem(label, PAIR.getPrivate());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AsymmetricKey.ofPem(pem))
        .withMessageContaining("got " + label)
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain(pem.lines().toList().get(1)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "SK-FAKE-NOT-A-SECRET",
        "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----",
        "-----BEGIN PUBLIC KEY-----\n%%%\n-----END PUBLIC KEY-----",
        "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PRIVATE KEY-----"
      })
  void refusesWhatHoldsNoKeyAndRepeatsNothingOfIt(String text) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AsymmetricKey.ofPem(text))
        .withMessageStartingWith("expected an RSA key in PEM")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("FAKE", "AAAA"));
  }

  @Test
  void tellsKeysApartByOneValueOfBothHalves() {
    AsymmetricKey own = AsymmetricKey.ofPem(pem("PRIVATE KEY", PAIR.getPrivate()));
    AsymmetricKey known = AsymmetricKey.ofPem(pem("PUBLIC KEY", PAIR.getPublic()));
    AsymmetricKey other = AsymmetricKey.ofPem(pem("PUBLIC KEY", newPair().getPublic()));

    assertThat(own.checkValue()).isEqualTo(known.checkValue()).hasSize(6);
    assertThat(own.checkValue()).isNotEqualTo(other.checkValue());
  }

  @Test
  void printsAsAPlaceholder() {
    assertThat(AsymmetricKey.ofPem(pem("PRIVATE KEY", PAIR.getPrivate())))
        .hasToString("AsymmetricKey[***]");
  }

  private static KeyPair newPair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String pem(String label, Key key) {
    return "-----BEGIN %s-----\n%s\n-----END %s-----\n"
        .formatted(label, Base64.getMimeEncoder().encodeToString(key.getEncoded()), label);
  }
}
