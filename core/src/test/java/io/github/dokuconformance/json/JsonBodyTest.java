package io.github.dokuconformance.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.json.JsonIssue.Kind;
import io.github.dokuconformance.message.Body;
import java.util.HexFormat;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

class JsonBodyTest {
  private static final int MEBIBYTE = 1 << 20;

  @Test
  void readsAnEmptyBodyAsNothing() {
    JsonBody body = JsonBody.read(Body.none());

    assertThat(body.root()).isEmpty();
    assertThat(body.issues()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void hasNoTreeAndOneIssue(byte[] bytes, Kind kind) {
    JsonBody body = JsonBody.read(Body.of(bytes));

    assertThat(body.root()).isEmpty();
    assertThat(body.issues()).extracting(JsonIssue::kind).containsExactly(kind);
  }

  static Stream<Arguments> unreadable() {
    return Stream.of(
        hex("byte that starts nothing", "7B FF 7D", Kind.NOT_UTF8),
        hex("continuation without a start", "22 80 22", Kind.NOT_UTF8),
        hex("overlong slash", "22 C0 AF 22", Kind.NOT_UTF8),
        hex("overlong NUL", "22 C0 80 22", Kind.NOT_UTF8),
        hex("surrogates of CESU-8", "22 ED A0 BD ED B8 80 22", Kind.NOT_UTF8),
        hex("beyond U+10FFFF", "22 F4 90 80 80 22", Kind.NOT_UTF8),
        hex("cut inside a character", "22 E2 82", Kind.NOT_UTF8),
        hex("cut after the string", "22 E2 82 22", Kind.NOT_UTF8),
        hex("Latin-1", "22 E9 22", Kind.NOT_UTF8),
        hex("UTF-16, big endian", "00 7B 00 7D", Kind.MALFORMED),
        hex("UTF-16 with its mark", "FE FF 00 7B 00 7D", Kind.NOT_UTF8),
        text("white space", " \r\n\t", Kind.MALFORMED),
        text("garbage after the value", "{} x", Kind.MALFORMED),
        text("two values", "{} {}", Kind.MALFORMED),
        text("cut object", "{\"a\":1", Kind.MALFORMED),
        text("cut string", "\"a", Kind.MALFORMED),
        text("trailing comma", "{\"a\":1,}", Kind.MALFORMED),
        text("comment", "{/**/}", Kind.MALFORMED),
        text("half a character in a name", "{\"a\":1,\"\\uD83D\":2}", Kind.MALFORMED),
        text("single quotes", "{'a':1}", Kind.MALFORMED),
        text("leading zero", "[01]", Kind.MALFORMED),
        text("leading plus", "[+1]", Kind.MALFORMED),
        text("no digit after the point", "[1.]", Kind.MALFORMED),
        text("raw control character", "\"a\tb\"", Kind.MALFORMED),
        text("NUL byte", "{\u0000}", Kind.MALFORMED),
        text("form data", "a=1&b=2", Kind.MALFORMED),
        text("NaN", "[NaN]", Kind.NOT_A_NUMBER),
        text("Infinity", "[Infinity]", Kind.NOT_A_NUMBER),
        text("-Infinity", "[-Infinity]", Kind.NOT_A_NUMBER),
        text("65 levels", nested(65), Kind.TOO_DEEP),
        text("10,000 levels of arrays", nested(10_000), Kind.TOO_DEEP),
        text("10,000 levels of objects", "{\"a\":".repeat(10_000), Kind.TOO_DEEP),
        text("20,001 values", "[" + "1,".repeat(19_999) + "1]", Kind.TOO_MANY_VALUES),
        text("1001 digits", "1".repeat(1001), Kind.NUMBER_TOO_LONG),
        text("exponent beyond 32 bits", "[1e9999999999]", Kind.NUMBER_TOO_LONG));
  }

  @ParameterizedTest
  @MethodSource("doubtful")
  void hasATreeAndAnIssueAtItsPlace(byte[] bytes, Kind kind, String pointer) {
    JsonBody body = JsonBody.read(Body.of(bytes));

    assertThat(body.root()).isPresent();
    assertThat(body.issues())
        .singleElement()
        .satisfies(
            issue -> {
              assertThat(issue.kind()).isEqualTo(kind);
              assertThat(issue.pointer()).isEqualTo(pointer);
            });
  }

  @Test
  void seesAnEscapeAndAByteBeyondAsciiAtEveryOffset() {
    for (int spaces = 0; spaces < 20; spaces++) {
      for (int after = 0; after < 10; after++) {
        String before = " ".repeat(spaces) + "[\"";
        String end = "\"" + " ".repeat(after) + "]";

        assertThat(JsonBody.read(Body.ofUtf8(before + "\\uDE00" + end)).issues())
            .extracting(JsonIssue::kind)
            .containsExactly(Kind.LONE_SURROGATE);
        assertThat(JsonBody.read(Body.of((before + "é" + end).getBytes(ISO_8859_1))).issues())
            .extracting(JsonIssue::kind)
            .containsExactly(Kind.NOT_UTF8);
      }
    }
  }

  static Stream<Arguments> doubtful() {
    return Stream.of(
        doubt("byte order mark", "\uFEFF{}", Kind.BYTE_ORDER_MARK, ""),
        doubt("repeated key", "{\"a\":1,\"a\":2}", Kind.DUPLICATE_KEY, "/a"),
        doubt("repeated by an escape", "{\"a\":1,\"\\u0061\":1}", Kind.DUPLICATE_KEY, "/a"),
        doubt(
            "repeated, nested", "[{\"a/b\":{\"~\":0,\"~\":0}}]", Kind.DUPLICATE_KEY, "/0/a~1b/~0"),
        doubt("lone high surrogate", "[\"\\uD83Dx\"]", Kind.LONE_SURROGATE, "/0"),
        doubt("lone low surrogate", "[\"\\uDE00\"]", Kind.LONE_SURROGATE, "/0"),
        doubt("surrogates the wrong way round", "[\"\\uDE00\\uD83D\"]", Kind.LONE_SURROGATE, "/0"),
        doubt(
            "after an array", "{\"a\":[{},{}],\"b\":[0,[1e400]]}", Kind.NUMBER_PRECISION, "/b/1/0"),
        doubt("2^53 + 1", "9007199254740993", Kind.NUMBER_PRECISION, ""),
        doubt("beyond a double", "[1e400]", Kind.NUMBER_PRECISION, "/0"),
        doubt("below a double", "[1E-400]", Kind.NUMBER_PRECISION, "/0"),
        doubt("exponent of 32 bits", "[1e1000000000]", Kind.NUMBER_PRECISION, "/0"),
        doubt("17 digits too fine", "0.12345678901234567", Kind.NUMBER_PRECISION, ""));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "-0",
        "-0.0",
        "0.1",
        "90000.00",
        "9e4",
        "999999999999999",
        "9007199254740992",
        "100000000000000000000",
        "8.41E21",
        "2E23",
        "1.7976931348623157E308",
        "4.9E-324",
        "\"\\uD83D\\uDE00\"",
        "\"é€😀\"",
        "{\"a\":{\"b\":1},\"b\":{\"a\":1}}"
      })
  void hasNothingToSayOfWhatEveryParserReads(String json) {
    assertThat(JsonBody.read(Body.ofUtf8(json)).issues()).isEmpty();
  }

  @Test
  void keepsTheLastOfTwoValues() {
    JsonNode root = JsonBody.read(Body.ofUtf8("{\"a\":1,\"a\":2}")).root().orElseThrow();

    assertThat(root.path("a").asInt()).isEqualTo(2);
  }

  @Test
  void keepsTheScaleOfANumber() {
    JsonNode root = JsonBody.read(Body.ofUtf8("[90000,90000.00]")).root().orElseThrow();

    assertThat(root.toString()).isEqualTo("[90000,90000.00]");
  }

  @Test
  void reads64LevelsAnd20000Values() {
    assertThat(JsonBody.read(Body.ofUtf8(nested(64))).issues()).isEmpty();
    assertThat(JsonBody.read(Body.ofUtf8("[" + "1,".repeat(19_998) + "1]")).issues()).isEmpty();
  }

  @Test
  void namesTheOffsetOfTheFirstBadByte() {
    JsonBody body = JsonBody.read(Body.of(HexFormat.of().parseHex("22c3a9ff22")));

    assertThat(body.issues()).first().extracting(JsonIssue::got).asString().contains("FF", "3");
  }

  @Test
  void countsTheByteOrderMarkInOffsets() {
    JsonBody body = JsonBody.read(Body.ofUtf8("\uFEFF{]"));

    assertThat(body.issues())
        .extracting(JsonIssue::kind)
        .containsExactly(Kind.BYTE_ORDER_MARK, Kind.MALFORMED);
    assertThat(body.issues().get(1).got()).contains("offset 4");
  }

  @ParameterizedTest
  @MethodSource("large")
  @Timeout(30)
  void readsTenMebibytesInTimeThatGrowsWithTheirNumberOnly(String json) {
    assertThat(json.length()).isGreaterThan(9 * MEBIBYTE);

    JsonBody body = JsonBody.read(Body.ofUtf8(json));

    // Anything quadratic would take hours: the time limit is the assertion.
    assertThat(body.issues()).hasSizeLessThanOrEqualTo(JsonBody.MAX_VALUES + 1);
  }

  static Stream<Arguments> large() {
    int tenth = MEBIBYTE;
    return Stream.of(
        argumentSet("one string", '"' + "x".repeat(10 * tenth - 2) + '"'),
        argumentSet("one name", "{\"" + "x".repeat(10 * tenth - 6) + "\":1}"),
        argumentSet("one integer", "1".repeat(10 * tenth)),
        argumentSet("one fraction", "0." + "1".repeat(10 * tenth - 2)),
        argumentSet("white space", " ".repeat(10 * tenth - 1) + "1"),
        argumentSet("opening brackets", "[".repeat(10 * tenth)),
        argumentSet("escapes", '"' + "\\ud83d".repeat(10 * tenth / 6) + '"'),
        argumentSet("small values", "[" + "1,".repeat(5 * tenth - 2) + "1]"),
        argumentSet("repeated keys", "{" + "\"a\":1,".repeat(10 * tenth / 6) + "\"a\":1}"),
        argumentSet("not ASCII", '"' + "é".repeat(10 * tenth - 2) + '"'));
  }

  private static String nested(int depth) {
    return "[".repeat(depth) + "]".repeat(depth);
  }

  private static Arguments hex(String name, String bytes, Kind kind) {
    return argumentSet(name, HexFormat.ofDelimiter(" ").parseHex(bytes), kind);
  }

  private static Arguments text(String name, String json, Kind kind) {
    return argumentSet(name, json.getBytes(UTF_8), kind);
  }

  private static Arguments doubt(String name, String json, Kind kind, String pointer) {
    return argumentSet(name, json.getBytes(UTF_8), kind, pointer);
  }
}
