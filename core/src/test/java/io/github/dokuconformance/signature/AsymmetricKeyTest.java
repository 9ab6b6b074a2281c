package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.security.interfaces.RSAPrivateKey;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class AsymmetricKeyTest {
  private static final byte[] TEXT = "MCH-FAKE-0001|2026-01-02T03:04:05Z".getBytes(UTF_8);
  private static final KeyPair PAIR = newPair();
  private static final Optional<MerchantSecret> PASSWORD =
      Optional.of(MerchantSecret.of("password-NOT-A-SECRET"));

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
        .withMessageStartingWith("expected an RSA key in PEM")
        .withMessageContaining(label)
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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "merchant-NOT-A-SECRET.pem",
        "merchant-pkcs1-NOT-A-SECRET.pem",
        "merchant-encrypted-NOT-A-SECRET.pem",
        "merchant-3des-NOT-A-SECRET.pem"
      })
  void readsThePrivateKeyInEachFormThatOpensslWrites(String file) {
    AsymmetricKey key = AsymmetricKey.ofPem(fixture(file), PASSWORD);
    String oneLine = fixture(file).strip().replace("\n", "\\n");

    assertThat(key.canSign()).isTrue();
    assertThat(key.isShort()).isFalse();
    assertThat(key.checkValue()).isEqualTo(merchant().checkValue());
    assertThat(AsymmetricKey.ofPem(oneLine, PASSWORD).checkValue()).isEqualTo(key.checkValue());
    assertThat(merchant().verifies(Hash.SHA256, TEXT, key.sign(Hash.SHA256, TEXT))).isTrue();
  }

  @ParameterizedTest
  @ValueSource(strings = {"merchant-public.pem", "merchant-certificate.pem"})
  void readsThePublicKeyAndItsCertificate(String file) {
    AsymmetricKey key = AsymmetricKey.ofPem(fixture(file));

    assertThat(key.canSign()).isFalse();
    assertThat(key.checkValue()).isEqualTo(merchant().checkValue());
  }

  @Test
  void saysThatAPasswordIsWantedOrWrong() {
    String encrypted = fixture("merchant-encrypted-NOT-A-SECRET.pem");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AsymmetricKey.ofPem(encrypted))
        .withMessageContaining("no password");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AsymmetricKey.ofPem(encrypted, Optional.of(MerchantSecret.of("another"))))
        .withMessageContaining("that the password does not open")
        .satisfies(e -> assertThat(e.getMessage()).doesNotContain("another"));
  }

  @Test
  void saysHowToConvertAKeyThatOldOpensslEncrypted() {
    String old =
        """
        -----BEGIN RSA PRIVATE KEY-----
        Proc-Type: 4,ENCRYPTED
        DEK-Info: DES-EDE3-CBC,00

        AAAA
        -----END RSA PRIVATE KEY-----
        """;

    assertThatIllegalArgumentException()
        .isThrownBy(() -> AsymmetricKey.ofPem(old))
        .withMessageContaining("openssl pkcs8 -topk8");
  }

  @Test
  void findsTheBlockThatASignatureWasMadeOf() {
    AsymmetricKey own = merchant();
    byte[] block = own.open(own.sign(Hash.SHA256, TEXT)).orElseThrow();

    assertThat(block).hasSize(256).startsWith(0, 1, 0xff, 0xff);
    assertThat(block).endsWith(Hash.SHA256.of(TEXT));
    assertThat(own.open(new byte[255])).isEmpty();
    assertThat(own.open(HexFormat.of().parseHex("ff".repeat(256)))).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"00", "0000ff", "7f", "80", "a5"})
  void findsAnyBlockHoweverItBegins(String beginning) {
    RSAPrivateKey half = (RSAPrivateKey) PAIR.getPrivate();
    byte[] block = HexFormat.of().parseHex(beginning + "11".repeat(256 - beginning.length() / 2));
    BigInteger modulus = half.getModulus();
    BigInteger number = new BigInteger(1, block).mod(modulus);
    AsymmetricKey known = AsymmetricKey.ofPem(pem("PUBLIC KEY", PAIR.getPublic()));

    byte[] opened =
        known.open(bytes(number.modPow(half.getPrivateExponent(), modulus))).orElseThrow();

    assertThat(opened).isEqualTo(bytes(number));
    assertThat(known.open(bytes(modulus))).as("no number below the modulus").isEmpty();
  }

  private static byte[] bytes(BigInteger number) {
    String hex = number.toString(16);
    return HexFormat.of().parseHex("0".repeat(512 - hex.length()) + hex);
  }

  @Test
  void writesTextsThatAreReadAgain() {
    AsymmetricKey own = merchant();

    assertThat(own.exposePems())
        .hasSize(2)
        .allSatisfy(
            pem -> {
              assertThat(AsymmetricKey.ofPem(pem).canSign()).isTrue();
              assertThat(AsymmetricKey.ofPem(pem).checkValue()).isEqualTo(own.checkValue());
            });
    assertThat(own.exposePems().get(0).lines()).allMatch(line -> line.length() <= 64);
    assertThat(AsymmetricKey.ofPem(own.publicPem()).checkValue()).isEqualTo(own.checkValue());
    assertThat(own.publicHalf().exposePems()).isEmpty();
    assertThat(own.publicHalf().publicPem()).isEqualTo(own.publicPem());
  }

  @Test
  void makesPairsThatAreNotShort() {
    AsymmetricKey made = AsymmetricKey.make();

    assertThat(made.isShort()).isFalse();
    assertThat(made.verifies(Hash.SHA256, TEXT, made.sign(Hash.SHA256, TEXT))).isTrue();
  }

  @Test
  void tellsAShortKey() throws NoSuchAlgorithmException {
    KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(1024);
    AsymmetricKey key =
        AsymmetricKey.ofPem(pem("PUBLIC KEY", generator.generateKeyPair().getPublic()));

    assertThat(key.bits()).isEqualTo(1024);
    assertThat(key.isShort()).isTrue();
  }

  private static AsymmetricKey merchant() {
    return AsymmetricKey.ofPem(fixture("merchant-NOT-A-SECRET.pem"));
  }

  private static String fixture(String file) {
    try (InputStream in =
        AsymmetricKeyTest.class.getResourceAsStream("/io/github/dokuconformance/snap/" + file)) {
      return new String(requireNonNull(in, file).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
