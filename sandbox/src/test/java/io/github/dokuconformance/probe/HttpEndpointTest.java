package io.github.dokuconformance.probe;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.probe.ReceiverAnswer.Silence;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

@Timeout(20)
class HttpEndpointTest {
  private static final Request REQUEST =
      new Request(
          "POST",
          Target.of("/notify?a=%2F"),
          Headers.of("client-ID", "M", "Signature", "one", "Signature", "two"),
          Body.ofUtf8("{\"a\" : \"\u00e9\"}"));

  @ParameterizedTest
  @EnumSource(Transmission.class)
  void deliversExactlyWhatItWasGiven(Transmission delivery) throws Exception {
    AtomicReference<Request> received = new AtomicReference<>();
    try (TestServer server =
        TestServer.start(
            request -> {
              received.set(request);
              return 202;
            },
            Set.of())) {

      ReceiverAnswer answer = send(server.url("/notify"), REQUEST, delivery);

      assertThat(answer).isEqualTo(ReceiverAnswer.of(202));
      assertThat(received.get().target()).isEqualTo(REQUEST.target());
      assertThat(received.get().body()).isEqualTo(REQUEST.body());
      assertThat(received.get().headers().list()).containsAll(REQUEST.headers().list());
    }
  }

  @ParameterizedTest
  @MethodSource("scripts")
  void tellsWhatCameInPlaceOfPlainAnswer(String bytes, ReceiverAnswer expected) throws Exception {
    ReceiverAnswer answer = sendToScript((in, out) -> out.write(bytes.getBytes(UTF_8)));

    assertThat(answer).isEqualTo(expected);
  }

  static Stream<Arguments> scripts() {
    return Stream.of(
        argumentSet("plain", "HTTP/1.1 200 OK\r\n\r\n", ReceiverAnswer.of(200)),
        argumentSet("no reason", "HTTP/1.1 401\r\n\r\n", ReceiverAnswer.of(401)),
        argumentSet("HTTP/1.0, LF alone", "HTTP/1.0 404 No\n\n", ReceiverAnswer.of(404)),
        argumentSet(
            "redirect",
            "HTTP/1.1 302 Found\r\nLocation: http://elsewhere.example/\r\n\r\n",
            ReceiverAnswer.of(302)),
        argumentSet(
            "interim first",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nA: b\r\n\r\nHTTP/1.1 204 No\r\n\r\n",
            ReceiverAnswer.of(204)),
        argumentSet("nothing", "", ReceiverAnswer.none(Silence.CLOSED, "")),
        argumentSet(
            "another protocol",
            "SSH-2.0-OpenSSH_9.2\r\n",
            ReceiverAnswer.none(Silence.NOT_HTTP, "\"SSH-2.0-OpenSSH_9.2\"")));
  }

  @Test
  void readsNoMoreThan64KiBOfHead() throws Exception {
    ReceiverAnswer answer =
        sendToScript(
            (in, out) -> {
              out.write("HTTP/1.1 200 OK\r\n".getBytes(UTF_8));
              byte[] field = ("A: " + "b".repeat(1000) + "\r\n").getBytes(UTF_8);
              for (int i = 0; i < 100_000; i++) {
                out.write(field);
              }
            });

    assertThat(answer).isEqualTo(ReceiverAnswer.of(200));
  }

  @Test
  void endsAnswerThatDripsAtDeadline() throws Exception {
    ReceiverAnswer answer =
        sendToScript(
            (in, out) -> {
              for (int i = 0; i < 200; i++) {
                out.write('H');
                out.flush();
                Thread.sleep(50);
              }
            });

    assertThat(answer.is(Silence.TIMED_OUT)).isTrue();
  }

  @Test
  void endsAtDeadlineWhenNobodyReads() throws Exception {
    Request huge = REQUEST.withBody(Body.of(new byte[10 << 20]));
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {

      ReceiverAnswer answer = send(url(server), huge, Transmission.AT_ONCE);

      assertThat(answer.is(Silence.TIMED_OUT)).isTrue();
    }
  }

  @Test
  void takesRefusalThatComesBeforeBodyIsOut() throws Exception {
    Request huge = REQUEST.withBody(Body.of(new byte[10 << 20]));

    ReceiverAnswer answer =
        sendToScript(
            huge,
            (in, out) -> {
              out.write("HTTP/1.1 413 Too Large\r\nConnection: close\r\n\r\n".getBytes(UTF_8));
              out.flush();
              Thread.sleep(300);
            });

    assertThat(answer).isEqualTo(ReceiverAnswer.of(413));
  }

  @Test
  void saysThatNobodyListens() throws Exception {
    String url;
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      url = url(server);
    }

    ReceiverAnswer answer = send(url, REQUEST, Transmission.AT_ONCE);

    assertThat(answer.is(Silence.UNREACHABLE)).isTrue();
  }

  @Test
  void doesNotTakePlainServerForTls() throws Exception {
    try (TestServer server = TestServer.start(request -> 200, Set.of())) {

      ReceiverAnswer answer =
          send(server.url("/").replace("http:", "https:"), REQUEST, Transmission.AT_ONCE);

      assertThat(answer.is(Silence.UNREACHABLE)).isTrue();
    }
  }

  private static String url(ServerSocket server) {
    return "http://127.0.0.1:" + server.getLocalPort() + "/notify";
  }

  private static ReceiverAnswer send(String url, Request request, Transmission delivery) {
    return HttpEndpoint.of(NotificationUrl.parse(url), Duration.ofSeconds(1))
        .send(request, delivery);
  }

  private static ReceiverAnswer sendToScript(Script script) throws Exception {
    return sendToScript(REQUEST, script);
  }

  /** Sends to a server that reads the start of the request and then does as it is told. */
  private static ReceiverAnswer sendToScript(Request request, Script script) throws Exception {
    try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      CompletableFuture<Void> played =
          CompletableFuture.runAsync(
              () -> {
                try (Socket socket = server.accept()) {
                  assertThat(socket.getInputStream().read(new byte[4096])).isPositive();
                  script.play(socket.getInputStream(), socket.getOutputStream());
                } catch (IOException e) {
                  // The client has seen enough.
                } catch (InterruptedException e) {
                  Thread.currentThread().interrupt();
                }
              });
      ReceiverAnswer answer = send(url(server), request, Transmission.AT_ONCE);
      played.cancel(true);
      return answer;
    }
  }

  private interface Script {
    void play(InputStream in, OutputStream out) throws IOException, InterruptedException;
  }
}
