package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.message.Body;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class HmacEngineTest {
  static Stream<HmacEngine> engines() {
    return Stream.of(HmacEngine.reference(), HmacEngine.fastest());
  }

  @ParameterizedTest
  @EnumSource
  void enginesAgreeOnRandomKeysAndMessages(Hash hash) {
    Random random = new Random(20261122);
    for (int i = 0; i < 1000; i++) {
      // Around the blocks of 64 and 128 bytes, keys and messages take different ways.
      byte[] key = new byte[random.nextInt(200)];
      byte[] message = new byte[random.nextInt(300)];
      random.nextBytes(key);
      random.nextBytes(message);

      assertThat(HmacEngine.fastest().hmac(hash, key).mac(message))
          .isEqualTo(HmacEngine.reference().hmac(hash, key).mac(message));
      assertThat(HmacEngine.fastest().digest(hash, Body.of(message)))
          .isEqualTo(HmacEngine.reference().digest(hash, Body.of(message)));
    }
  }

  @ParameterizedTest
  @MethodSource("engines")
  void givesTheKnownAnswersOfRfc4231(HmacEngine engine) {
    byte[] jefe =
        engine
            .hmac(Hash.SHA256, "Jefe".getBytes(UTF_8))
            .mac("what do ya want for nothing?".getBytes(UTF_8));
    byte[] longKey =
        engine
            .hmac(Hash.SHA256, HexFormat.of().parseHex("aa".repeat(131)))
            .mac("Test Using Larger Than Block-Size Key - Hash Key First".getBytes(UTF_8));

    assertThat(jefe)
        .asHexString()
        .isEqualToIgnoringCase("5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
    assertThat(longKey)
        .asHexString()
        .isEqualToIgnoringCase("60e431591ee0b67f0d8a26aacbf5b77f8e0bc6213728c5140546040f0ee37f54");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void takesAnEmptyKeyAsHmacDoes(HmacEngine engine) {
    // Known answer of HMAC-SHA256 with an empty key and an empty message.
    assertThat(engine.hmac(Hash.SHA256, new byte[0]).mac(new byte[0]))
        .asHexString()
        .isEqualToIgnoringCase("b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
  }

  @ParameterizedTest
  @MethodSource("engines")
  void oneMacServesManyThreads(HmacEngine engine) {
    HmacEngine.Mac mac = engine.hmac(Hash.SHA256, "SK-TEST-threads-NOT-A-SECRET".getBytes(UTF_8));
    byte[] expected = mac.mac("message 7".getBytes(UTF_8));

    assertThat(
            IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(i -> mac.mac("message 7".getBytes(UTF_8))))
        .allMatch(got -> Arrays.equals(got, expected));
  }

  @ParameterizedTest
  @MethodSource("engines")
  void keepsItsKeyWhateverBecomesOfTheArray(HmacEngine engine) {
    byte[] key = {1, 2, 3};
    HmacEngine.Mac mac = engine.hmac(Hash.SHA256, key);
    byte[] before = mac.mac(new byte[] {4});
    key[0] = 9;

    assertThat(mac.mac(new byte[] {4})).isEqualTo(before);
  }
}
