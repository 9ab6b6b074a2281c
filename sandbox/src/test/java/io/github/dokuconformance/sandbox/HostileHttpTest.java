package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.MessageLimits;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever comes over the wire is answered or dropped, and the next honest request is served. */
@Timeout(180)
class HostileHttpTest {
  private static final int IDLE = 2000;
  private static final int SLOW = 500;

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private static SandboxProcess sandbox;

  @BeforeAll
  static void start() {
    sandbox = new SandboxProcess("-Xmx256m");
  }

  @AfterAll
  static void stop() {
    sandbox.close();
  }

  @AfterEach
  void servesTheNextHonestRequest() throws IOException {
    long start = System.nanoTime();
    assertThat(
            exchange(
                "GET /orders/v1/status/INV-1 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 400 Bad Request")
        .contains("Header Client-Id is required");
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(PATIENCE);
    assertThat(sandbox.isAlive()).isTrue();
  }

  static List<Arguments> requests() {
    String post = "POST /akulaku-peer-to-peer/v2/generate-order HTTP/1.1\r\nHost: x\r\n";
    return List.of(
        argumentSet("a double slash", "GET //etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "404"),
        argumentSet("dots", "GET /../../etc/passwd HTTP/1.1\r\nHost: x\r\n\r\n", "404"),
        argumentSet("escaped dots", "GET /%2e%2e/%2e%2e HTTP/1.1\r\nHost: x\r\n\r\n", "404"),
        argumentSet("a zero byte", "GET /%00 HTTP/1.1\r\nHost: x\r\n\r\n", "404"),
        argumentSet("a bad escape", "GET /%zz HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
        argumentSet("a backslash", "GET /\\..\\ HTTP/1.1\r\nHost: x\r\n\r\n", "400"),
        argumentSet("another host's URL", "GET http://evil/x HTTP/1.1\r\nHost: x\r\n\r\n", "421"),
        argumentSet("no path", "GET mailto:x HTTP/1.1\r\nHost: x\r\n\r\n", ""),
        argumentSet("an asterisk", "OPTIONS * HTTP/1.1\r\nHost: x\r\n\r\n", "404"),
        argumentSet("no version", "GET /\r\n\r\n", ""),
        argumentSet("no request line", "\0\1\2\3\r\n\r\n", ""),
        argumentSet("the start of TLS", "\u0016\3\1\2\0\1\0\1\374\3\3", ""),
        argumentSet("a method of its own", "BREW / HTTP/1.1\r\nHost: x\r\n\r\n", "404"),
        argumentSet("HEAD", "HEAD /orders/v1/status/x HTTP/1.1\r\nHost: x\r\n\r\n", "405"),
        argumentSet("a header without colon", post + "Nonsense\r\n\r\n", ""),
        argumentSet(
            "a long path", "GET /" + "a".repeat(9999) + " HTTP/1.1\r\nHost: x\r\n\r\n", "404"),
        argumentSet("a longer path", "GET /" + "a".repeat(99_999) + " HTTP/1.1\r\n", ""),
        argumentSet("a header too long", post + "A: " + "a".repeat(99_999) + "\r\n\r\n", ""),
        argumentSet("a negative length", post + "Content-Length: -1\r\n\r\n", "400"),
        argumentSet("a length that is none", post + "Content-Length: 1e3\r\n\r\n", "400"),
        argumentSet("a huge length", post + "Content-Length: 9999999999999\r\n\r\n", "413"),
        argumentSet(
            "two framings",
            post + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
            "400"),
        argumentSet(
            "a coding of its own", post + "Transfer-Encoding: gzip, chunked\r\n\r\n", "501"),
        argumentSet("a chunk that is none", post + "Transfer-Encoding: chunked\r\n\r\nzz\r\n", ""),
        argumentSet(
            "deep JSON", post + "Content-Length: 1000000\r\n\r\n" + "[".repeat(1_000_000), "400"));
  }

  @ParameterizedTest
  @MethodSource("requests")
  void answersOrDrops(String request, String status) throws IOException {
    String answer = exchange(request.replace("\r\n\r\n", "\r\nConnection: close\r\n\r\n"));

    assertThat(answer).startsWith(status.isEmpty() ? "" : "HTTP/1.1 " + status);
    if (status.isEmpty()) {
      assertThat(answer).doesNotStartWith("HTTP/1.1 2");
    }
  }

  @Test
  void dropsAHundredThousandHeaders() throws IOException {
    StringBuilder request = new StringBuilder("GET / HTTP/1.1\r\nHost: x\r\n");
    IntStream.range(0, 100_000).forEach(i -> request.append("H").append(i).append(": 1\r\n"));

    assertThat(exchange(request.append("\r\n").toString())).doesNotStartWith("HTTP/1.1 2");
  }

  static List<Arguments> bodies() {
    String head = "POST /akulaku-peer-to-peer/v2/generate-order HTTP/1.1\r\nHost: x\r\n";
    return List.of(
        argumentSet("of known length", head + "Content-Length: 104857600\r\n\r\n", ""),
        argumentSet("in chunks", head + "Transfer-Encoding: chunked\r\n\r\n", "100000\r\n"));
  }

  @ParameterizedTest
  @MethodSource("bodies")
  void refusesABodyOfAHundredMebibytes(String head, String beforeEachMebibyte) throws IOException {
    byte[] mebibyte = " ".repeat(1 << 20).getBytes(ISO_8859_1);
    try (Socket socket = sandbox.connect()) {
      OutputStream out = socket.getOutputStream();
      out.write(head.getBytes(ISO_8859_1));
      int sent = 0;
      try {
        for (; sent < 100; sent++) {
          out.write(beforeEachMebibyte.getBytes(ISO_8859_1));
          out.write(mebibyte);
          out.write(beforeEachMebibyte.isEmpty() ? new byte[0] : new byte[] {'\r', '\n'});
        }
      } catch (IOException e) {
        // Dropped, as it may be.
      }
      assertThat(sent).as("mebibytes that the server took").isLessThan(40);
    }
  }

  @Test
  void survivesManyOfTheLargestBodiesAtOnce() throws Exception {
    String head =
        "POST /akulaku-peer-to-peer/v2/generate-order HTTP/1.1\r\nHost: x\r\nConnection: close\r\n"
            + "Content-Length: "
            + MessageLimits.BODY_BYTES
            + "\r\n\r\n";
    String body = "[" + "1,".repeat((MessageLimits.BODY_BYTES - 4) / 2) + "11]";
    List<String> answers = new ArrayList<>();
    List<Thread> clients = new ArrayList<>();
    for (int i = 0; i < 16; i++) {
      Thread client =
          new Thread(
              () -> {
                try {
                  String answer = exchange(head + body);
                  synchronized (answers) {
                    answers.add(answer);
                  }
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      client.start();
      clients.add(client);
    }
    for (Thread client : clients) {
      client.join();
    }

    assertThat(answers)
        .hasSize(16)
        .allSatisfy(answer -> assertThat(answer).startsWith("HTTP/1.1 400"));
  }

  @Test
  void outlastsSlowHeaders() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < SLOW; i++) {
      Socket socket = sandbox.connect();
      socket.getOutputStream().write("GET / HTTP/1.1\r\nHost: x\r\nSlow: ".getBytes(ISO_8859_1));
      slow.add(socket);
    }

    servesTheNextHonestRequest();

    for (Socket socket : slow) {
      assertThat(isDropped(socket)).isTrue();
      socket.close();
    }
  }

  @Test
  void outlastsSlowBodies() throws IOException {
    List<Socket> slow = new ArrayList<>();
    for (int i = 0; i < SLOW; i++) {
      Socket socket = sandbox.connect();
      socket
          .getOutputStream()
          .write("POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{".getBytes(ISO_8859_1));
      slow.add(socket);
    }

    servesTheNextHonestRequest();

    for (Socket socket : slow) {
      assertThat(isDropped(socket)).isTrue();
      socket.close();
    }
  }

  @Test
  void servesOthersBesideTwoThousandIdleConnections() throws IOException {
    List<Socket> idle = new ArrayList<>();
    for (int i = 0; i < IDLE; i++) {
      idle.add(sandbox.connect());
    }

    servesTheNextHonestRequest();

    for (Socket socket : idle) {
      socket.close();
    }
  }

  private static boolean isDropped(Socket socket) {
    try {
      return socket.getInputStream().read() < 0;
    } catch (java.net.SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Returns what came back until the server closed the connection. */
  private static String exchange(String request) throws IOException {
    try (Socket socket = sandbox.connect()) {
      try {
        socket.getOutputStream().write(request.getBytes(ISO_8859_1));
      } catch (IOException e) {
        // Dropped while it was sent; an answer may still be there.
      }
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      try {
        socket.getInputStream().transferTo(answer);
      } catch (IOException e) {
        // Reset: what was read counts.
      }
      return answer.toString(ISO_8859_1);
    }
  }
}
