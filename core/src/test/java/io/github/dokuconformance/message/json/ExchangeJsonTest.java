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
import java.util.List;
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
  void readsHeadersByNameAUrlAndABodyAsText() throws JsonInputException {
    Exchange exchange =
        read(
            "{\"request\":{\"method\":\"POST\",\"url\":\"https://a.test/b\","
                + "\"headers\":{\"Client-Id\":\"MCH-1\",\"X\":[\"1\",\"2\"]},\"body\":\"{ }\"}}");

    assertThat(exchange.request())
        .isEqualTo(
            new Request(
                "POST",
                Target.of("https://a.test/b"),
                Headers.of("Client-Id", "MCH-1", "X", "1", "X", "2"),
                Body.ofUtf8("{ }")));
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
  void saysWhereItIsWrong(String json, String pointer, String rest) {
    JsonInputException e = catchThrowableOfType(JsonInputException.class, () -> read(json));

    assertThat(e).as(json).isNotNull();
    assertThat(e.getMessage()).isNotBlank().doesNotContain("\n", "REDACTED");
    assertThat(e.pointer()).as(e.getMessage()).isEqualTo(pointer);
    List<String> lines = json.lines().toList();
    String line = lines.isEmpty() ? "" : lines.get(e.line() - 1);
    assertThat(line.substring(e.column() - 1)).as(e.getMessage()).isEqualTo(rest);
  }

  static Stream<Arguments> saysWhereItIsWrong() {
    return Stream.of(
        argumentSet("empty", "", "", ""),
        argumentSet("an array", "[]", "", "[]"),
        argumentSet("a string", "\"x\"", "", "\"x\""),
        argumentSet("no JSON", "x", "", ""),
        argumentSet("cut off", "{\"request\":{", "/request", ""),
        argumentSet("cut off in a string", "{\"operation\":\"a", "/operation", ""),
        argumentSet("no request", "{}", "", "}"),
        argumentSet("unknown member", "{\n \"requst\":{}}", "/requst", "{}}"),
        argumentSet("operation no string", "{\"operation\":1}", "/operation", "1}"),
        argumentSet("null for absent", "{\"response\":null}", "/response", "null}"),
        argumentSet("request no object", "{\"request\":[]}", "/request", "[]}"),
        argumentSet("no method", "{\"request\":{\"target\":\"/\"}}", "/request", "}}"),
        argumentSet("no target", "{\"request\":{\"method\":\"GET\"}}", "/request", "}}"),
        inRequest("method no token", "\"method\":\"A B\"", "/method", "\"A B\"}}"),
        inRequest("target without slash", "\"target\":\"a\"", "/target", "\"a\"}}"),
        inRequest("unknown in request", "\"x\":1", "/x", "1}}"),
        inRequest("member twice", "\"target\":\"/\",\"target\":\"/\"", "/target", ":\"/\"}}"),
        inRequest("headers a number", "\"headers\":1", "/headers", "1}}"),
        inRequest("header an object", "\"headers\":[{}]", "/headers/0", "{}]}}"),
        inRequest("header too short", "\"headers\":[[\"a\"]]", "/headers/0", "]]}}"),
        inRequest(
            "header too long", "\"headers\":[[\"a\",\"b\",\"c\"]]", "/headers/0/2", "\"c\"]]}}"),
        inRequest("header value a number", "\"headers\":[[\"a\",1]]", "/headers/0/1", "1]]}}"),
        inRequest(
            "header name no token",
            "\"headers\":[[\"a\",\"\"],[\"b \",\"\"]]",
            "/headers/1",
            "]]}}"),
        inRequest("body a number", "\"body\":1", "/body", "1}}"),
        inRequest("body neither", "\"body\":{}", "/body", "}}}"),
        inRequest(
            "body both", "\"body\":{\"utf8\":\"\",\"base64\":\"\"}", "/body/base64", "\"\"}}}"),
        inRequest("body unknown", "\"body\":{\"hex\":\"\"}", "/body/hex", "\"\"}}}"),
        inRequest("body null", "\"body\":{\"utf8\":null}", "/body/utf8", "null}}}"),
        inRequest("base64url", "\"body\":{\"base64\":\"_w==\"}", "/body/base64", "\"_w==\"}}}"),
        inRequest("no padding", "\"body\":{\"base64\":\"/w\"}", "/body/base64", "\"/w\"}}}"),
        inRequest("stray bits", "\"body\":{\"base64\":\"/x==\"}", "/body/base64", "\"/x==\"}}}"),
        inRequest(
            "half a surrogate pair",
            "\"body\":{\"utf8\":\"\\ud83d\"}",
            "/body/utf8",
            "\"\\ud83d\"}}}"),
        inRequest("a comma too many", "\"target\":\"/\",", "/target", "}"),
        status("no number", "\"200\""),
        status("a fraction", "200.0"),
        status("too small", "99"),
        status("too big", "600"),
        status("huge", "99999999999999999999"),
        argumentSet("no status", "{\"response\":{}}", "/response", "}}"),
        argumentSet("no instant", "{\"recordedAt\":\"soon\"}", "/recordedAt", "\"soon\"}"),
        argumentSet(
            "more after it", "{\"request\":{\"method\":\"GET\",\"target\":\"/\"}} {}", "", "{}"),
        argumentSet("wrong bracket", "{\"request\":{]}", "/request", "}"),
        argumentSet("single quotes", "{'request':{}}", "", "request':{}}"),
        argumentSet("a comment", "/* */ {}", "", "* */ {}"));
  }

  private static Arguments inRequest(String name, String member, String pointer, String rest) {
    return argumentSet(name, "{\"request\":{" + member + "}}", "/request" + pointer, rest);
  }

  private static Arguments status(String name, String value) {
    return argumentSet(
        "status " + name,
        "{\"response\":{\"status\":" + value + "}}",
        "/response/status",
        value + "}}");
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
