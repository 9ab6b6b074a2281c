package io.github.dokuconformance.signature.snap;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.Hash;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class MinificationTest {
  @ParameterizedTest
  @MethodSource("bodies")
  void takesSpaceAwayAndMayWriteTheBodyAnew(String body, String minified, String rewritten) {
    assertThat(Minification.withoutSpace(Body.ofUtf8(body)).toDisplayText()).isEqualTo(minified);
    assertThat(Minification.rewritten(Body.ofUtf8(body)).map(Body::toDisplayText))
        .isEqualTo(
            rewritten.equals(minified)
                ? java.util.Optional.empty()
                : java.util.Optional.of(rewritten));
  }

  static Stream<Arguments> bodies() {
    return Stream.of(
        row("empty", "", "", ""),
        row("space alone", " \r\n\t", "", ""),
        row(
            "pretty",
            "{\n  \"a\" : [ 1, 2 ] ,\r\n\t\"b\": true }\n",
            "{\"a\":[1,2],\"b\":true}",
            null),
        row(
            "white space in strings",
            "{ \"n\": \"a  b\\tc\\nd \" }",
            "{\"n\":\"a  b\\tc\\nd \"}",
            null),
        row(
            "a quote in a string",
            "{\"a\": \"x\\\" : \\\\\" , \"b\":1}",
            "{\"a\":\"x\\\" : \\\\\",\"b\":1}",
            null),
        row(
            "order and repeated names",
            "{\"z\": 1, \"a\": 2, \"z\": 3}",
            "{\"z\":1,\"a\":2,\"z\":3}",
            null),
        row(
            "numbers as they are",
            "{\"a\": 10000.00, \"b\": 1e4, \"c\": -0}",
            "{\"a\":10000.00,\"b\":1e4,\"c\":-0}",
            null),
        row(
            "nulls and empty ones",
            "{\"a\": null, \"b\": {}, \"c\": [ ]}",
            "{\"a\":null,\"b\":{},\"c\":[]}",
            null),
        row("raw UTF-8", "{\"n\": \"Kopi ☕ é 😀\"}", "{\"n\":\"Kopi ☕ é 😀\"}", null),
        row(
            "escaped slashes",
            "{\"u\": \"https:\\/\\/m.example\\/r\"}",
            "{\"u\":\"https:\\/\\/m.example\\/r\"}",
            "{\"u\":\"https://m.example/r\"}"),
        row(
            "escaped letters",
            "{\"n\":\"\\u2615 \\u00e9 \\ud83d\\ude00\"}",
            "{\"n\":\"\\u2615 \\u00e9 \\ud83d\\ude00\"}",
            "{\"n\":\"☕ é 😀\"}"),
        row(
            "escaped HTML",
            "{\"n\":\"\\u003cb\\u003e \\u0026\"}",
            "{\"n\":\"\\u003cb\\u003e \\u0026\"}",
            "{\"n\":\"<b> &\"}"),
        row(
            "needed escapes",
            "{\"n\":\"\\u0001\\u000a\\\"\\\\\"}",
            "{\"n\":\"\\u0001\\u000a\\\"\\\\\"}",
            "{\"n\":\"\\u0001\\n\\\"\\\\\"}"),
        row(
            "half a pair",
            "{\"n\":\"\\ud83d\\/\"}",
            "{\"n\":\"\\ud83d\\/\"}",
            "{\"n\":\"\\ud83d/\"}"),
        row("no such escape", "{\"n\": \"\\x\"}", "{\"n\":\"\\x\"}", null),
        row("a string without its end", "{\"n\": \"a  b", "{\"n\":\"a  b", null),
        row("an escape without its end", "{\"n\": \"\\", "{\"n\":\"\\", null),
        row("no JSON", "a = b & c", "a=b&c", null));
  }

  private static Arguments row(String name, String body, String minified, String rewritten) {
    return argumentSet(name, body, minified, rewritten == null ? minified : rewritten);
  }

  /**
   * Source: developers.doku.com, "Symmetric Signature", its sample before and after (documented).
   */
  @Test
  void givesTheBodyOfThePage() {
    String before =
        """
        {
            "partnerServiceId": "  088899",
            "customerNo": "12345678901234567890",
            "virtualAccountNo": "  08889912345678901234567890",
            "virtualAccountName": "Jokul Doe",
            "virtualAccountEmail": "jokul@email.com",
            "virtualAccountPhone": "6281828384858",
            "trxId": "abcdefgh1234",
            "totalAmount": {
                "value": "12345678.00",
                "currency": "IDR"
            }
        }
        """;

    Body minified = Minification.withoutSpace(Body.ofUtf8(before));

    assertThat(HexFormat.of().formatHex(Hash.SHA256.of(minified.toByteArray())))
        .isEqualTo("3274fab8dac896837b106a16da2a974e7e65142dcecb4b768ef0294102838977");
    assertThat(Minification.rewritten(Body.ofUtf8(before))).isEmpty();
  }

  @Test
  void keepsBytesThatAreNoUtf8() {
    byte[] bytes = {'{', ' ', '"', (byte) 0xff, ' ', '"', ' ', '}'};

    assertThat(Minification.withoutSpace(Body.of(bytes)).toByteArray())
        .isEqualTo(new byte[] {'{', '"', (byte) 0xff, ' ', '"', '}'});
  }

  @Test
  void keepsABodyThatIsMinifiedAsItIs() {
    Body body = Body.ofUtf8("{\"a\":\" \"}");

    assertThat(Minification.withoutSpace(body)).isSameAs(body);
  }
}
