package io.github.dokuconformance.cli.input.http;

import static io.github.dokuconformance.cli.input.recognition.InputTexts.bytes;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.input.recognition.InputTexts;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.MessageLimits;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HttpFileTest {
  private static final String HEAD = "POST /a HTTP/1.1\nClient-Id: MCH-1\n\n";

  @Test
  void readsRequestLineAndHeadersInTheirOrder() throws InputException {
    Exchange exchange =
        parse("POST /a?b=c HTTP/1.1\r\nB:  1 \t\r\nA:2\r\nb: \r\nX: a: b\r\n\r\n{}");

    assertThat(exchange.source()).isEqualTo("a.http");
    assertThat(exchange.request().method()).isEqualTo("POST");
    assertThat(exchange.request().target().raw()).isEqualTo("/a?b=c");
    assertThat(exchange.request().headers())
        .isEqualTo(Headers.of("B", "1", "A", "2", "b", "", "X", "a: b"));
    assertThat(exchange.request().body()).isEqualTo(Body.ofUtf8("{}"));
    assertThat(exchange.response()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void readsRequestsInAllTheirForms(String http, String target) throws InputException {
    assertThat(parse(http).request().target().raw()).isEqualTo(target);
  }

  static Stream<Arguments> readsRequestsInAllTheirForms() {
    return Stream.of(
        argumentSet("absolute form", "GET https://h/p HTTP/1.1\n\n", "https://h/p"),
        argumentSet("HTTP/1.0", "GET /p HTTP/1.0\n\n", "/p"),
        argumentSet("HTTP/2 of a proxy", "GET /p HTTP/2\n\n", "/p"),
        argumentSet("empty lines before it", "\r\n\nGET /p HTTP/1.1\n\n", "/p"),
        argumentSet("no version", "POST /p\nA: b\n\n", "/p"),
        argumentSet("no version and no empty line", "GET https://h/p\nA: b", "https://h/p"),
        argumentSet("no method", "https://h/p", "https://h/p"),
        argumentSet("query on lines", "GET /p\n  ?a=1\n  &b=2\n", "/p?a=1&b=2"),
        argumentSet("pseudo headers", ":method: GET\n:path: /p\n\n", "/p"),
        argumentSet("comments", "### one\n# a\n// b\nGET /p\n# c\nA: b\n", "/p"),
        argumentSet("variable", "@h = /p\nGET {{h}}/q\n", "/p/q"));
  }

  @Test
  void readsHeaderValuesAsUtf8AndElseAsLatin1() throws InputException {
    assertThat(parse("GET / HTTP/1.1\nA: \u00c3\u00a9\n\n").request().headers())
        .isEqualTo(Headers.of("A", "é"));
    assertThat(parse("GET / HTTP/1.1\nA: \u00e9\n\n").request().headers())
        .isEqualTo(Headers.of("A", "é"));
  }

  @ParameterizedTest
  @MethodSource
  void findsTheBodysEnd(String afterRequestLine, String body) throws InputException {
    Exchange exchange = parse("POST /a HTTP/1.1\n" + afterRequestLine);

    assertThat(exchange.request().body()).isEqualTo(Body.of(bytes(body)));
    assertThat(exchange.response()).isEmpty();
  }

  static Stream<Arguments> findsTheBodysEnd() {
    return Stream.of(
        argumentSet("no body", "\n", ""),
        argumentSet("no length, no line end", "\n{}", "{}"),
        argumentSet("no length, one LF of an editor", "\n{}\n", "{}"),
        argumentSet("no length, one CRLF of an editor", "\n{}\r\n", "{}"),
        argumentSet("no length, two LF", "\n{}\n\n", "{}\n"),
        argumentSet("no length, lines inside", "\n{\r\n\n}", "{\r\n\n}"),
        argumentSet("no length, a lone CR", "\n{}\r", "{}\r"),
        argumentSet("length", "Content-Length: 2\n\n{}", "{}"),
        argumentSet("length, and LF of an editor", "Content-Length: 2\n\n{}\n", "{}"),
        argumentSet("length, and empty lines", "Content-Length: 2\n\n{}\r\n\n\n", "{}"),
        argumentSet("length with the last LF", "Content-Length: 3\n\n{}\n", "{}\n"),
        argumentSet("length with all", "Content-Length: 4\n\n{}\r\n", "{}\r\n"),
        argumentSet("length 0", "Content-Length: 0\n\n\n", ""),
        argumentSet("length twice the same", "Content-Length: 2\ncontent-length: 2\n\n{}", "{}"),
        argumentSet(
            "length over a line like a response's",
            "Content-Length: 15\n\n\nHTTP/1.1 200 \n\n",
            "\nHTTP/1.1 200 \n"),
        argumentSet("HTTP without slash and digit", "\nHTTP/x\nHTTP 1", "HTTP/x\nHTTP 1"),
        argumentSet("bytes that are not UTF-8", "\n\u00ff\u0000\u00fe", "\u00ff\u0000\u00fe"),
        argumentSet("byte order mark", "\n\u00ef\u00bb\u00bf{}", "\u00ef\u00bb\u00bf{}"),
        argumentSet(
            "chunks", "Transfer-Encoding: chunked\n\n2\r\n{\n\r\n1;x=y\r\n}\r\n0\r\n\r\n", "{\n}"),
        argumentSet("chunks with LF", "Transfer-Encoding: chunked\n\n2\n{}\n0\n\n", "{}"),
        argumentSet("chunks, trailers", "Transfer-Encoding: chunked\n\n2\n{}\n0\nA: b\n\n\n", "{}"),
        argumentSet("chunks put together by curl", "Transfer-Encoding: chunked\n\n{}\n", "{}"),
        argumentSet(
            "chunks before length", "Transfer-Encoding: Chunked\nContent-Length: 9\n\n0\n\n", ""));
  }

  @ParameterizedTest
  @MethodSource
  void findsTheResponse(String afterHead, String requestBody, int status, String responseBody)
      throws InputException {
    Exchange exchange = parse(HEAD + afterHead);

    assertThat(exchange.request().body()).isEqualTo(Body.of(bytes(requestBody)));
    assertThat(exchange.response().orElseThrow().status()).isEqualTo(status);
    assertThat(exchange.response().orElseThrow().body()).isEqualTo(Body.of(bytes(responseBody)));
  }

  static Stream<Arguments> findsTheResponse() {
    return Stream.of(
        argumentSet("without bodies", "HTTP/1.1 204 No Content\n\n", "", 204, ""),
        argumentSet("after an empty line", "\nHTTP/1.1 200 OK\n\n{}", "", 200, "{}"),
        argumentSet("on the next line", "{}\nHTTP/1.1 200 OK\n\n[]\n", "{}", 200, "[]"),
        argumentSet("after an empty line more", "{}\n\nHTTP/1.1 200\n\n[]", "{}", 200, "[]"),
        argumentSet("after CRLFs", "{}\r\n\r\nHTTP/1.1 400 \r\n\r\n[]\r\n", "{}", 400, "[]"),
        argumentSet("after many", "{}\n\n\nHTTP/1.1 200 OK\n\n[]", "{}\n", 200, "[]"),
        argumentSet("curl -i of HTTP/2", "{}\n\nHTTP/2 200 \nA: b\n\n[]", "{}", 200, "[]"),
        argumentSet("interim first", "HTTP/1.1 100 Continue\n\nHTTP/1.1 200 OK\n\n", "", 200, ""),
        argumentSet(
            "with length", "{}\nHTTP/1.1 200 OK\nContent-Length: 3\n\n[]\n\n", "{}", 200, "[]\n"),
        argumentSet(
            "with what looks like another",
            "{}\nHTTP/1.1 200 OK\n\n[]\nHTTP/1.1 200 OK",
            "{}",
            200,
            "[]\nHTTP/1.1 200 OK"));
  }

  @Test
  void findsTheResponseRightAfterABodyWithLength() throws InputException {
    Exchange exchange =
        parse("POST / HTTP/1.1\nContent-Length: 2\n\n{}HTTP/1.1 200 OK\nA: b\n\n[]");

    assertThat(exchange.request().body()).isEqualTo(Body.ofUtf8("{}"));
    assertThat(exchange.response().orElseThrow().headers()).isEqualTo(Headers.of("A", "b"));
  }

  @Test
  void findsTheResponseAfterChunks() throws InputException {
    Exchange exchange =
        parse("POST / HTTP/1.1\nTransfer-Encoding: chunked\n\n2\n{}\n0\n\nHTTP/1.1 200 OK\n\n");

    assertThat(exchange.request().body()).isEqualTo(Body.ofUtf8("{}"));
    assertThat(exchange.response()).isPresent();
  }

  @Test
  void hasNoResponseWhereOnlyAnInterimOneCame() throws InputException {
    assertThat(parse(HEAD + "HTTP/1.1 100 Continue\n\n").response()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource
  void saysOnWhichLineItIsWrong(String http, int line, String part) {
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse(http))
        .withMessageStartingWith("a.http:" + line + ": ")
        .withMessageContaining(part);
  }

  static Stream<Arguments> saysOnWhichLineItIsWrong() {
    return Stream.of(
        argumentSet("empty lines alone", "\n\n", 3, "request line"),
        argumentSet("no method", "/a b\nA: b\n\n", 1, "\"/a b\""),
        argumentSet("no target", "POST HTTP/1.1\n\n", 1, "request line"),
        argumentSet("space in the target", "POST /a b HTTP/1.1\n\n", 1, "request line"),
        argumentSet("target without slash", "POST a HTTP/1.1\n\n", 1, "request line"),
        argumentSet("method no token", "P@ST /a HTTP/1.1\n\n", 1, "request line"),
        argumentSet("cut off in the first line", "POST /a HTT", 1, "request line"),
        argumentSet("cut off in a header", "POST /a HTTP/1.1\nA: b", 2, "end of the file"),
        argumentSet("cut off after headers", "POST /a HTTP/1.1\nA: b\n", 3, "end of the file"),
        argumentSet("no colon", "POST /a HTTP/1.1\nA: b\nC d\n\n", 3, "\"C d\""),
        argumentSet("empty name", "POST /a HTTP/1.1\n: d\n\n", 2, "\": d\""),
        argumentSet("HTTP/2 dump", "POST /a HTTP/1.1\n:path: /a\n\n", 2, "\":path: /a\""),
        argumentSet("space before the colon", "POST /a HTTP/1.1\nC : d\n\n", 2, "\"C : d\""),
        argumentSet("folded", "POST /a HTTP/1.1\nA: b\n c\n\n", 3, "folded"),
        argumentSet("CR in the value", "POST /a HTTP/1.1\nA: b\rc\n\n", 2, "control"),
        argumentSet("NUL in the value", "POST /a HTTP/1.1\nA: b\0\n\n", 2, "control"),
        argumentSet("too few bytes", withLength("5", "{}"), 4, "Content-Length is 5"),
        argumentSet("too few bytes: had", withLength("5", "{}\n"), 4, "has 2 bytes"),
        argumentSet("too many bytes", withLength("1", "{}"), 4, "Content-Length is 1"),
        argumentSet("too many bytes: had", withLength("1", "{}\n"), 4, "has 2 bytes"),
        argumentSet(
            "too few before the response",
            withLength("5", "{}\n\nHTTP/1.1 200 OK\n\n"),
            4,
            "has 2 bytes"),
        argumentSet("length no number", withLength("2x", "{}"), 4, "\"2x\""),
        argumentSet("length negative", withLength("-1", ""), 4, "\"-1\""),
        argumentSet("length huge", withLength("99999999999999", "{}"), 4, "99999999999999"),
        argumentSet("lengths", withLength("2\nContent-Length: 3", "{}"), 5, "\"2, 3\""),
        argumentSet("other coding", withCoding("gzip, chunked", "0\n\n"), 1, "gzip"),
        argumentSet("chunk cut off", withCoding("chunked", "5\n{}"), 4, "5 bytes, got 2"),
        argumentSet("no last chunk", withCoding("chunked", "2\n{}\n"), 6, "another chunk"),
        argumentSet("no line end", withCoding("chunked", "1\n{}\n0\n\n"), 5, "1 bytes"),
        argumentSet("size no hex", withCoding("chunked", "2\n{}\nx\n\n"), 6, "\"x\""),
        argumentSet("size huge", withCoding("chunked", "ffffffff\n{}\n"), 4, "got 3"),
        argumentSet("more after chunks", withCoding("chunked", "0\n\n{}"), 6, "last chunk"),
        argumentSet("response cut off", HEAD + "{}\nHTTP/1.1 200 OK\nA: b", 6, "end of the file"),
        argumentSet("status no number", HEAD + "{}\nHTTP/1.1 OK\n\n", 5, "\"HTTP/1.1 OK\""),
        argumentSet("status of four digits", HEAD + "{}\nHTTP/1.1 2000\n\n", 5, "status line"),
        argumentSet(
            "more after the response",
            HEAD + "HTTP/1.1 200 OK\nContent-Length: 2\n\n{}x",
            7,
            "has 3 bytes"),
        argumentSet("response alone", "HTTP/1.1 200 OK\n\n", 1, "response alone"),
        argumentSet(
            "curl -v",
            "> POST /a HTTP/1.1\n> Content-Length: 2\n>\n< HTTP/1.1 200 OK\n",
            4,
            "curl -v"),
        argumentSet("curl -v with its talk", "* Connected\n> POST /a b\n", 2, "request line"),
        argumentSet("an editor's variable", "### one\nPOST {{h}}/a\n", 2, "{{h}} is an unresolved"),
        argumentSet("a curl command", "curl https://h/a\n", 1, ".curl"),
        argumentSet("JSON", "{}", 1, ".json"));
  }

  private static String withLength(String length, String rest) {
    return "POST /a HTTP/1.1\nContent-Length: " + length + "\n\n" + rest;
  }

  private static String withCoding(String coding, String rest) {
    return "POST /a HTTP/1.1\nTransfer-Encoding: " + coding + "\n\n" + rest;
  }

  @Test
  void takesABodyUpToTheLimitAndNoByteMore() throws InputException {
    String body = "x".repeat(MessageLimits.BODY_BYTES);

    assertThat(parse(HEAD + body).request().body().length()).isEqualTo(body.length());
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse(HEAD + body + "x"))
        .withMessageStartingWith("a.http:4: ")
        .withMessageContaining((body.length() + 1) + "");
  }

  @Test
  void refusesChunksThatAreTooMuchTogether() {
    String chunk = "800000\n" + "x".repeat(8 << 20) + "\n";

    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse(withCoding("chunked", chunk + chunk + "0\n\n")))
        .withMessageStartingWith("a.http:6: ");
  }

  @Test
  void takesAHeadUpToTheLimitAndRefusesALongerOne() throws InputException {
    String almost = "x".repeat(MessageLimits.HEADER_BYTES - 100);

    assertThat(parse("GET / HTTP/1.1\nA: " + almost + "\n\n").request().headers().first("A"))
        .contains(almost);
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse("GET / HTTP/1.1\nA: " + almost + almost + "\n\n"))
        .withMessageStartingWith("a.http:2: ");
    assertThatExceptionOfType(InputException.class)
        .isThrownBy(() -> parse("GET / HTTP/1.1\n" + "A: b\n".repeat(20_000) + "\n"))
        .withMessageMatching("(?s)a.http:1\\d{4}: .*");
  }

  @Test
  void doesNotDecodeTheTarget() throws InputException {
    String http = "GET /orders/v1/status/INV%2F1%C3%A9//x HTTP/1.1\n\n";

    assertThat(parse(http).request().target().raw())
        .isEqualTo("/orders/v1/status/INV%2F1%C3%A9//x");
  }

  @Test
  void doesNotChangeTheBytesOfAUtf8Body() throws InputException {
    byte[] http = (HEAD + "{\"name\":\"Kopi ☕\"}").getBytes(UTF_8);

    assertThat(parse(http).request().body()).isEqualTo(Body.ofUtf8("{\"name\":\"Kopi ☕\"}"));
  }

  private static Exchange parse(String http) throws InputException {
    return parse(bytes(http));
  }

  private static Exchange parse(byte[] http) throws InputException {
    List<Exchange> exchanges = InputTexts.readAll("a.http", http, InputFormat.HTTP);
    assertThat(exchanges).hasSize(1);
    return exchanges.get(0);
  }
}
