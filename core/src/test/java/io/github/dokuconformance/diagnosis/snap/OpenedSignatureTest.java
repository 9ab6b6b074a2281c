package io.github.dokuconformance.diagnosis.snap;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Hash;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPrivateKey;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a public key finds in a signature proves that its other half made it. */
class OpenedSignatureTest {
  private static final byte[] TEXT = "BRN-FAKE-1|2026-01-02T03:04:05+07:00".getBytes(UTF_8);

  private static final KeyPair PAIR = pair(1024);

  private static final AsymmetricKey KEY = key(PAIR);

  @ParameterizedTest
  @EnumSource(
      value = Hash.class,
      names = {"SHA256", "SHA1", "SHA512", "MD5"})
  void findsTheDigestWithItsName(Hash hash) {
    OpenedSignature opened = open(sign(hash.label().replace("-", "") + "withRSA"), KEY);

    assertThat(opened.hex()).isEqualTo(HexFormat.of().formatHex(hash.of(TEXT)));
    assertThat(opened.salt()).isEmpty();
  }

  @Test
  void findsATextThatWasSignedAsItIs() {
    assertThat(open(made("0001" + "ff".repeat(90) + "00" + "41".repeat(35)), KEY).hex())
        .isEqualTo("41".repeat(35));
    assertThat(open(made("0001" + "ff".repeat(8) + "00" + "42".repeat(117)), KEY).hex())
        .as("with the fewest bytes of padding that are allowed")
        .isEqualTo("42".repeat(117));
  }

  /** Of 1025 and 1026 bits: the block begins at, and one bit after, the border of a byte. */
  @ParameterizedTest
  @ValueSource(ints = {1024, 1025, 1026, 1030})
  void findsTheSaltOfPss(int bits) throws GeneralSecurityException {
    KeyPair pair = bits == 1024 ? PAIR : pair(bits);
    int longest = (bits - 1 + 7) / 8 - 34;
    for (int salt : new int[] {0, 1, 20, 32, longest}) {
      Signature signature = Signature.getInstance("RSASSA-PSS");
      signature.setParameter(
          new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, salt, 1));
      signature.initSign(pair.getPrivate());
      signature.update(TEXT);
      OpenedSignature opened = open(signature.sign(), key(pair));

      byte[] salted = opened.salt().orElseThrow();
      assertThat(salted).hasSize(salt);
      // RFC 8017, section 9.1.1: the hash of eight zeros, the hash of the text, and the salt.
      byte[] all = new byte[8 + 32 + salt];
      System.arraycopy(Hash.SHA256.of(TEXT), 0, all, 8, 32);
      System.arraycopy(salted, 0, all, 40, salt);
      assertThat(opened.hex()).isEqualTo(HexFormat.of().formatHex(Hash.SHA256.of(all)));
    }
  }

  @Test
  void findsNothingInWhatAnotherKeyMade() {
    byte[] signature = sign("SHA256withRSA");
    AsymmetricKey other = key(pair(1024));

    assertThat(OpenedSignature.of(signature, other)).isEmpty();
    Random random = new Random(8017);
    for (int i = 0; i < 300; i++) {
      byte[] noise = new byte[128];
      random.nextBytes(noise);
      assertThat(OpenedSignature.of(noise, KEY)).isEmpty();
    }
    assertThat(OpenedSignature.of(new byte[127], KEY)).isEmpty();
    assertThat(OpenedSignature.of(new byte[128], KEY)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0101",
        "0002",
        "0000",
        "01ff",
        "0001fffffffffffffe",
        "0001ffffffffffffff00",
      })
  void findsNothingInABlockOfAnotherForm(String beginning) {
    String filled = beginning.length() > 8 ? "00" : "ff".repeat(60) + "00";
    String rest = "41".repeat((256 - beginning.length() - filled.length()) / 2);

    assertThat(OpenedSignature.of(made(beginning + filled + rest), KEY)).isEmpty();
  }

  @Test
  void findsNothingInABlockOfPaddingAlone() {
    assertThat(OpenedSignature.of(made("0001" + "ff".repeat(126)), KEY)).isEmpty();
    assertThat(OpenedSignature.of(made("0001" + "ff".repeat(90) + "41".repeat(36)), KEY)).isEmpty();
    // Ends as PSS does, and is none: noise, and zeros alone under the mask.
    assertThat(OpenedSignature.of(made("00" + "5a".repeat(126) + "bc"), KEY)).isEmpty();
    byte[] seed = new byte[36];
    Arrays.fill(seed, 0, 32, (byte) 0x11);
    StringBuilder mask = new StringBuilder();
    for (seed[35] = 0; mask.length() < 2 * 95; seed[35]++) {
      mask.append(HexFormat.of().formatHex(Hash.SHA256.of(seed)));
    }
    String masked = mask.substring(0, 2 * 95);
    int first = Integer.parseInt(masked.substring(0, 2), 16) & 0x7f;
    String block = "%02x".formatted(first) + masked.substring(2) + "11".repeat(32) + "bc";
    assertThat(OpenedSignature.of(made(block), KEY)).isEmpty();
  }

  private static OpenedSignature open(byte[] signature, AsymmetricKey key) {
    Optional<OpenedSignature> opened = OpenedSignature.of(signature, key);
    assertThat(opened).isPresent();
    return opened.get();
  }

  /** Returns the signature of a block that is given in hex. */
  private static byte[] made(String block) {
    RSAPrivateKey half = (RSAPrivateKey) PAIR.getPrivate();
    assertThat(block).hasSize(256);
    String hex =
        new BigInteger(block, 16).modPow(half.getPrivateExponent(), half.getModulus()).toString(16);
    return HexFormat.of().parseHex("0".repeat(256 - hex.length()) + hex);
  }

  private static byte[] sign(String algorithm) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(PAIR.getPrivate());
      signature.update(TEXT);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyPair pair(int bits) {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(bits);
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static AsymmetricKey key(KeyPair pair) {
    return AsymmetricKey.ofPem(
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder().encodeToString(pair.getPublic().getEncoded())
            + "\n-----END PUBLIC KEY-----\n");
  }
}
