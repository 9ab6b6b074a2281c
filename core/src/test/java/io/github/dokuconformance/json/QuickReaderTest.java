package io.github.dokuconformance.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Samples;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class QuickReaderTest {
  private static final int BODIES = 40_000;

  @Test
  void readsNearlyEveryExampleAsTheParserDoes() {
    int read = 0;
    for (JsonNode entry : Samples.index()) {
      byte[] bytes =
          Samples.text(entry.path("file").asString().substring("examples/".length()))
              .getBytes(UTF_8);

      Optional<JsonNode> quick = QuickReader.read(bytes);

      if (quick.isPresent()) {
        read++;
        assertThat(quick).isEqualTo(byParser(bytes).root());
      }
    }

    assertThat(read).isGreaterThan(Samples.index().size() * 19 / 20);
  }

  @Test
  void readsNothingOtherwiseThanTheParserDoes() {
    Random random = new Random(11);
    List<String> signs =
        List.of(
            "{",
            "}",
            "[",
            "]",
            ":",
            ",",
            "\"",
            "\\",
            "\\u00e9",
            "\\ud83d\\ude00",
            "\\ud83d",
            "\\n",
            "é",
            "😀",
            "\uFFFD",
            " ",
            "\t",
            "0",
            "01",
            "-1",
            "1.0",
            "1.",
            ".5",
            "1e2",
            "null",
            "true",
            "nul",
            "\u0000",
            "\u007f",
            "\"n0\":1,",
            "12345678901234567890");
    int read = 0;
    for (int i = 0; i < BODIES; i++) {
      StringBuilder text = new StringBuilder(RandomJson.of(random, true));
      for (int change = random.nextInt(3); change > 0; change--) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(3));
        text.replace(at, end, signs.get(random.nextInt(signs.size())));
      }
      byte[] bytes =
          text.toString().getBytes(random.nextInt(20) == 0 ? StandardCharsets.ISO_8859_1 : UTF_8);

      Optional<JsonNode> quick = QuickReader.read(bytes);

      if (quick.isPresent()) {
        read++;
        assertThat(byParser(bytes)).isEqualTo(new JsonBody(quick, List.of()));
      }
    }

    assertThat(read).isBetween(BODIES / 10, BODIES * 9 / 10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", "{}", " [] ", "{\"a\":[1.5,\"é\\n\",null]}\n"})
  void readsNothingOtherwiseWithAnyByteAnywhere(String text) {
    AnyByte.anywhere(text.getBytes(UTF_8))
        .forEach(
            bytes -> {
              Optional<JsonNode> quick = QuickReader.read(bytes);
              if (quick.isPresent()) {
                assertThat(byParser(bytes)).isEqualTo(new JsonBody(quick, List.of()));
              }
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{\"a\":1,\"a\":1}",
        "[\"\\ud800\"]",
        "[1e2]",
        "[-1]",
        "[01]",
        "[1.]",
        "[1234567890123456]",
        "[1] [2]",
        "[tru]",
        "[\"\\x\"]",
        "[\"\t\"]",
        "{\"a\":1",
        "{\"a\\n\":1,\"a\\u000a\":2}"
      })
  void leavesToTheParserWhatIsOddOrRare(String text) {
    assertThat(QuickReader.read(text.getBytes(UTF_8))).isEmpty();
  }

  @Test
  void takesNoNameForAnotherThatIsEscapedLikeIt() {
    byte[] backslash = "{\"\\\\n\":1}".getBytes(UTF_8);
    byte[] lineEnd = "{\"\\n\":1}".getBytes(UTF_8);

    assertThat(QuickReader.read(backslash)).isEqualTo(byParser(backslash).root());
    assertThat(QuickReader.read(lineEnd)).isEqualTo(byParser(lineEnd).root());
  }

  @Test
  void givesUpBeforeTheLimits() {
    assertThat(QuickReader.read(("[".repeat(65) + "]".repeat(65)).getBytes(UTF_8))).isEmpty();
    List<String> values = new ArrayList<>();
    for (int i = 0; i < JsonBody.MAX_VALUES; i++) {
      values.add("1");
    }
    assertThat(QuickReader.read(values.toString().getBytes(UTF_8))).isEmpty();
  }

  private static JsonBody byParser(byte[] bytes) {
    return new JsonReader(bytes).readByParser();
  }
}
