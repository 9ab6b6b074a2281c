package io.github.dokuconformance.message.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.json.AnyByte;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class QuickExchangeTest {
  private static final String LINE =
      """
      {"operation":"akulaku.generate-order","request":{"method":"POST","target":"/path?a=b",\
      "headers":[["Client-Id","MCH-1"],["X","é"]],"body":{"utf8":"{\\"name\\":\\"Kopi ☕ \\u2615\\ud83d\\ude00\\\\n\\"}\\n"}},\
      "response":{"status":200,"headers":[],"body":{"utf8":"[]"}}}
      """;

  @Test
  void readsWhatRecordersWrite() {
    assertThat(QuickExchange.read(LINE.getBytes(UTF_8), "x#1"))
        .contains(
            new Exchange(
                "x#1",
                Optional.of("akulaku.generate-order"),
                new Request(
                    "POST",
                    Target.of("/path?a=b"),
                    Headers.of("Client-Id", "MCH-1", "X", "é"),
                    Body.ofUtf8("{\"name\":\"Kopi ☕ ☕😀\\n\"}\n")),
                Optional.of(new Response(200, Headers.none(), Body.ofUtf8("[]"))),
                Optional.empty()));
  }

  @Test
  void readsNothingOtherwiseThanTheParserDoes() {
    Random random = new Random(12);
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
            "\\\"",
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
            "1",
            "-",
            ".5",
            "e2",
            "null",
            "body",
            "url",
            "\u0000",
            "\u007f",
            "\"body\":\"x\",",
            "\"headers\":[],",
            "[\"A\",\"b\"],",
            "base64");
    int read = 0;
    int count = 40_000;
    for (int i = 0; i < count; i++) {
      StringBuilder text = new StringBuilder(LINE);
      for (int change = random.nextInt(3); change > 0; change--) {
        int at = random.nextInt(text.length() + 1);
        int end = Math.min(text.length(), at + random.nextInt(3));
        text.replace(at, end, signs.get(random.nextInt(signs.size())));
      }
      byte[] json =
          text.toString().getBytes(random.nextInt(20) == 0 ? StandardCharsets.ISO_8859_1 : UTF_8);

      Optional<Exchange> quick = QuickExchange.read(json, "x#1");

      if (quick.isPresent()) {
        read++;
        assertThat(byParser(json)).isEqualTo(quick.get());
      }
    }

    assertThat(read).isBetween(count / 10, count * 9 / 10);
  }

  @Test
  void readsNothingOtherwiseWithAnyByteAnywhere() {
    AnyByte.anywhere(LINE.getBytes(UTF_8))
        .forEach(
            json ->
                QuickExchange.read(json, "x#1")
                    .ifPresent(quick -> assertThat(byParser(json)).isEqualTo(quick)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "{}",
        "{\"request\":{\"method\":\"GET\"}}",
        "{\"request\":{\"method\":\"GET\",\"target\":\"path\"}}",
        "{\"request\":{\"method\":\"GET\",\"target\":\"/\"}} {}",
        "{\"request\":{\"method\":\"GET\",\"target\":\"/\",\"method\":\"GET\"}}",
        "{\"request\":{\"method\":\"GET\",\"target\":\"/\",\"body\":{\"utf8\":\"\\ud800\"}}}",
        "{\"request\":{\"method\":\"GET\",\"target\":\"/\",\"body\":{\"base64\":\"AA==\"}}}",
        "{\"request\":{\"method\":\"GET\",\"target\":\"/\"},\"response\":{\"status\":0200}}",
        "{\"request\":{\"method\":\"GET\",\"target\":\"/\"},\"response\":{\"status\":99}}",
        "{\"request\":{\"method\":\"GET\",\"target\":\"/\"},\"response\":{\"status\":600}}",
        "{\"request\":{\"method\":\"GET\",\"target\":\"/\"},\"masked\":true}"
      })
  void leavesToTheParserWhatIsWrongOrRare(String json) {
    assertThat(QuickExchange.read(json.getBytes(UTF_8), "x#1")).isEmpty();
  }

  private static Exchange byParser(byte[] json) {
    try {
      return ExchangeJson.readByParser(json, "x#1");
    } catch (JsonInputException e) {
      throw new AssertionError(new String(json, UTF_8), e);
    }
  }
}
