package io.github.dokuconformance.diagnosis.nonsnap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.diagnosis.Encoding;
import io.github.dokuconformance.diagnosis.Mistake;
import io.github.dokuconformance.diagnosis.SignatureForm;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** How a MAC is written in a header, and by which mistakes. */
class WrittenSignatureTest {
  private static final byte[] MAC =
      HexFormat.of().parseHex("00fb7fff8001a5c3e10f1e2d3c4b5a69788796a5b4c3d2e1f0ff00ee11dd22cc");
  private static final String PREFIX = "HMACSHA256=";
  private static final String BASE64 = Encoding.BASE64.encode(MAC);
  private static final Mistake MISSING = Mistake.of(NonSnapMistake.SIGNATURE_PREFIX_MISSING);

  static Stream<Arguments> headers() {
    Mistake hex = Mistake.of(NonSnapMistake.SIGNATURE_ENCODING_HEX, "letters", "lower-case");
    return Stream.of(
        argumentSet("right", PREFIX + BASE64, List.of()),
        argumentSet("white space", " " + PREFIX + BASE64 + "\n", List.of()),
        argumentSet("hex", written(Encoding.HEX), List.of(hex)),
        argumentSet(
            "upper-case hex",
            written(Encoding.HEX_UPPER),
            List.of(Mistake.of(NonSnapMistake.SIGNATURE_ENCODING_HEX, "letters", "upper-case"))),
        argumentSet(
            "base64url",
            written(Encoding.BASE64URL),
            List.of(Mistake.of(NonSnapMistake.SIGNATURE_ENCODING_BASE64URL, "padding", "kept"))),
        argumentSet(
            "base64url without padding",
            written(Encoding.BASE64URL_UNPADDED),
            List.of(Mistake.of(NonSnapMistake.SIGNATURE_ENCODING_BASE64URL, "padding", "dropped"))),
        argumentSet(
            "without padding",
            written(Encoding.UNPADDED),
            List.of(Mistake.of(NonSnapMistake.SIGNATURE_ENCODING_UNPADDED))),
        argumentSet("twice", written(Encoding.BASE64_OF_BASE64), twice("base64 of base64")),
        argumentSet("hex and base64", written(Encoding.BASE64_OF_HEX), twice("base64 of hex")),
        argumentSet(
            "upper-case hex and base64",
            written(Encoding.BASE64_OF_HEX_UPPER),
            twice("base64 of hex upper")),
        argumentSet("no prefix", BASE64, List.of(MISSING)),
        argumentSet("no prefix, hex", Encoding.HEX.encode(MAC), List.of(MISSING, hex)),
        argumentSet(
            "another prefix",
            "HMACSHA512=" + BASE64,
            List.of(Mistake.of(NonSnapMistake.SIGNATURE_PREFIX_WRONG, "prefix", "HMACSHA512="))),
        argumentSet(
            "cut text",
            PREFIX + BASE64.substring(0, 20),
            List.of(Mistake.of(NonSnapMistake.SIGNATURE_TRUNCATED, "kept", "20 of 44 characters"))),
        argumentSet(
            "one character less than without padding",
            PREFIX + BASE64.substring(0, 42),
            List.of(Mistake.of(NonSnapMistake.SIGNATURE_TRUNCATED, "kept", "42 of 44 characters"))),
        argumentSet(
            "cut bytes",
            PREFIX + Encoding.BASE64.encode(Arrays.copyOf(MAC, 16)),
            List.of(Mistake.of(NonSnapMistake.SIGNATURE_TRUNCATED, "kept", "16 of 32 bytes"))),
        argumentSet(
            "fewest bytes",
            PREFIX + Encoding.BASE64.encode(Arrays.copyOf(MAC, 8)),
            List.of(Mistake.of(NonSnapMistake.SIGNATURE_TRUNCATED, "kept", "8 of 32 bytes"))),
        argumentSet(
            "all bytes but one",
            PREFIX + Encoding.BASE64.encode(Arrays.copyOf(MAC, 31)),
            List.of(Mistake.of(NonSnapMistake.SIGNATURE_TRUNCATED, "kept", "31 of 32 bytes"))));
  }

  private static String written(Encoding encoding) {
    return PREFIX + encoding.encode(MAC);
  }

  private static List<Mistake> twice(String name) {
    return List.of(Mistake.of(NonSnapMistake.SIGNATURE_DOUBLE_ENCODED, "encoding", name));
  }

  @ParameterizedTest
  @MethodSource("headers")
  void namesTheMistakesByWhichThatMacIsWrittenSo(String header, List<Mistake> mistakes) {
    WrittenSignature form = WrittenSignature.of(header);

    assertThat(form.matches(MAC)).first().isEqualTo(mistakes);
    assertThat(form.matches(MAC)).allSatisfy(all -> assertThat(all).hasSameSizeAs(mistakes));
    assertThat(form.beginnings()).contains(SignatureForm.beginning(MAC));
    assertThat(form.fewestMistakes(MAC.length).orElseThrow()).isLessThanOrEqualTo(mistakes.size());
  }

  @ParameterizedTest
  @MethodSource("headers")
  void matchesNoOtherMac(String header, List<Mistake> mistakes) {
    for (int at : new int[] {0, 7}) {
      byte[] other = MAC.clone();
      other[at] ^= 1;
      assertThat(WrittenSignature.of(header).matches(other)).isEmpty();
      assertThat(WrittenSignature.of(header).beginnings())
          .doesNotContain(SignatureForm.beginning(other));
    }
  }

  @Test
  void matchesAWholeMacToItsLastBit() {
    byte[] other = MAC.clone();
    other[31] ^= 1;

    assertThat(WrittenSignature.of(PREFIX + BASE64).matches(other)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 7})
  void provesNothingByFewerThanEightBytes(int bytes) {
    String header = PREFIX + Encoding.BASE64.encode(Arrays.copyOf(MAC, bytes));

    assertThat(WrittenSignature.of(header).matches(MAC)).isEmpty();
    assertThat(WrittenSignature.of(header).beginnings())
        .doesNotContain(SignatureForm.beginning(MAC));
  }

  @Test
  void findsAMacAmongOtherValuesAndShowsWhatStandsAroundIt() {
    String long60 = "k".repeat(10) + " ".repeat(50);
    for (Map.Entry<String, String> around :
        Map.of(
                "keyId=\"a\", sig=\"" + BASE64 + "\"",
                "keyId=\"a\", sig=\"...\"",
                long60 + BASE64 + " " + long60,
                long60 + "... " + long60.strip(),
                "x ".repeat(40) + BASE64,
                "x ".repeat(30) + "......")
            .entrySet()) {
      assertThat(WrittenSignature.of(around.getKey()).matches(MAC))
          .containsExactly(
              List.of(Mistake.of(NonSnapMistake.SIGNATURE_STRUCTURED, "value", around.getValue())));
    }
  }

  @Test
  void looksAtTheFirstRunsOfLettersAlone() {
    StringBuilder others = new StringBuilder();
    for (char letter = 'a'; letter < 'h'; letter++) {
      others.append(String.valueOf(letter).repeat(12)).append(", ");
    }

    assertThat(WrittenSignature.of(others + BASE64).matches(MAC)).hasSize(1);
    assertThat(WrittenSignature.of(others + "hhhhhhhhhhhh, " + BASE64).matches(MAC)).isEmpty();
  }

  @Test
  void takesTheFewestMistakesWhereThereAreSeveralWaysToRead() {
    // Without the characters that set the alphabets apart, base64url comes to base64.
    byte[] mac = HexFormat.of().parseHex("00".repeat(33));

    assertThat(WrittenSignature.of(PREFIX + Encoding.BASE64.encode(mac)).matches(mac))
        .containsExactly(List.of());
    assertThat(WrittenSignature.of(Encoding.BASE64.encode(mac)).matches(mac))
        .containsExactly(List.of(MISSING));
  }

  @ParameterizedTest
  @EnumSource
  void tellsHowManyMistakesAMacOfAnotherLengthWouldTake(Encoding encoding) {
    int own = encoding == Encoding.BASE64 ? 0 : 1;
    WrittenSignature form = WrittenSignature.of(written(encoding));

    assertThat(form.fewestMistakes(32)).hasValue(own);
    assertThat(form.fewestMistakes(16).orElse(9)).as("too long for one of MD5").isGreaterThan(own);
    assertThat(WrittenSignature.of(PREFIX + BASE64).fewestMistakes(64)).as("cut").hasValue(1);
    assertThat(WrittenSignature.of(PREFIX + BASE64).fewestMistakes(20)).isEmpty();
    assertThat(WrittenSignature.of("nothing").fewestMistakes(32)).isEmpty();
  }
}
