package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.sandbox.http.HttpFront;
import io.github.dokuconformance.sandbox.http.Outgoing;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class ProxyCommandTest {
  private static final String PATH = "/akulaku-peer-to-peer/v2/cancel";
  private static final String CLIENT_ID = "MCH-TEST-0001";
  private static final SigningKey KEY = SigningKey.of(MerchantSecret.of(Cli.SECRET));
  private static final Body CANCEL =
      Body.ofUtf8(
          "{\"order\":{\"invoice_number\":\"INV-1\"},\"payment\":{\"merchant_unique_reference\":\"M-1\"}}");
  private static final Body CANCELLED =
      Body.ofUtf8(
          "{\"order\":{\"invoice_number\":\"INV-1\",\"amount\":1000},"
              + "\"payment\":{\"status\":\"SUCCESS\",\"date\":\"2026-01-02T03:04:05Z\",\"merchant_unique_reference\":\"M-1\"},"
              + "\"cancel\":{\"status\":\"SUCCESS\",\"date\":\"2026-01-02T03:04:05Z\"}}");

  @TempDir private Path folder;

  private final List<Request> received = new CopyOnWriteArrayList<>();
  private HttpFront upstream;

  /** A mock that accepts everything and signs nothing. */
  @BeforeEach
  void startUpstream() throws IOException {
    upstream = HttpFront.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
    upstream.start(
        new HttpFront.Handler() {
          @Override
          public Outgoing handle(Request request, InetAddress peer) {
            received.add(request);
            return Outgoing.whole(
                new Response(
                    200,
                    Headers.of(
                        "Content-Type", "application/json", "Signature", "HMACSHA256=placeholder"),
                    CANCELLED));
          }

          @Override
          public Outgoing refuse(int status, String reason) {
            return Outgoing.whole(new Response(status, Headers.none(), Body.none()));
          }

          @Override
          public Outgoing failed(RuntimeException defect) {
            return refuse(500, "");
          }
        });
  }

  @AfterEach
  void stopUpstream() {
    upstream.close();
  }

  @Test
  void rightRequestPassesUnchangedAndItsAnswerIsSigned() throws Exception {
    Request request = signed(CANCEL);
    try (Running proxy = new Running("--sign", "responses")) {
      Response response = proxy.send(request);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body()).isEqualTo(CANCELLED);
      assertThat(
              NonSnap.SCHEME
                  .verify(SignedMessage.response(request, response), MerchantKeys.of(KEY))
                  .isValid())
          .isTrue();
      Cli.Result result = proxy.interrupt();
      assertThat(result.code()).isZero();
      assertThat(result.out()).contains("request signature valid, response valid");
    }
    assertThat(received).singleElement().extracting(Request::body).isEqualTo(CANCEL);
    assertThat(received.get(0).headers().first("Signature"))
        .isEqualTo(request.headers().first("Signature"));
  }

  @Test
  void forgedRequestIsRefusedExplainedAndNotSentOn() throws Exception {
    Request forged = signed(CANCEL).withBody(Body.ofUtf8(CANCEL.toDisplayText() + " "));
    try (Running proxy = new Running()) {
      Response response = proxy.send(forged);

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.body().toDisplayText()).contains("\"invalid_signature\"");
      Cli.Result result = proxy.interrupt();
      assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
      assertThat(result.out()).contains("signature.mismatch", "diagnosis body.trimmed", "refused");
      assertThat(result.out()).doesNotContain(Cli.SECRET);
      assertThat(RightSignatures.of(Exchange.of("forged", forged, null), Cli.SECRET))
          .noneMatch((result.out() + result.err() + response.body().toDisplayText())::contains);
    }
    assertThat(received).isEmpty();
  }

  @Test
  void unsignedRequestIsRefused() throws Exception {
    Request unsigned = signed(CANCEL).withHeaders(Headers.of("Content-Type", "application/json"));
    try (Running proxy = new Running()) {
      assertThat(proxy.send(unsigned).body().toDisplayText())
          .contains("Header Signature is required");
    }
    assertThat(received).isEmpty();
  }

  @Test
  void headersPassAsTheyAreWrittenAndInTheirOrder() throws Exception {
    Request request = signed(CANCEL);
    try (RawServer server =
            new RawServer(
                "HTTP/1.1 200 OK\r\nx-Last: 1\r\nCONTENT-TYPE: application/json\r\n"
                    + "Connection: x-hop\r\nX-Hop: 1\r\nTransfer-Encoding: chunked\r\nx-last: 2\r\n\r\n"
                    + Integer.toHexString(CANCELLED.length())
                    + "\r\n"
                    + CANCELLED.toDisplayText()
                    + "\r\n0\r\n\r\n");
        Running proxy = new Running("--sign", "none", "--upstream", server.url() + "/base")) {
      String answer =
          proxy.sendText(
              "POST "
                  + PATH
                  + " HTTP/1.1\r\nx-First: 1\r\nhost: localhost:PORT\r\nCONTENT-length: "
                  + CANCEL.length()
                  + "\r\nConnection: close, x-Hop\r\nx-hop: 1\r\n"
                  + text(request.headers())
                  + "X-first: 2\r\n\r\n"
                  + CANCEL.toDisplayText());

      assertThat(server.request())
          .isEqualTo(
              "POST /base"
                  + PATH
                  + " HTTP/1.1\r\nx-First: 1\r\nhost: "
                  + server.url().getAuthority()
                  + "\r\nCONTENT-length: "
                  + CANCEL.length()
                  + "\r\n"
                  + text(request.headers())
                  + "X-first: 2\r\nConnection: close\r\n\r\n"
                  + CANCEL.toDisplayText());
      assertThat(answer)
          .startsWith(
              "HTTP/1.1 200 OK\r\nx-Last: 1\r\nCONTENT-TYPE: application/json\r\nx-last: 2\r\nDate: ")
          .endsWith("\r\n\r\n" + CANCELLED.toDisplayText());
    }
  }

  private static String text(Headers headers) {
    return headers.stream()
        .map(header -> header.name() + ": " + header.value() + "\r\n")
        .collect(Collectors.joining());
  }

  static Stream<Arguments> framings() {
    String length = "Content-Length: 5\r\n";
    return Stream.of(
        argumentSet(
            "HEAD", "HEAD", "", "HTTP/1.1 200 OK\r\n" + length + "\r\n", 200, "content-length: 5"),
        argumentSet("204", "DELETE", "", "HTTP/1.1 204 No\r\n\r\n", 204, "\r\n\r\n"),
        argumentSet("304", "GET", "", "HTTP/1.1 304 No\r\n\r\n", 304, "\r\n\r\n"),
        argumentSet(
            "chunks to a body of known length",
            "POST",
            "Transfer-Encoding: chunked\r\n",
            "HTTP/1.1 200 OK\r\n" + length + "\r\nhello",
            200,
            "\r\n\r\nhello"),
        argumentSet("a switch", "GET", "", "HTTP/1.1 101 x\r\n\r\n", 502, "another protocol"),
        argumentSet("nothing", "GET", "", "", 502, "closed without an answer"));
  }

  @ParameterizedTest
  @MethodSource("framings")
  void eachFramingPasses(String method, String framing, String bytes, int status, String end)
      throws Exception {
    try (RawServer server = new RawServer(bytes);
        Running proxy =
            new Running(
                "--sign", "requests", "--client-id", CLIENT_ID, "--upstream", server.url() + "")) {
      String answer =
          proxy.sendText(
              method
                  + " /anything HTTP/1.1\r\nHost: localhost:PORT\r\nConnection: close\r\n"
                  + framing
                  + "\r\n"
                  + (framing.isEmpty() ? "" : "2\r\nab\r\n1\r\nc\r\n0\r\n\r\n"));

      assertThat(answer).startsWith("HTTP/1.1 " + status + " ").containsIgnoringCase(end);
      assertThat(server.request())
          .endsWith(
              framing.isEmpty()
                  ? "Connection: close\r\n\r\n"
                  : "Content-Length: 3\r\nConnection: close\r\n\r\nabc")
          .doesNotContain("chunked");
    }
  }

  /** A server that answers one request with those bytes. */
  private static final class RawServer implements AutoCloseable {
    private final ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    private final CompletableFuture<String> request = new CompletableFuture<>();

    RawServer(String bytes) throws IOException {
      Thread thread =
          new Thread(
              () -> {
                try (Socket client = socket.accept()) {
                  StringBuilder text = new StringBuilder();
                  do {
                    text.append((char) client.getInputStream().read());
                  } while (client.getInputStream().available() > 0 || text.indexOf("\r\n\r\n") < 0);
                  request.complete(text.toString());
                  client.getOutputStream().write(bytes.getBytes(UTF_8));
                } catch (IOException e) {
                  request.completeExceptionally(e);
                }
              });
      thread.setDaemon(true);
      thread.start();
    }

    URI url() {
      return URI.create("http://127.0.0.1:" + socket.getLocalPort());
    }

    String request() throws Exception {
      return request.get(10, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void requestThatBreaksTheContractPassesAndIsReported() throws Exception {
    try (Running proxy = new Running()) {
      Response response = proxy.send(signed(Body.ofUtf8("{\"order\":{}}")));

      assertThat(response.status()).isEqualTo(200);
      Cli.Result result = proxy.interrupt();
      assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
      assertThat(result.out()).contains("schema.required");
    }
  }

  @Test
  void unsignedRequestsAreSignedWhereThatIsWanted() throws Exception {
    Request unsigned = signed(CANCEL).withHeaders(Headers.of("Content-Type", "application/json"));
    try (Running proxy = new Running("--sign", "both", "--client-id", CLIENT_ID)) {
      assertThat(proxy.send(unsigned).status()).isEqualTo(200);
    }
    assertThat(received)
        .singleElement()
        .satisfies(
            sent ->
                assertThat(
                        NonSnap.SCHEME
                            .verify(SignedMessage.request(sent), MerchantKeys.of(KEY))
                            .isValid())
                    .isTrue());
  }

  @Test
  void answerIsVerifiedWhereItIsNotSigned() throws Exception {
    try (Running proxy = new Running("--sign", "none")) {
      Response response = proxy.send(signed(CANCEL));

      assertThat(response.headers().first("Signature")).hasValue("HMACSHA256=placeholder");
      Cli.Result result = proxy.interrupt();
      assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
      assertThat(result.out()).contains("signature.malformed  response");
    }
  }

  @Test
  void evidenceCanBeChecked() throws Exception {
    Path evidence = folder.resolve("evidence.jsonl");
    try (Running proxy = new Running("--evidence", evidence.toString())) {
      proxy.send(signed(CANCEL));
      assertThat(proxy.interrupt().code()).isZero();
    }

    assertThat(Cli.run("check", evidence).code()).isZero();
  }

  @Test
  void upstreamThatIsNotThereIsAnUnusablePeer() throws Exception {
    upstream.close();
    try (Running proxy = new Running()) {
      assertThat(proxy.send(signed(CANCEL)).status()).isEqualTo(502);
      Cli.Result result = proxy.interrupt();
      assertThat(result.code()).isEqualTo(ExitCode.UNUSABLE_PEER);
      // Where the tests themselves run in the background, it says that SIGINT does not end it.
      assertThat(result.errLines())
          .filteredOn(line -> !line.contains("SIGINT is ignored here"))
          .singleElement()
          .asString()
          .contains("the upstream server can't be used");
    }
  }

  static Stream<Arguments> strangers() {
    String form =
        "Origin: http://evil.example\r\nSec-Fetch-Site: cross-site\r\nContent-Type: text/plain\r\n";
    return Stream.of(
        argumentSet("rebinding", "evil.example:PORT", "", 421),
        argumentSet("another port", "localhost:1", "", 421),
        argumentSet("a form of another site", "localhost:PORT", form, 403),
        argumentSet("a page without name", "127.0.0.1:PORT", "Origin: null\r\n", 403),
        argumentSet(
            "an image",
            "localhost:PORT",
            "Sec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors\r\n",
            403));
  }

  @ParameterizedTest
  @MethodSource("strangers")
  void nothingIsSignedForAStranger(String host, String headers, int status) throws Exception {
    try (Running proxy = new Running("--sign", "both", "--client-id", CLIENT_ID)) {
      String answer = proxy.sendRaw(host, headers);

      assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("expected ");
      assertThat(received).isEmpty();
      assertThat(proxy.send(signed(CANCEL)).status()).isEqualTo(200);
      Cli.Result result = proxy.interrupt();
      assertThat(result.code()).isZero();
      assertThat(result.out()).contains("a request was refused: expected ");
    }
    assertThat(received).hasSize(1);
  }

  @Test
  void aHostThatTheUserAllowsIsServed() throws Exception {
    try (Running proxy =
        new Running("--sign", "both", "--client-id", CLIENT_ID, "--allow-host", "doku.test")) {
      assertThat(proxy.sendRaw("doku.test", "")).startsWith("HTTP/1.1 200 ");
    }
    assertThat(received).hasSize(1);
  }

  @Test
  void runWithoutRequestsIsNeverGreen() throws Exception {
    try (Running proxy = new Running()) {
      assertThat(proxy.interrupt().code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    }
  }

  @ParameterizedTest
  @MethodSource("wrongUses")
  void wrongUsageIsOneLine(Map<String, String> variables, String options) {
    Object[] args = ("proxy " + options).split(" ", -1);

    Cli.Result result = Cli.run(variables, "", args);

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.out()).isEmpty();
  }

  static Stream<Arguments> wrongUses() {
    String upstream = "--upstream http://127.0.0.1:9 ";
    return Stream.of(
        argumentSet("no upstream", Cli.WITH_SECRET, "--port 0"),
        argumentSet("upstream without scheme", Cli.WITH_SECRET, "--upstream localhost:4010"),
        argumentSet("upstream of another scheme", Cli.WITH_SECRET, "--upstream ftp://localhost"),
        argumentSet("upstream with query", Cli.WITH_SECRET, "--upstream http://localhost/?a=b"),
        argumentSet("no secret", Map.of(), upstream),
        argumentSet("port out of range", Cli.WITH_SECRET, upstream + "--port 70000"),
        argumentSet("timeout out of range", Cli.WITH_SECRET, upstream + "--timeout 0"),
        argumentSet("unknown thing to sign", Cli.WITH_SECRET, upstream + "--sign nothing"),
        argumentSet("no host", Cli.WITH_SECRET, upstream + "--allow-host http://doku.test/"),
        argumentSet("blank client id", Cli.WITH_SECRET, upstream + "--client-id  "),
        argumentSet(
            "evidence in no folder", Cli.WITH_SECRET, upstream + "--evidence no-such/file.jsonl"),
        argumentSet("no command", Cli.WITH_SECRET, upstream + "--for"));
  }

  private static Request signed(Body body) {
    Headers headers =
        NonSnap.SCHEME
            .sign(
                Components.of(SignedPart.REQUEST, "POST", PATH, body)
                    .withClientId(CLIENT_ID)
                    .withRequestId(UUID.randomUUID().toString())
                    .withTimestamp(Timestamps.format(Instant.now())),
                KEY)
            .with("Content-Type", "application/json");
    return new Request("POST", Target.of(PATH), headers, body);
  }

  /** A proxy that runs in this process until it is interrupted. */
  private final class Running implements AutoCloseable {
    private final CompletableFuture<Cli.Result> result = new CompletableFuture<>();
    private final Thread thread;
    private final URI url;

    Running(String... options) throws Exception {
      Path ready = folder.resolve(UUID.randomUUID() + ".json");
      List<Object> args = new ArrayList<>();
      args.addAll(List.of("proxy", "--port", 0, "--ready-file", ready));
      args.addAll(Arrays.asList(options));
      if (!args.contains("--upstream")) {
        args.addAll(List.of("--upstream", "http://127.0.0.1:" + upstream.address().getPort()));
      }
      thread = new Thread(() -> result.complete(Cli.runNow(Cli.WITH_SECRET, args.toArray())));
      thread.start();
      long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
      while (!Files.exists(ready)) {
        assertThat(System.nanoTime()).as("the ready file comes").isLessThan(end);
        Thread.sleep(20);
      }
      url =
          URI.create(
              JsonMapper.shared().readTree(Files.readAllBytes(ready)).path("url").asString());
    }

    Response send(Request request) throws Exception {
      HttpRequest.Builder http =
          HttpRequest.newBuilder(url.resolve(request.target().raw()))
              .version(HttpClient.Version.HTTP_1_1)
              .method(
                  request.method(),
                  HttpRequest.BodyPublishers.ofByteArray(request.body().toByteArray()));
      request.headers().list().forEach(header -> http.header(header.name(), header.value()));
      HttpResponse<byte[]> response =
          HttpClient.newHttpClient().send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
      return new Response(
          response.statusCode(),
          Headers.received(response.headers().map()),
          Body.of(response.body()));
    }

    String sendText(String text) throws IOException {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), url.getPort())) {
        socket.setSoTimeout(20_000);
        String request = text.replace("PORT", Integer.toString(url.getPort()));
        socket.getOutputStream().write(request.getBytes(UTF_8));
        return new String(socket.getInputStream().readAllBytes(), UTF_8);
      }
    }

    /** Sends a cancellation that nobody signed, as a page or another machine may. */
    String sendRaw(String host, String headers) throws Exception {
      String head =
          "POST "
              + PATH
              + " HTTP/1.1\r\nHost: "
              + host
              + "\r\n"
              + headers
              + "Content-Length: "
              + CANCEL.length()
              + "\r\nConnection: close\r\n\r\n"
              + CANCEL.toDisplayText();
      return sendText(head);
    }

    Cli.Result interrupt() throws Exception {
      thread.interrupt();
      return result.get(60, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      thread.interrupt();
      result.join();
    }
  }
}
