package io.github.dokuconformance.message.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ExchangeJsonTest {
  private static final String FULL =
      """
      {"operation":"akulaku.generate-order","recordedAt":"2026-11-22T01:51:00Z",
       "request":{"method":"POST","target":"/akulaku-peer-to-peer/v2/generate-order",
                  "headers":[["Client-Id","MCH-1"],["X","1"],["x","2"]],
                  "body":{"utf8":"{\\"name\\":\\"Kopi \\u2615\\"}"}},
       "response":{"status":200,"headers":[["Response-Timestamp","t"]],"body":{"base64":"/w=="}}}
      """;

  @Test
  void readsEveryMember() throws JsonInputException {
    Exchange exchange = read(FULL);

    assertThat(exchange)
        .isEqualTo(
            new Exchange(
                "test.json",
                Optional.of("akulaku.generate-order"),
                new Request(
                    "POST",
                    Target.of("/akulaku-peer-to-peer/v2/generate-order"),
                    Headers.of("Client-Id", "MCH-1", "X", "1", "x", "2"),
                    Body.ofUtf8("{\"name\":\"Kopi ☕\"}")),
                Optional.of(
                    new Response(
                        200,
                        Headers.of("Response-Timestamp", "t"),
                        Body.of(new byte[] {(byte) 0xff}))),
                Optional.of(Instant.parse("2026-11-22T01:51:00Z"))));
  }

  @Test
  void readsARequestWithNothingButMethodAndTarget() throws JsonInputException {
    Exchange exchange =
        read("{\"request\":{\"method\":\"GET\",\"target\":\"/orders/v1/status/1\"}}");

    assertThat(exchange.request().headers()).isEqualTo(Headers.none());
    assertThat(exchange.request().body()).isEqualTo(Body.none());
    assertThat(exchange.response()).isEmpty();
    assertThat(exchange.operation()).isEmpty();
    assertThat(exchange.recordedAt()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void saysWhereItIsWrong(String json, String pointer, int line, int column) {
    JsonInputException e = catchThrowableOfType(JsonInputException.class, () -> read(json));

    assertThat(e).as(json).isNotNull();
    assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "REDACTED");
    assertThat(e.pointer()).as(e.getMessage()).isEqualTo(pointer);
    assertThat(e.line() + ":" + e.column()).as(e.getMessage()).isEqualTo(line + ":" + column);
  }

  static Stream<Arguments> saysWhereItIsWrong() {
    String method = "{\"request\":{\"method\":\"GET\",\"target\":\"/\"";
    return Stream.of(
        argumentSet("empty", "", "", 1, 1),
        argumentSet("white space", "\n ", "", 2, 2),
        argumentSet("an array", "[]", "", 1, 1),
        argumentSet("a string", "\"x\"", "", 1, 1),
        argumentSet("no JSON", "x", "", 1, 2),
        argumentSet("cut off", "{\"request\":{", "/request", 1, 13),
        argumentSet("cut off in a string", "{\"operation\":\"a", "/operation", 1, 16),
        argumentSet("no request", "{}", "", 1, 2),
        argumentSet("unknown member", "{\n \"requst\":{}}", "/requst", 2, 11),
        argumentSet("operation no string", "{\"operation\":1}", "/operation", 1, 14),
        argumentSet("null for absent", "{\"response\":null}", "/response", 1, 13),
        argumentSet("request no object", "{\"request\":[]}", "/request", 1, 12),
        argumentSet("no method", "{\"request\":{\"target\":\"/\"}}", "/request", 1, 25),
        argumentSet("no target", "{\"request\":{\"method\":\"GET\"}}", "/request", 1, 27),
        argumentSet(
            "method no token", "{\"request\":{\"method\":\"A B\"}}", "/request/method", 1, 22),
        argumentSet(
            "target without slash", "{\"request\":{\"target\":\"a\"}}", "/request/target", 1, 22),
        argumentSet("unknown in request", method + ",\"x\":1}}", "/request/x", 1, 46),
        argumentSet("member twice", method + ",\"target\":\"/\"}}", "/request/target", 1, 50),
        argumentSet("headers an object", method + ",\"headers\":{}}}", "/request/headers", 1, 52),
        argumentSet(
            "header an object", method + ",\"headers\":[{}]}}", "/request/headers/0", 1, 53),
        argumentSet(
            "header too short", method + ",\"headers\":[[\"a\"]]}}", "/request/headers/0", 1, 57),
        argumentSet(
            "header too long",
            method + ",\"headers\":[[\"a\",\"b\",\"c\"]]}}",
            "/request/headers/0/2",
            1,
            62),
        argumentSet(
            "header value a number",
            method + ",\"headers\":[[\"a\",1]]}}",
            "/request/headers/0/1",
            1,
            58),
        argumentSet(
            "header name no token",
            method + ",\"headers\":[[\"a\",\"\"],[\"b \",\"\"]]}}",
            "/request/headers/1",
            1,
            70),
        argumentSet("body a string", method + ",\"body\":\"x\"}}", "/request/body", 1, 49),
        argumentSet("body neither", method + ",\"body\":{}}}", "/request/body", 1, 50),
        argumentSet(
            "body both",
            method + ",\"body\":{\"utf8\":\"\",\"base64\":\"\"}}}",
            "/request/body/base64",
            1,
            69),
        argumentSet(
            "body unknown", method + ",\"body\":{\"hex\":\"\"}}}", "/request/body/hex", 1, 56),
        argumentSet(
            "body null", method + ",\"body\":{\"utf8\":null}}}", "/request/body/utf8", 1, 57),
        argumentSet(
            "base64url",
            method + ",\"body\":{\"base64\":\"_w==\"}}}",
            "/request/body/base64",
            1,
            59),
        argumentSet(
            "no padding",
            method + ",\"body\":{\"base64\":\"/w\"}}}",
            "/request/body/base64",
            1,
            59),
        argumentSet(
            "stray bits",
            method + ",\"body\":{\"base64\":\"/x==\"}}}",
            "/request/body/base64",
            1,
            59),
        argumentSet(
            "half a surrogate pair",
            method + ",\"body\":{\"utf8\":\"\\ud83d\"}}}",
            "/request/body/utf8",
            1,
            57),
        argumentSet(
            "status no number", "{\"response\":{\"status\":\"200\"}}", "/response/status", 1, 23),
        argumentSet(
            "status a fraction", "{\"response\":{\"status\":200.0}}", "/response/status", 1, 23),
        argumentSet(
            "status too small", "{\"response\":{\"status\":99}}", "/response/status", 1, 23),
        argumentSet("status too big", "{\"response\":{\"status\":600}}", "/response/status", 1, 23),
        argumentSet(
            "status huge",
            "{\"response\":{\"status\":99999999999999999999}}",
            "/response/status",
            1,
            23),
        argumentSet("no status", "{\"response\":{}}", "/response", 1, 14),
        argumentSet("no instant", "{\"recordedAt\":\"yesterday\"}", "/recordedAt", 1, 15),
        argumentSet("more after it", method + "}} {}", "", 1, 46),
        argumentSet("a comma too many", method + ",}}", "/request/target", 1, 43),
        argumentSet("wrong bracket", method + "]}", "/request/target", 1, 42),
        argumentSet("single quotes", "{'request':{}}", "", 1, 3),
        argumentSet("a comment", "/* */ {}", "", 1, 2));
  }

  @Test
  void saysWhichByteIsNotUtf8AndWhere() {
    byte[] json = "{\n\"operation\":\"é\"}".getBytes(ISO_8859_1);

    JsonInputException e =
        catchThrowableOfType(JsonInputException.class, () -> ExchangeJson.read(json, "x"));

    assertThat(e.line()).isEqualTo(2);
    assertThat(e.column()).isEqualTo(14);
    assertThat(e.reason()).contains("0xE9");
  }

  @ParameterizedTest
  @MethodSource
  void refusesBytesThatAreNotUtf8(byte[] bytes) {
    byte[] json = join("{\"operation\":\"", bytes, "\"}");

    assertThatExceptionOfType(JsonInputException.class)
        .isThrownBy(() -> ExchangeJson.read(json, "x"))
        .withMessageContaining("0x");
  }

  static Stream<Arguments> refusesBytesThatAreNotUtf8() {
    return Stream.of(
        argumentSet("overlong", new byte[] {(byte) 0xC0, (byte) 0x80}),
        argumentSet("encoded surrogate", new byte[] {(byte) 0xED, (byte) 0xA0, (byte) 0x80}),
        argumentSet("beyond Unicode", new byte[] {(byte) 0xF5, (byte) 0x80, (byte) 0x80, -128}),
        argumentSet("cut off", new byte[] {(byte) 0xE2, (byte) 0x98}));
  }

  @Test
  void refusesTheEndOfInputInTheMiddleOfACharacter() {
    byte[] json = join("{\"operation\":\"", new byte[] {(byte) 0xE2}, "");

    assertThatExceptionOfType(JsonInputException.class)
        .isThrownBy(() -> ExchangeJson.read(json, "x"));
  }

  @Test
  void refusesDeepNestingAtOnce() {
    String json = "{\"request\":" + "[".repeat(10_000);

    assertThatExceptionOfType(JsonInputException.class).isThrownBy(() -> read(json));
  }

  @Test
  void takesBodiesUpToTheLimitInBothForms() throws JsonInputException {
    String text = "x".repeat(MessageLimits.BODY_BYTES);
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));

    assertThat(read(withBody("utf8", text)).request().body().length()).isEqualTo(text.length());
    assertThat(read(withBody("base64", base64)).request().body().length()).isEqualTo(text.length());
  }

  @Test
  void refusesBodiesBeyondTheLimitInBothForms() {
    String text = "x".repeat(MessageLimits.BODY_BYTES + 1);
    String base64 = Base64.getEncoder().encodeToString(text.getBytes(UTF_8));

    for (String json : new String[] {withBody("utf8", text), withBody("base64", base64)}) {
      assertThatExceptionOfType(JsonInputException.class)
          .isThrownBy(() -> read(json))
          .withMessageContaining(MessageLimits.BODY_BYTES + "")
          .withMessageContaining(text.length() + "");
    }
  }

  @Test
  void countsTheBytesOfABodyAndNotItsCharacters() {
    String text = "☕".repeat(MessageLimits.BODY_BYTES / 3 + 1);

    assertThatExceptionOfType(JsonInputException.class)
        .isThrownBy(() -> read(withBody("utf8", text)));
  }

  @Test
  void refusesAStringThatIsLongerThanAnyBody() {
    String json = withBody("utf8", "x".repeat(20 << 20));

    assertThatExceptionOfType(JsonInputException.class)
        .isThrownBy(() -> read(json))
        .withMessageContaining("/request/body/utf8");
  }

  @Test
  void refusesHeadersBeyondTheLimit() {
    String json =
        "{\"request\":{\"method\":\"GET\",\"target\":\"/\",\"headers\":[[\"a\",\"%s\"]]}}"
            .formatted("x".repeat(MessageLimits.HEADER_BYTES));

    assertThatExceptionOfType(JsonInputException.class).isThrownBy(() -> read(json));
  }

  @Test
  void neverRepeatsMoreThanALineOfTheInput() {
    String json = "{\"" + "x\\n".repeat(10_000) + "\":1}";

    assertThatExceptionOfType(JsonInputException.class)
        .isThrownBy(() -> read(json))
        .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(1000).doesNotContain("\n"));
  }

  @Test
  void writesOneLineThatReadsAsTheSame() throws JsonInputException {
    Exchange exchange = read(FULL);

    String json = ExchangeJson.write(exchange);

    assertThat(json).doesNotContain("\n");
    assertThat(read(json)).isEqualTo(exchange);
  }

  @Test
  void writesUtf8AsTextAndOtherBytesAsBase64() throws JsonInputException {
    String json = ExchangeJson.write(read(FULL));

    assertThat(json)
        .contains("\"body\":{\"utf8\":\"{\\\"name\\\":\\\"Kopi ☕\\\"}\"}")
        .contains("\"body\":{\"base64\":\"/w==\"}");
  }

  @Test
  void keepsAnyBytesOfABody() throws JsonInputException {
    Random random = new Random(1);
    for (int i = 0; i < 2_000; i++) {
      byte[] bytes = new byte[random.nextInt(8)];
      random.nextBytes(bytes);
      Exchange exchange = withBody(Body.of(bytes));

      assertThat(read(ExchangeJson.write(exchange))).isEqualTo(exchange);
    }
  }

  @Test
  void keepsByteOrderMarksControlCharactersAndLineSeparators() throws JsonInputException {
    Exchange exchange = withBody(Body.ofUtf8("\uFEFF{\"a\":\"\0\u0001\u2028\u2029\u007f😀\"}\r\n"));

    assertThat(read(ExchangeJson.write(exchange))).isEqualTo(exchange);
  }

  private static Exchange withBody(Body body) {
    return Exchange.of(
        "test.json", new Request("POST", Target.of("/a"), Headers.none(), body), null);
  }

  private static String withBody(String form, String text) {
    return "{\"request\":{\"method\":\"POST\",\"target\":\"/\",\"body\":{\"%s\":\"%s\"}}}"
        .formatted(form, text);
  }

  private static byte[] join(String before, byte[] middle, String after) {
    String text = before + new String(middle, ISO_8859_1) + after;
    return text.getBytes(ISO_8859_1);
  }

  private static Exchange read(String json) throws JsonInputException {
    return ExchangeJson.read(json.getBytes(UTF_8), "test.json");
  }
}
