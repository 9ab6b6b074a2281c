package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
  private static final byte[] FOX = "fox\u00ff?>".getBytes(UTF_8);

  @Test
  void writesAsItsNameSays() {
    assertThat(Encoding.BASE64.encode(FOX)).isEqualTo("Zm94w78/Pg==");
    assertThat(Encoding.UNPADDED.encode(FOX)).isEqualTo("Zm94w78/Pg");
    assertThat(Encoding.BASE64URL.encode(FOX)).isEqualTo("Zm94w78_Pg==");
    assertThat(Encoding.BASE64URL_UNPADDED.encode(FOX)).isEqualTo("Zm94w78_Pg");
    assertThat(Encoding.HEX.encode(FOX)).isEqualTo("666f78c3bf3f3e");
    assertThat(Encoding.HEX_UPPER.encode(FOX)).isEqualTo("666F78C3BF3F3E");
    assertThat(Encoding.BASE64_OF_HEX.encode(FOX)).isEqualTo(base64("666f78c3bf3f3e"));
    assertThat(Encoding.BASE64_OF_HEX_UPPER.encode(FOX)).isEqualTo(base64("666F78C3BF3F3E"));
    assertThat(Encoding.BASE64_OF_BASE64.encode(FOX)).isEqualTo(base64("Zm94w78/Pg=="));
  }

  @ParameterizedTest
  @EnumSource
  void readsWhatItWrites(Encoding encoding) {
    Random random = new Random(64);
    for (int length = 0; length < 70; length++) {
      byte[] bytes = new byte[length];
      random.nextBytes(bytes);
      String text = encoding.encode(bytes);

      assertThat(encoding.decode(text).orElseThrow()).isEqualTo(bytes);
      for (int first = 0; first <= length; first++) {
        assertThat(encoding.decodeBeginning(text, first).orElseThrow())
            .as(first + " of " + text)
            .isEqualTo(Arrays.copyOf(bytes, first));
      }
      assertThat(encoding.decodeBeginning(text, length + 1)).isEmpty();
    }
  }

  /** A text that comes of other bytes in the same encoding is no text of this one. */
  @ParameterizedTest
  @EnumSource
  void readsNothingThatItWouldNotWriteSo(Encoding encoding) {
    byte[] mac = HexFormat.of().parseHex("fb".repeat(32));
    for (Encoding other : Encoding.values()) {
      String text = other.encode(mac);
      boolean same = encoding.encode(mac).equals(text);

      assertThat(encoding.decode(text).filter(bytes -> Arrays.equals(bytes, mac)).isPresent())
          .as(other.toString())
          .isEqualTo(same);
    }
  }

  @ParameterizedTest
  @EnumSource
  void readsTheBeginningAsFarAsItIsWantedAlone(Encoding encoding) {
    byte[] mac = HexFormat.of().parseHex("ef".repeat(40));
    String text = encoding.encode(mac);

    assertThat(encoding.decodeBeginning(text + "\u00e9!", 8).orElseThrow())
        .isEqualTo(Arrays.copyOf(mac, 8));
    assertThat(encoding.decodeBeginning("\u00e9" + text, 8)).isEmpty();
    assertThat(encoding.decodeBeginning("!" + text, 8)).isEmpty();
    assertThat(encoding.decodeBeginning(text.substring(0, 4) + "\u0100" + text.substring(5), 8))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "=", "a", "zz", "Zm9", "666f7", "Zm94 Zm94", "\u00e9\u00e9", "%%%%"})
  void takesAnyText(String text) {
    for (Encoding encoding : Encoding.values()) {
      encoding.decode(text).ifPresent(bytes -> assertThat(encoding.encode(bytes)).isEqualTo(text));
      assertThat(encoding.decodeBeginning(text, 8)).isEmpty();
    }
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
  }
}
