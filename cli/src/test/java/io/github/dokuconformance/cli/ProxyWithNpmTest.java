package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.message.Body;
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
import java.lang.ProcessBuilder.Redirect;
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
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** The proxy between programs that others wrote: Pact's own command line, DOKU's own library. */
@Timeout(120)
class ProxyWithNpmTest {
  private static final Path CHECK = Cli.ROOT.resolve("pact/check");
  private static final Path CONTRACT = Cli.ROOT.resolve("pact/pacts/merchant-doku-akulaku.json");
  private static final String PATH = "/akulaku-peer-to-peer/v2/generate-order";
  private static final SigningKey KEY = SigningKey.of(MerchantSecret.of(Cli.SECRET));
  private static final HttpClient HTTP =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

  @TempDir private Path folder;

  @BeforeAll
  static void requirePackages() {
    if (Tools.find("node").isEmpty()
        || !Files.isDirectory(CHECK.resolve("node_modules/jokul-nodejs-library"))) {
      throw Tools.missing("node 20 and: npm ci --prefix pact/check");
    }
  }

  @Test
  void forgedSignatureThatPactsStubAcceptsIsRefusedInFrontOfIt() throws Exception {
    Body order =
        Body.of(
            Files.readAllBytes(
                Cli.ROOT.resolve(
                    "schemas/contract/examples/akulaku.generate-order/request-minimal.json")));
    Request right = signed(order);
    Request forged =
        right.withHeaders(right.headers().with("Signature", "HMACSHA256=" + "B".repeat(43) + "="));
    int port = freePort();
    Process stub = startStub(port);
    try {
      URI alone = URI.create("http://127.0.0.1:" + port);
      awaitPort(port);
      Response accepted = send(alone, forged);
      assertThat(accepted.status()).isEqualTo(200);
      assertThat(
              NonSnap.SCHEME
                  .verify(SignedMessage.response(forged, accepted), MerchantKeys.of(KEY))
                  .isValid())
          .isFalse();

      Path ready = folder.resolve("ready.json");
      CompletableFuture<Cli.Result> result = new CompletableFuture<>();
      Thread proxy =
          new Thread(
              () ->
                  result.complete(
                      Cli.runNow(
                          Cli.WITH_SECRET,
                          "proxy",
                          "--port",
                          0,
                          "--ready-file",
                          ready,
                          "--upstream",
                          alone)));
      proxy.start();
      URI url = awaitReady(ready);
      Response refused = send(url, forged);
      Response answered = send(url, right);
      proxy.interrupt();

      assertThat(refused.status()).isEqualTo(400);
      assertThat(refused.body().toDisplayText()).contains("invalid_signature");
      assertThat(answered.status()).isEqualTo(200);
      assertThat(
              NonSnap.SCHEME
                  .verify(SignedMessage.response(right, answered), MerchantKeys.of(KEY))
                  .isValid())
          .isTrue();
      assertThat(result.get(60, TimeUnit.SECONDS).code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    } finally {
      stub.descendants().forEach(ProcessHandle::destroy);
      stub.destroy();
    }
  }

  @Test
  void virtualAccountCallOfDokusLibraryIsSignedRight() throws Exception {
    Cli.Result result = runLibrary("doku");

    assertThat(result.out())
        .contains("va.create", "request signature valid", "→ 200")
        .doesNotContain("schema.");
  }

  @Test
  void prefixThatDokusLibraryMisspellsIsNamed() throws Exception {
    Cli.Result result = runLibrary("mandiri");

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.out())
        .contains(
            "request signature invalid",
            "signature.malformed",
            "signature.prefix-wrong",
            "refused");
  }

  /** Runs DOKU's library against the proxy, with a server behind it that takes anything. */
  private static Cli.Result runLibrary(String channel) throws IOException {
    try (HttpFront server =
        HttpFront.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
      server.start(
          new HttpFront.Handler() {
            @Override
            public Outgoing handle(Request request, InetAddress peer) {
              return refuse(200, "");
            }

            @Override
            public Outgoing refuse(int status, String reason) {
              return Outgoing.whole(
                  new Response(
                      status,
                      Headers.of("Content-Type", "application/json"),
                      Body.ofUtf8(
                          "{\"order\":{\"invoice_number\":\"INV-FAKE-0001\"},"
                              + "\"virtual_account_info\":{"
                              + "\"virtual_account_number\":\"8000100000000001\"}}")));
            }

            @Override
            public Outgoing failed(RuntimeException defect) {
              return refuse(500, "");
            }
          });
      return Cli.runNow(
          Cli.WITH_SECRET,
          "proxy",
          "--upstream",
          "http://127.0.0.1:" + server.address().getPort(),
          "--for",
          "node",
          CHECK.resolve("jokul.cjs"),
          channel);
    }
  }

  /** Only the interactions that need no state: the others answer the same requests differently. */
  private static Process startStub(int port) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                CHECK.resolve("node_modules/.bin/pact-stub-server").toString(),
                "--file",
                CONTRACT.toString(),
                "--port",
                Integer.toString(port),
                "--provider-state",
                "^no state$",
                "--empty-provider-state")
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    builder.environment().put("pact_do_not_track", "true");
    return builder.start();
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  private static void awaitPort(int port) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (true) {
      try {
        new Socket(InetAddress.getLoopbackAddress(), port).close();
        return;
      } catch (IOException e) {
        assertThat(System.nanoTime()).as("the stub server answers").isLessThan(end);
        Thread.sleep(50);
      }
    }
  }

  private static URI awaitReady(Path ready) throws Exception {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!Files.exists(ready)) {
      assertThat(System.nanoTime()).as("the proxy answers").isLessThan(end);
      Thread.sleep(20);
    }
    return URI.create(
        JsonMapper.shared().readTree(Files.readAllBytes(ready)).path("url").asString());
  }

  private static Request signed(Body body) {
    Headers headers =
        NonSnap.SCHEME
            .sign(
                Components.of(SignedPart.REQUEST, "POST", PATH, body)
                    .withClientId("MCH-TEST-0001")
                    .withRequestId(UUID.randomUUID().toString())
                    .withTimestamp(Timestamps.format(Instant.now())),
                KEY)
            .with("Content-Type", "application/json");
    return new Request("POST", Target.of(PATH), headers, body);
  }

  private static Response send(URI base, Request request) throws Exception {
    HttpRequest.Builder http =
        HttpRequest.newBuilder(base.resolve(request.target().raw()))
            .POST(HttpRequest.BodyPublishers.ofByteArray(request.body().toByteArray()));
    request.headers().list().forEach(header -> http.header(header.name(), header.value()));
    HttpResponse<byte[]> response =
        HTTP.send(http.build(), HttpResponse.BodyHandlers.ofByteArray());
    return new Response(
        response.statusCode(),
        Headers.received(response.headers().map()),
        Body.of(response.body()));
  }
}
