package io.github.dokuconformance.cli.input.har;

import static io.github.dokuconformance.cli.input.recognition.InputTexts.options;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputSource;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.InputTexts;
import io.github.dokuconformance.cli.input.recognition.Inputs;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.MessageLimits;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

public final class HarSourceTest {
  public static final String ENTRY =
      """
      {"_initiator":{"type":"script"},"pageref":"page_1",
       "startedDateTime":"2026-11-22T08:51:00.123+07:00","time":12.5,
       "request":{"method":"POST","url":"https://api.doku.com/akulaku/v2/cancel?a=b#c",
        "httpVersion":"h2","cookies":[],"queryString":[],"headersSize":-1,"bodySize":-1,
        "headers":[{"name":":path","value":"/akulaku"},{"name":"client-id","value":"MCH-1"},
                   {"name":"X","value":"1","comment":""},{"name":"x","value":"2"}],
        "postData":{"mimeType":"application/json","text":"{\\"name\\":\\"Kopi ☕\\"}"}},
       "response":{"status":200,"statusText":"","httpVersion":"h2","cookies":[],
        "headers":[{"name":"Set-Cookie","value":"a=b\\nc=d"}],
        "content":{"size":2,"mimeType":"application/json","text":"e30=","encoding":"base64"},
        "redirectURL":"","headersSize":-1,"bodySize":2},
       "cache":{},"timings":{"send":0,"wait":1,"receive":2}}
      """;

  @Test
  void readsWhatABrowserExports() throws InputException {
    List<Exchange> exchanges = read(har(ENTRY));

    assertThat(exchanges).hasSize(1);
    Exchange exchange = exchanges.get(0);
    assertThat(exchange.source()).isEqualTo("stdin#1");
    assertThat(exchange.recordedAt()).contains(Instant.parse("2026-11-22T01:51:00.123Z"));
    assertThat(exchange.request().method()).isEqualTo("POST");
    assertThat(exchange.request().target().raw())
        .isEqualTo("https://api.doku.com/akulaku/v2/cancel?a=b");
    assertThat(exchange.request().headers())
        .isEqualTo(Headers.of("client-id", "MCH-1", "X", "1", "x", "2"));
    assertThat(exchange.request().body()).isEqualTo(Body.ofUtf8("{\"name\":\"Kopi ☕\"}"));
    assertThat(exchange.response().orElseThrow().status()).isEqualTo(200);
    assertThat(exchange.response().orElseThrow().headers())
        .isEqualTo(Headers.of("Set-Cookie", "a=b", "Set-Cookie", "c=d"));
    assertThat(exchange.response().orElseThrow().body()).isEqualTo(Body.ofUtf8("{}"));
  }

  @Test
  void takesExchangesWithDokuAloneAndCountsTheOthers() throws Exception {
    String har =
        har(
            entry("GET", "https://shop.test/app.js", ""),
            entry("POST", "https://api.doku.com/akulaku/v2/refund", ""),
            entry("OPTIONS", "https://api.doku.com/akulaku/v2/refund", ""),
            entry(
                "POST",
                "https://shop.test/notify",
                "{\"name\":\"signature\",\"value\":\"HMACSHA256=x\"}"),
            entry("GET", "data:text/plain,x", "{\"name\":\"Signature\",\"value\":\"x\"}"),
            entry("GET", "wss://shop.test/akulaku", ""));

    try (InputSource source = open(har)) {
      assertThat(InputTexts.readAll(source))
          .extracting(Exchange::source)
          .containsExactly("stdin#2", "stdin#4");
      assertThat(source.remarks()).singleElement().asString().contains(": 4 entries");
    }
  }

  @Test
  void doesNotLookAtWhatIsWrongInOtherEntries() throws InputException {
    String other =
        """
        {"startedDateTime":"soon",
         "request":{"method":"P OST","url":"https://h/","headers":[{"name":"","value":"\\u0000"}],
                    "postData":[]},
         "response":{"status":"x"}}
        """;

    assertThat(read(har(other, ENTRY))).hasSize(1);
  }

  @Test
  void readsTheEntriesOnlyOnceTheyAreAskedFor() throws Exception {
    try (InputSource source = open(har(ENTRY).replace("]}}", ",x"))) {
      assertThat(source.next()).isPresent();
      assertThatExceptionOfType(InputException.class).isThrownBy(source::next);
      assertThat(source.next()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource
  void readsWhatStandsInTheBodys(String before, String after, String body) throws InputException {
    String entry = ENTRY.replace(before, after);

    assertThat(entry).isNotEqualTo(ENTRY);
    assertThat(read(har(entry)).get(0).request().body()).isEqualTo(Body.ofUtf8(body));
  }

  static Stream<Arguments> readsWhatStandsInTheBodys() {
    String text = "\"text\":\"{\\\"name\\\":\\\"Kopi ☕\\\"}\"";
    return Stream.of(
        argumentSet("no text, no params", text, "\"params\":[]", ""),
        argumentSet("base64", text, "\"text\":\"e30=\",\"encoding\":\"base64\"", "{}"),
        argumentSet("base64 said first", text, "\"encoding\":\"base64\",\"text\":\"e30=\"", "{}"),
        argumentSet("text and params", text, "\"text\":\"a=b\",\"params\":[{}]", "a=b"));
  }

  @ParameterizedTest
  @MethodSource
  void leavesOutAResponseThatWasNotKept(String before, String after, boolean present)
      throws InputException {
    String entry = ENTRY.replace(before, after);

    assertThat(entry).isNotEqualTo(ENTRY);
    assertThat(read(har(entry)).get(0).response().isPresent()).isEqualTo(present);
  }

  static Stream<Arguments> leavesOutAResponseThatWasNotKept() {
    String text = ",\"text\":\"e30=\",\"encoding\":\"base64\"";
    return Stream.of(
        argumentSet("failed", "\"status\":200", "\"status\":0", false),
        argumentSet("body not kept", text, "", false),
        argumentSet("no body", "\"size\":2,\"mimeType\":\"application/json\"" + text, "", true),
        argumentSet("no member", "\"response\":{", "\"_response\":{", false));
  }

  @ParameterizedTest
  @MethodSource
  void saysWhereItIsWrong(String before, String after, String place, String part) {
    String entry = ENTRY.replace(before, after);

    assertThat(entry).isNotEqualTo(ENTRY);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(har(entry)))
        .withMessageMatching("stdin:\\d+:\\d+: .*")
        .withMessageContaining("(at /log/entries/0" + place + ")")
        .withMessageContaining(part);
  }

  static Stream<Arguments> saysWhereItIsWrong() {
    return Stream.of(
        argumentSet("no URL", "\"url\"", "\"_url\"", "", "url"),
        argumentSet("no method", "\"method\"", "\"_method\"", "", "method"),
        argumentSet("method no token", "\"POST\"", "\"P T\"", "", "method"),
        argumentSet(
            "URL no string",
            "\"https://api.doku.com/akulaku/v2/cancel?a=b#c\"",
            "5",
            "/request/url",
            "a number"),
        argumentSet("request null", "\"request\":", "\"request\":null,\"_\":", "/request", "null"),
        argumentSet(
            "headers an object",
            "\"headers\":[{\"name\":\":",
            "\"headers\":{},\"_\":[{\"name\":\":",
            "/request/headers",
            "an array"),
        argumentSet(
            "header without value",
            "\"value\":\"MCH-1\"",
            "\"x\":1",
            "/request/headers/1",
            "value"),
        argumentSet(
            "header name no token", "\"client-id\"", "\"client id\"", "", "\"client id: MCH-1\""),
        argumentSet(
            "params alone",
            "\"text\":\"{\\\"name\\\":\\\"Kopi ☕\\\"}\"",
            "\"params\":[{}]",
            "",
            "postData"),
        argumentSet(
            "status no number",
            "\"status\":200",
            "\"status\":\"200\"",
            "/response/status",
            "a string"),
        argumentSet("other encoding", "\"base64\"", "\"gzip\"", "", "\"gzip\""),
        argumentSet("no base64", "e30=", "e30", "", "base64"),
        argumentSet("half a surrogate pair", "☕", "\\ud83d", "", "surrogate"),
        argumentSet(
            "member twice",
            "\"method\":\"POST\"",
            "\"method\":\"POST\",\"method\":\"GET\"",
            "/request/method",
            "method"));
  }

  @ParameterizedTest
  @MethodSource
  void saysWhyItIsNoHar(String json, String place) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(json))
        .withMessageStartingWith("stdin:" + place + ": ");
  }

  static Stream<Arguments> saysWhyItIsNoHar() {
    return Stream.of(
        argumentSet("no JSON", "<html>", "1:2"),
        argumentSet("an array", "[]", "1:1"),
        argumentSet("no log", "{\n}", "2:1"),
        argumentSet("log null", "{\"log\":null}", "1:8"),
        argumentSet("no entries", "{\"log\":{\"version\":\"1.2\"}}", "1:24"),
        argumentSet("entries no array", "{\"log\":{\"entries\":{}}}", "1:19"),
        argumentSet("entry null", "{\"log\":{\"entries\":[null]}}", "1:20"),
        argumentSet("cut off", "{\"log\":{\"entries\":[]", "1:21"),
        argumentSet("more after it", "{\"log\":{\"entries\":[]}}x", "1:24"),
        argumentSet("not UTF-8", "{\"log\":{\"\u00ff", "1:10"));
  }

  @Test
  void readsAnArchiveWithoutEntries() throws InputException {
    assertThat(read(har())).isEmpty();
  }

  @Test
  void refusesDeepNestingAlsoWhereItDoesNotLook() {
    String deep = "{\"log\":{\"_x\":" + "[".repeat(10_000) + "]".repeat(10_000);

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(deep + ",\"entries\":[]}}"))
        .withMessageContaining("nested deeper than 1000");
  }

  @Test
  void passesOverStringsOfAnyLengthWhereItDoesNotLook() throws InputException {
    String huge =
        """
        {"request":{"method":"GET","url":"https://h/","headers":[]},
         "response":{"status":200,"content":{"text":"%s"}}}
        """
            .formatted("x".repeat(20 << 20));

    assertThat(read(har(huge, ENTRY))).hasSize(1);
  }

  @Test
  void refusesABodyBeyondTheLimit() {
    String entry = ENTRY.replace("Kopi ☕", "x".repeat(MessageLimits.BODY_BYTES));

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> read(har(entry)))
        .withMessageContaining(MessageLimits.BODY_BYTES + "");
  }

  public static String har(String... entries) {
    return "{\"log\":{\"version\":\"1.2\",\"creator\":{},\"entries\":[%s]}}"
        .formatted(String.join(",\n", entries));
  }

  private static String entry(String method, String url, String header) {
    return "{\"request\":{\"method\":\"%s\",\"url\":\"%s\",\"headers\":[%s]}}"
        .formatted(method, url, header);
  }

  private static List<Exchange> read(String har) throws InputException {
    try (InputSource source = open(har)) {
      return InputTexts.readAll(source);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static InputSource open(String har) throws InputException {
    byte[] bytes = har.contains("\u00ff") ? InputTexts.bytes(har) : har.getBytes(UTF_8);
    return Inputs.openStandardInput(new ByteArrayInputStream(bytes), options(InputFormat.HAR));
  }
}
