package io.github.dokuconformance.page.hash;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.page.javax.crypto.Mac;
import io.github.dokuconformance.page.javax.crypto.spec.SecretKeySpec;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The page's own hashes give what the JDK's give. */
class BlockHashTest {
  private static final int LONGEST = 300;

  @ParameterizedTest
  @ValueSource(strings = {"MD5", "SHA-1", "SHA-256", "SHA-384", "SHA-512", "SHA-512/256"})
  void isTheJdksOfEachLengthInTwoPieces(String name) throws GeneralSecurityException {
    Random random = new Random(7);
    for (int length = 0; length <= LONGEST; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      int first = random.nextInt(length + 1);
      BlockHash hash = BlockHash.of(name);
      hash.update(bytes, 0, first);
      BlockHash copy = hash.copy();
      hash.update(bytes, first, length - first);
      copy.update(bytes, first, length - first);
      byte[] expected = MessageDigest.getInstance(name).digest(bytes);

      assertThat(ended(hash)).as(name + " of " + length).isEqualTo(expected);
      assertThat(ended(copy)).as(name + " of " + length + ", copied").isEqualTo(expected);
    }
  }

  private static byte[] ended(BlockHash hash) {
    byte[] out = new byte[hash.length()];
    hash.end(out, 0);
    return out;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"HmacMD5", "HmacSHA1", "HmacSHA256", "HmacSHA384", "HmacSHA512", "HmacSHA512/256"})
  void hmacIsTheJdksUnderShortAndLongKeys(String name) throws GeneralSecurityException {
    byte[] text = "a text".getBytes(UTF_8);
    for (int length : new int[] {1, 63, 64, 65, 127, 128, 129, 200}) {
      byte[] key = new byte[length];
      Arrays.fill(key, (byte) length);
      javax.crypto.Mac theirs = javax.crypto.Mac.getInstance(name);
      theirs.init(new javax.crypto.spec.SecretKeySpec(key, name));
      Mac ours = Mac.getInstance(name);
      ours.init(new SecretKeySpec(key, name));

      assertThat(ours.doFinal(text)).as(name + " " + length).isEqualTo(theirs.doFinal(text));
    }
  }
}
