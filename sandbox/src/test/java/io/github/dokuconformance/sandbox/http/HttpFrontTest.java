package io.github.dokuconformance.sandbox.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What is HTTP and what is not, over real connections. */
@Timeout(60)
class HttpFrontTest {
  private static final String HOST = " HTTP/1.1\r\nHost: x\r\n";
  private static final String GET = "GET /" + HOST;
  private static final String POST = "POST /" + HOST;
  private static final String LAST = "GET /last" + HOST + "Connection: close\r\n\r\n";

  private final BlockingQueue<Request> handled = new LinkedBlockingQueue<>();
  private Outgoing.Delivery delivery = Outgoing.Delivery.WHOLE;
  private Headers answerHeaders = Headers.none();
  private HttpFront front;

  @BeforeEach
  void start() throws IOException {
    front =
        HttpFront.bind(
            new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), Authority.named("x"));
    front.start(
        new HttpFront.Handler() {
          @Override
          public Outgoing handle(Request request, InetAddress peer) {
            handled.add(request);
            Body body = Body.ofUtf8("<" + request.body().toDisplayText() + ">");
            return new Outgoing(new Response(200, answerHeaders, body), delivery);
          }

          @Override
          public Outgoing refuse(int status, String reason) {
            return Outgoing.whole(new Response(status, Headers.none(), Body.ofUtf8(reason)));
          }

          @Override
          public Outgoing failed(RuntimeException defect) {
            return Outgoing.whole(new Response(500, Headers.none(), Body.none()));
          }
        });
  }

  @AfterEach
  void stop() {
    front.close();
  }

  static List<Arguments> refused() {
    String chunked = POST + "Transfer-Encoding: chunked\r\n";
    return List.of(
        argumentSet("both framings", chunked + "Content-Length: 3\r\n\r\n0\r\n\r\n", "400"),
        argumentSet(
            "two lengths", POST + "Content-Length: 1\r\nContent-Length: 2\r\n\r\nab", "400"),
        argumentSet(
            "two equal lengths", POST + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na", "400"),
        argumentSet("a list of lengths", POST + "Content-Length: 1, 1\r\n\r\na", "400"),
        argumentSet("a signed length", POST + "Content-Length: +1\r\n\r\na", "400"),
        argumentSet("an empty length", POST + "Content-Length:\r\n\r\n", "400"),
        argumentSet(
            "chunked twice", chunked + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n", "400"),
        argumentSet("another coding", POST + "Transfer-Encoding: identity\r\n\r\n", "501"),
        argumentSet(
            "chunks in HTTP/1.0", "POST / HTTP/1.0\r\nTransfer-Encoding: chunked\r\n\r\n", "400"),
        argumentSet("a hexadecimal prefix", chunked + "\r\n0x1\r\na\r\n0\r\n\r\n", "400"),
        argumentSet("a chunk too short", chunked + "\r\n1\r\nab\r\n0\r\n\r\n", "400"),
        argumentSet("a huge chunk", chunked + "\r\nffffffff\r\n", "413"),
        argumentSet("a bad trailer", chunked + "\r\n0\r\nno colon\r\n\r\n", "400"),
        argumentSet("a space before the colon", GET + "A : 1\r\n\r\n", "400"),
        argumentSet("a folded header", GET + "A: 1\r\n 2\r\n\r\n", "400"),
        argumentSet("LF alone", "GET / HTTP/1.1\nHost: x\n\n", "400"),
        argumentSet("CR within a value", GET + "A: 1\r2\r\n\r\n", "400"),
        argumentSet("NUL in a value", GET + "A: 1\0\r\n\r\n", "400"),
        argumentSet("no Host", "GET / HTTP/1.1\r\n\r\n", "400"),
        argumentSet("two Hosts", GET + "Host: y\r\n\r\n", "400"),
        argumentSet("two spaces", "GET  /" + HOST + "\r\n", "400"),
        argumentSet("an authority", "CONNECT x:80" + HOST + "\r\n", "400"),
        argumentSet("a fragment", "GET /#a" + HOST + "\r\n", "400"),
        argumentSet("another HTTP", "GET / HTTP/2.0\r\nHost: x\r\n\r\n", "505"),
        argumentSet("no HTTP", "GET / FTP/1.1\r\nHost: x\r\n\r\n", "400"),
        argumentSet("TLS", "\u0016\3\1\2\0", "400"),
        argumentSet("201 headers", GET + "A: 1\r\n".repeat(200) + "\r\n", "431"),
        argumentSet("a long head", GET + "A: " + "a".repeat(70_000), "431"));
  }

  @ParameterizedTest
  @MethodSource("refused")
  void refusesWhatTwoReadersCouldTakeForDifferentThings(String request, String status)
      throws IOException {
    String answer = send(request + LAST);

    assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("Connection: close");
    assertThat(handled).isEmpty();
  }

  static List<Arguments> served() {
    String chunked = POST + "Transfer-Encoding: chunked\r\n\r\n";
    return List.of(
        argumentSet("no body", GET + "\r\n", "<>"),
        argumentSet("a length", POST + "Content-Length: 3\r\n\r\nabc", "<abc>"),
        argumentSet("chunks", chunked + "1\r\na\r\n2\r\nbc\r\n0\r\n\r\n", "<abc>"),
        argumentSet("a chunk's extension", chunked + "3;x=y\r\nabc\r\n0\r\n\r\n", "<abc>"),
        argumentSet("a trailer", chunked + "3\r\nabc\r\n0\r\nA: 1\r\n\r\n", "<abc>"),
        argumentSet("an empty line first", "\r\n" + GET + "\r\n", "<>"),
        argumentSet("the absolute form", "GET http://x/" + HOST + "\r\n", "<>"),
        argumentSet("199 more headers", GET + "A: 1\r\n".repeat(199) + "\r\n", "<>"));
  }

  @ParameterizedTest
  @MethodSource("served")
  void servesWhatIsSoundAndThenTheNext(String request, String body) throws IOException {
    String answers = send(request + LAST);

    assertThat(answers.split("HTTP/1.1 200 OK", -1)).hasSize(3);
    assertThat(answers).contains("\r\n\r\n" + body + "HTTP/1.1 200 OK").endsWith("<>");
  }

  @Test
  void keepsNamesOrderAndRepetitionOfHeaders() throws Exception {
    send("GET /a%20b?c" + HOST + "x-B:  é \t\r\nX-a: 1\r\nx-b: 2\r\nConnection: close\r\n\r\n");

    Request request = handled.take();
    assertThat(request.target().raw()).isEqualTo("/a%20b?c");
    assertThat(request.headers())
        .isEqualTo(
            Headers.of("Host", "x", "x-B", "é", "X-a", "1", "x-b", "2", "Connection", "close"));
  }

  @Test
  void tellsAClientThatWaitsToGoOn() throws IOException {
    String waiting = "Expect: 100-continue\r\nConnection: close\r\n";

    assertThat(send(POST + waiting + "Content-Length: 1\r\n\r\na"))
        .startsWith("HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK");
    assertThat(send(POST + waiting + "Content-Length: 99999999\r\n\r\n"))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void answersHeadWithoutABody() throws IOException {
    assertThat(send("HEAD /" + HOST + "Connection: close\r\n\r\n"))
        .contains("Content-Length: 2")
        .endsWith("\r\n\r\n");
  }

  @Test
  void closesAfterHttp10() throws IOException {
    assertThat(send("GET / HTTP/1.0\r\nHost: x\r\n\r\n" + LAST))
        .containsOnlyOnce("200 OK")
        .endsWith("<>");
  }

  @Test
  void cutsAnswersOffOnRequest() throws IOException {
    delivery = Outgoing.Delivery.TRUNCATED;
    assertThat(send(POST + "Content-Length: 4\r\n\r\nabcd" + LAST))
        .contains("Content-Length: 6")
        .endsWith("\r\n\r\n<ab");

    delivery = Outgoing.Delivery.DROPPED;
    assertThat(send(LAST)).isEmpty();
  }

  @Test
  void headersThatAnAnswerBringsStandWhereItHasThem() throws IOException {
    answerHeaders = Headers.of("date", "then", "CONTENT-length", "99", "B", "1");

    assertThat(send(LAST))
        .isEqualTo(
            "HTTP/1.1 200 OK\r\ndate: then\r\nCONTENT-length: 2\r\nB: 1\r\nConnection: close\r\n\r\n<>");
    assertThat(send(LAST.replace("GET", "HEAD")))
        .contains("CONTENT-length: 99")
        .endsWith("\r\n\r\n");
  }

  @Test
  void neverLetsAHeaderSplitAResponse() throws IOException {
    answerHeaders = Headers.of("Location", "/\r\nSet-Cookie: a=b");

    assertThat(send(LAST)).startsWith("HTTP/1.1 500 ").doesNotContain("Set-Cookie");
  }

  private String send(String request) throws IOException {
    try (Socket socket = new Socket(front.address().getAddress(), front.address().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), ISO_8859_1);
    }
  }
}
