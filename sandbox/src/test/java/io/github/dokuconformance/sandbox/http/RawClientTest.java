package io.github.dokuconformance.sandbox.http;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes out and what is made of what comes back, over real connections. */
@Timeout(30)
class RawClientTest {
  private static final int MOST = 100_000;
  private static final String OK = "HTTP/1.1 200 OK\r\n";

  private final RawClient client = new RawClient(Duration.ofSeconds(2));
  private final ServerSocket server;
  private final Peer peer;

  /** The bytes of the request that the server answered. */
  private final CompletableFuture<String> sent = new CompletableFuture<>();

  RawClientTest() throws IOException {
    server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
    peer = Peer.of(URI.create("http://127.0.0.1:" + server.getLocalPort() + "/base"));
  }

  @AfterEach
  void stop() throws IOException {
    client.close();
    server.close();
  }

  @Test
  void keepsNamesOrderAndRepetitionOfHeaders() throws Exception {
    Headers headers =
        Headers.of("x-B", "1", "HOST", "doku.test", "signature", "a", "X-b", "é", "Signature", "b");
    answer(OK + "x-B: 1\r\nSIGNATURE: é\r\nx-b:2 \r\n\r\n");

    Response response =
        client.send(
            peer, new Request("PATCH", Target.of("/a%2f?b"), headers, Body.ofUtf8("é")), MOST);

    assertThat(sent.get(5, TimeUnit.SECONDS))
        .isEqualTo(
            "PATCH /a%2f?b HTTP/1.1\r\nx-B: 1\r\nHOST: doku.test\r\nsignature: a\r\nX-b: é\r\n"
                + "Signature: b\r\nContent-Length: 2\r\nConnection: close\r\n\r\né");
    assertThat(response.headers()).isEqualTo(Headers.of("x-B", "1", "SIGNATURE", "é", "x-b", "2"));
  }

  static Stream<Arguments> framings() {
    return Stream.of(
        argumentSet("no body", "GET", "", "Host: PEER\r\nConnection: close\r\n\r\n"),
        argumentSet(
            "an empty body",
            "POST",
            "",
            "Host: PEER\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"),
        argumentSet(
            "a body",
            "DELETE",
            "ab",
            "Host: PEER\r\nContent-Length: 2\r\nConnection: close\r\n\r\nab"));
  }

  @ParameterizedTest
  @MethodSource("framings")
  void tellsTheLengthOfABodyThatMayCome(String method, String body, String wanted)
      throws Exception {
    answer(OK + "\r\n");

    client.send(peer, new Request(method, Target.of("/"), Headers.none(), Body.ofUtf8(body)), MOST);

    assertThat(sent.get(5, TimeUnit.SECONDS))
        .isEqualTo(method + " / HTTP/1.1\r\n" + wanted.replace("PEER", peer.authority()));
  }

  static Stream<Arguments> answers() {
    String chunked = OK + "Transfer-Encoding: chunked\r\n\r\n";
    return Stream.of(
        argumentSet("a length", "GET", OK + "Content-Length: 3\r\n\r\nabcdef", 200, "abc"),
        argumentSet(
            "a length twice",
            "GET",
            OK + "Content-Length: 1\r\nContent-Length: 1\r\n\r\na",
            200,
            "a"),
        argumentSet("until the end", "GET", OK + "\r\nabc", 200, "abc"),
        argumentSet("nothing", "GET", OK + "Content-Length: 0\r\n\r\n", 200, ""),
        argumentSet(
            "chunks", "GET", chunked + "1\r\na\r\n2;x=y\r\nbc\r\n0\r\nA: b\r\n\r\n", 200, "abc"),
        argumentSet(
            "chunks and a length",
            "GET",
            OK + "Content-Length: 99\r\nTransfer-Encoding: CHUNKED\r\n\r\n1\r\na\r\n0\r\n\r\n",
            200,
            "a"),
        argumentSet("HEAD", "HEAD", OK + "Content-Length: 3\r\n\r\n", 200, ""),
        argumentSet("204", "DELETE", "HTTP/1.1 204 No Content\r\n\r\n", 204, ""),
        argumentSet("304", "GET", "HTTP/1.1 304 x\r\nContent-Length: 3\r\n\r\n", 304, ""),
        argumentSet(
            "interim ones",
            "POST",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nA: b\r\n\r\n" + OK + "\r\na",
            200,
            "a"),
        argumentSet("HTTP/1.0", "GET", "HTTP/1.0 404\nA: b\n\nno", 404, "no"),
        argumentSet("a redirect", "GET", "HTTP/1.1 302 x\r\nLocation: /b\r\n\r\n", 302, ""));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void readsWhatAnswers(String method, String bytes, int status, String body) throws Exception {
    answer(bytes);

    Response response = client.send(peer, request(method), MOST);

    assertThat(response.status()).isEqualTo(status);
    assertThat(response.body().toDisplayText()).isEqualTo(body);
  }

  static Stream<Arguments> others() {
    String chunked = OK + "Transfer-Encoding: chunked\r\n\r\n";
    return Stream.of(
        argumentSet("a switch", "HTTP/1.1 101 x\r\nUpgrade: x\r\n\r\n", "another protocol (101)"),
        argumentSet("another protocol", "SSH-2.0-x\r\n", "\"SSH-2.0-x\""),
        argumentSet("nothing", "", "closed without an answer"),
        argumentSet("half a head", OK + "A: b", "breaks off"),
        argumentSet("half a body", OK + "Content-Length: 9\r\n\r\nab", "9 more bytes"),
        argumentSet("half a chunk", chunked + "9\r\nab", "9 more bytes"),
        argumentSet("no last chunk", chunked + "1\r\na\r\n", "breaks off"),
        argumentSet("no chunk", chunked + "x\r\n", "the size of a chunk, got \"x\""),
        argumentSet("too long a chunk", chunked + "1\r\nab\r\n", "a line end after a chunk"),
        argumentSet("another coding", OK + "Transfer-Encoding: gzip\r\n\r\n", "gzip"),
        argumentSet(
            "two lengths", OK + "Content-Length: 1\r\nContent-Length: 2\r\n\r\na", "[1, 2]"),
        argumentSet("no length", OK + "Content-Length: -1\r\n\r\na", "[-1]"),
        argumentSet("a folded header", OK + "A: b\r\n c\r\n\r\n", "a header name"),
        argumentSet("NUL in a header", OK + "A: \0\r\n\r\n", "control characters"),
        argumentSet(
            "a head without end", OK + ("A: " + "b".repeat(99) + "\r\n").repeat(700), "64 KiB"));
  }

  @ParameterizedTest
  @MethodSource("others")
  void saysWhatCameInPlaceOfAnAnswer(String bytes, String said) {
    answer(bytes);

    assertThatThrownBy(() -> client.send(peer, request("GET"), MOST))
        .isInstanceOf(IOException.class)
        .hasMessageContaining(said);
  }

  @ParameterizedTest
  @MethodSource("longOnes")
  void cutsALongBody(String bytes) throws Exception {
    answer(bytes);

    assertThat(client.send(peer, request("GET"), 3).body().toDisplayText()).isEqualTo("abc");
  }

  static Stream<Arguments> longOnes() {
    return Stream.of(
        argumentSet("until the end", OK + "\r\nabcdef"),
        argumentSet("a length", OK + "Content-Length: 9999999999\r\n\r\nabcdef"),
        argumentSet(
            "chunks", OK + "Transfer-Encoding: chunked\r\n\r\n2\r\nab\r\nffffffff\r\ncdef"));
  }

  @Test
  void takesARefusalThatComesBeforeTheBodyIsOut() throws Exception {
    Request huge = request("POST").withBody(Body.of(new byte[10 << 20]));
    play(
        (in, out) -> {
          out.write("HTTP/1.1 413 Too Large\r\n\r\n".getBytes(UTF_8));
          out.flush();
          Thread.sleep(300);
        });

    assertThat(client.send(peer, huge, MOST).status()).isEqualTo(413);
  }

  @Test
  void endsInTimeWhereAnAnswerDripsOrNobodyReads() {
    play(
        (in, out) -> {
          for (int i = 0; i < 200; i++) {
            out.write('H');
            out.flush();
            Thread.sleep(50);
          }
        });

    assertThatThrownBy(() -> client.send(peer, request("GET"), MOST))
        .hasMessage("no answer within 2 s");
    // Nobody accepts this one.
    assertThatThrownBy(
            () -> client.send(peer, request("POST").withBody(Body.of(new byte[10 << 20])), MOST))
        .hasMessage("no answer within 2 s");
  }

  @Test
  void closingEndsWhatIsUnderWay() throws Exception {
    CompletableFuture<Void> asked = new CompletableFuture<>();
    play(
        (in, out) -> {
          asked.complete(null);
          Thread.sleep(20_000);
        });
    CompletableFuture<Response> answer =
        CompletableFuture.supplyAsync(
            () -> {
              try {
                return client.send(peer, request("GET"), MOST);
              } catch (IOException e) {
                throw new IllegalStateException(e.getMessage());
              }
            });
    asked.get(5, TimeUnit.SECONDS);

    client.close();

    assertThatThrownBy(() -> answer.get(1, TimeUnit.SECONDS)).hasMessageContaining("stopped");
  }

  @Test
  void saysWhatCannotBeSentAndWhoCannotBeReached() throws IOException {
    Request split = request("GET").withHeaders(Headers.of("A", "b\r\nC: d"));
    assertThatThrownBy(() -> client.send(peer, split, MOST)).hasMessageContaining("can't be sent");
    server.close();

    assertThatThrownBy(() -> client.send(peer, request("GET"), MOST))
        .hasMessageContaining("refused");
    Peer nobody = new Peer(false, "no-such-host.invalid", 80, "no-such-host.invalid");
    assertThatThrownBy(() -> client.send(nobody, request("GET"), MOST))
        .hasMessage("no such host: no-such-host.invalid");
  }

  private static Request request(String method) {
    return new Request(method, Target.of("/"), Headers.none(), Body.none());
  }

  /** Answers the next connection so. */
  private void answer(String bytes) {
    play(
        (in, out) -> {
          byte[] first = new byte[4096];
          StringBuilder text = new StringBuilder();
          do {
            text.append(new String(first, 0, Math.max(in.read(first), 0), ISO_8859_1));
          } while (in.available() > 0);
          sent.complete(new String(text.toString().getBytes(ISO_8859_1), UTF_8));
          out.write(bytes.getBytes(UTF_8));
        });
  }

  private void play(Script script) {
    Thread thread =
        new Thread(
            () -> {
              try (Socket socket = server.accept()) {
                script.play(socket.getInputStream(), socket.getOutputStream());
                socket.shutdownOutput();
                socket.getInputStream().readAllBytes();
              } catch (IOException e) {
                // The client has seen enough.
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    thread.setDaemon(true);
    thread.start();
  }

  private interface Script {
    void play(InputStream in, OutputStream out) throws IOException, InterruptedException;
  }
}
