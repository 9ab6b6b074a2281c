package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.command.Masking;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.json.ExchangeJson;
import io.github.dokuconformance.scheme.Schemes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Timeout(120)
class SandboxCommandTest {
  private static final String LIE = "response.wrong-key:akulaku.generate-order";
  private static final Path CLIENTS = Cli.EXAMPLES.resolve("sandbox-client");
  private static final String JAVA =
      Path.of(System.getProperty("java.home"), "bin", "java").toString();

  @TempDir private Path folder;

  @Test
  void aRightClientPasses() {
    Cli.Result result = run("--for", node(), client("client.mjs"));

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("akulaku.refund           success 1");
  }

  @Test
  void aRightClientPassesWhenItIsLiedTo() {
    Cli.Result result = run("--fault", LIE, "--for", node(), client("client.mjs"));

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("response.wrong-key 1", "recovered");
  }

  @Test
  void aClientThatIgnoresSignaturesIsToldThatItDidNotNotice() {
    Cli.Result result = run("--fault", LIE, "--for", node(), client("careless.mjs"));

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.out())
        .contains("! the client did not notice response.wrong-key of akulaku.generate-order");
  }

  @Test
  void whatWasRequiredAndNotExercisedFails() {
    Cli.Result result =
        run(
            "--require",
            "akulaku.refund,akulaku.cancel",
            "--require",
            "orders.check-status:expired",
            "--for",
            node(),
            client("client.mjs"));

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.out())
        .contains(
            "! required, but not exercised: akulaku.cancel",
            "! required, but not exercised: orders.check-status:expired")
        .doesNotContain("not exercised: akulaku.refund");
  }

  @Test
  void aCommandThatSendsNothingIsNeverGreen() {
    Cli.Result result = run("--for", JAVA, "-version");

    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
  }

  @Test
  void aCommandThatCannotBeStartedIsTold() {
    Cli.Result result = run("--for", "no-such-command-anywhere");

    assertThat(result.code()).isEqualTo(ExitCode.UNUSABLE_PEER);
    assertThat(result.errLines()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--require no.such",
        "--fault no.such",
        "--fault response.delay:no.such",
        "--fault response.delay:0",
        "--fault order.failed:akulaku.refund",
        "--port 70000",
        "--allow-host http://doku.test/",
        "--notification-url here",
        "--inquiry-url here",
        "--token-url here",
        "--doku-key no-such-file.pem",
        "--credentials no-such-file.json",
        "--evidence no-such-folder/evidence.jsonl",
        "--for"
      })
  void wrongUsageIsOneLine(String options) {
    Cli.Result result = run((Object[]) options.split(" ", -1));

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.errLines()).hasSize(1);
    assertThat(result.out()).isEmpty();
  }

  @Test
  void aPortThatIsTakenIsTold() throws IOException {
    try (ServerSocket taken = new ServerSocket(0, 1, java.net.InetAddress.getLoopbackAddress())) {
      Cli.Result result = run("--port", taken.getLocalPort());

      assertThat(result.code()).isEqualTo(ExitCode.USAGE);
      assertThat(result.errLines()).hasSize(1);
    }
  }

  @Test
  void aRequestAlteredAfterSigningIsRefusedAndExplained() throws Exception {
    try (Running sandbox = new Running(folder, List.of())) {
      HttpResponse<String> right = sandbox.send("{\"a\":1}", "{\"a\":1}");
      HttpResponse<String> wrong = sandbox.send("{\"a\":1}", "{\"a\":2}");

      Cli.Result result = sandbox.interrupt();

      assertThat(right.body()).contains("must be filled");
      assertThat(wrong.statusCode()).isEqualTo(400);
      assertThat(wrong.body()).contains("\"invalid_signature\"");
      assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
      assertThat(result.out())
          .contains("#2 POST", "signature.mismatch", "Invalid Header Signature")
          .containsPattern("#2 POST .*diagnosis: unexplained");
    }
  }

  @Test
  void whatItSaysOfAForgedRequestDoesNotSignIt() throws Exception {
    Path evidence = folder.resolve("evidence.jsonl");
    try (Running sandbox = new Running(folder, List.of("--evidence", evidence.toString()))) {
      String answer = sandbox.send("{\"a\":1}", "{\"a\":2}").body();
      Cli.Result result = sandbox.interrupt();
      String recorded = Files.readString(evidence);
      Exchange forged = ExchangeJson.read(recorded.getBytes(UTF_8), "evidence");

      assertThat(result.out()).contains("signature.mismatch");
      assertThat(RightSignatures.of(forged, Masking.PUBLIC_SECRET))
          .isNotEmpty()
          .noneMatch((result.out() + result.err() + answer + recorded)::contains);
    }
  }

  @Test
  void theMistakeBehindAnInvalidSignatureIsNamed() throws Exception {
    try (Running sandbox = new Running(folder, List.of("--quiet"))) {
      sandbox.send("{\"a\":1}", "{\"a\":1}\n");

      assertThat(sandbox.interrupt().out()).containsPattern("#1 POST .*diagnosis: body\\.trimmed");
    }
  }

  @Test
  void aSecretUnderWhichNothingIsRightIsNamedAfterThreeSearches() throws Exception {
    try (Running sandbox = new Running(folder, List.of("--quiet"))) {
      for (int i = 0; i < 5; i++) {
        sandbox.send("{\"a\":1}", "{\"b\":2}");
      }

      assertThat(sandbox.interrupt().err())
          .containsPattern(
              "every signature of Client-Id .* fails under this secret \\(check value [0-9a-f]{6}\\):"
                  + " none of 5 is right")
          .contains("the 3 that were searched");
    }
  }

  @Test
  void signaturesThatAreTooManyToExplainAreCounted() throws Exception {
    try (Running sandbox = new Running(folder, List.of("--quiet"))) {
      sandbox.send("{\"a\":1}", "{\"a\":1}");
      for (int i = 0; i < 23; i++) {
        sandbox.send("{\"a\":1}", "{\"b\":2}");
      }

      assertThat(sandbox.interrupt().err())
          .containsPattern("[0-9]+ more invalid signatures were not explained")
          .doesNotContain("every signature");
    }
  }

  @Test
  void theEvidenceCanBeChecked() throws Exception {
    Path evidence = folder.resolve("evidence.jsonl");
    run("--evidence", evidence, "--for", node(), client("client.mjs"));

    Cli.Result check =
        Cli.run(Map.of("DOKU_SECRET_KEY", Masking.PUBLIC_SECRET), "", "check", evidence);

    assertThat(Files.readAllLines(evidence)).hasSize(3);
    assertThat(check.code()).isZero();
    assertThat(check.out()).contains("request signature valid, response valid");
  }

  @Test
  void theReadyFileIsForItsOwnerAlone() throws Exception {
    try (Running sandbox = new Running(folder, List.of())) {
      assertThat(sandbox.ready.path("clientId").asString())
          .isEqualTo(SandboxCredentials.DEMO_CLIENT_ID);
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(sandbox.file)))
          .isEqualTo("rw-------");
    }
  }

  @Test
  void theReadyFilesTokenSteersTheSandboxFromABrowser() throws Exception {
    try (Running sandbox = new Running(folder, List.of())) {
      String url = sandbox.ready.path("url").asString();
      HttpRequest.Builder fromItsPage =
          HttpRequest.newBuilder(URI.create(url + "/_sandbox/summary")).header("Origin", url);
      HttpResponse<String> without = send(fromItsPage.copy());
      HttpResponse<String> with =
          send(
              fromItsPage.header(
                  "Authorization", "Bearer " + sandbox.ready.path("controlToken").asString()));

      assertThat(without.statusCode()).isEqualTo(403);
      assertThat(without.body()).contains("control token", "ready file");
      assertThat(with.statusCode()).isEqualTo(200);
      assertThat(sandbox.interrupt().out())
          .doesNotContain(sandbox.ready.path("controlToken").asString());
    }
  }

  @Test
  void theClientsCommandGetsTheToken() throws Exception {
    Path script = folder.resolve("token.mjs");
    Files.writeString(
        script,
        """
        const { DOKU_BASE_URL: url, DOKU_SANDBOX_CONTROL: control, DOKU_SANDBOX_TOKEN: token } = process.env;
        const answer = async (headers) => (await fetch(control, { headers: { Origin: url, ...headers } })).status;
        process.exit((await answer({})) === 403 && (await answer({ Authorization: `Bearer ${token}` })) === 200 ? 0 : 9);
        """);

    Cli.Result result = run("--for", node(), script);

    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    assertThat(result.out()).doesNotContain("ended with exit code");
  }

  @Test
  void aStrangerIsToldToTheUserAndNotCounted() throws Exception {
    try (Running sandbox = new Running(folder, List.of("--quiet"))) {
      URI url = URI.create(sandbox.ready.path("url").asString());
      HttpResponse<String> refused =
          send(
              HttpRequest.newBuilder(url.resolve("/orders/v1/status/x"))
                  .header("Origin", "http://evil.example"));

      Cli.Result result = sandbox.interrupt();

      assertThat(refused.statusCode()).isEqualTo(403);
      assertThat(result.out())
          .contains("a request was refused: expected no other site's page", "--allow-host evil");
      assertThat(result.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    }
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
  }

  @Test
  void secretsOfTheUsersOwnAreNotPrinted() throws Exception {
    Path credentials = folder.resolve("credentials.json");
    Files.writeString(credentials, "{\"MCH-TEST-1\":\"SK-TEST-own-NOT-A-SECRET\"}");
    try (Running sandbox = new Running(folder, List.of("--credentials", credentials.toString()))) {
      Cli.Result result = sandbox.interrupt();

      assertThat(result.out()).contains("MCH-TEST-1").doesNotContain("SK-TEST");
      assertThat(result.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    }
  }

  @Test
  void aSignalEndsItWithTheSummaryAndItsExitCode() throws Exception {
    Path ready = folder.resolve("ready.json");
    Process process =
        new ProcessBuilder(
                JAVA,
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "sandbox",
                "--port",
                "0",
                "--ready-file",
                ready.toString())
            .redirectErrorStream(true)
            .start();
    awaitFile(ready);

    process.toHandle().destroy(); // unlike destroy() of Process, leaves its output open

    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    assertThat(out).contains("exercised", "nothing-checked: 0 requests judged");
    assertThat(process.exitValue()).isEqualTo(ExitCode.NOTHING_CHECKED);
  }

  private static Cli.Result run(Object... args) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int code = Main.run(env(out, err), command(List.of(), args));
    return new Cli.Result(code, out.toString(), err.toString());
  }

  private static Env env(StringWriter out, StringWriter err) {
    return new Env(
        new ByteArrayInputStream(new byte[0]),
        new PrintWriter(out),
        new PrintWriter(err),
        Map.of(),
        Clock.systemUTC(),
        false,
        () -> 0,
        false,
        Schemes.bundled());
  }

  private static String[] command(List<String> more, Object... args) {
    List<String> all = new ArrayList<>();
    all.add("sandbox");
    all.addAll(more);
    Stream.of(args).map(Object::toString).forEach(all::add);
    return all.toArray(String[]::new);
  }

  private static String client(String name) {
    return CLIENTS.resolve(name).toString();
  }

  private static String node() {
    return Tools.want("node").toString();
  }

  private static void awaitFile(Path file) throws InterruptedException {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!Files.exists(file)) {
      assertThat(System.nanoTime()).as("the ready file comes").isLessThan(end);
      Thread.sleep(20);
    }
  }

  /** A sandbox that runs in this process until it is interrupted. */
  private static final class Running implements AutoCloseable {
    private final CompletableFuture<Cli.Result> result = new CompletableFuture<>();
    private final Thread thread;
    private final Path file;
    private final JsonNode ready;

    Running(Path folder, List<String> options) throws Exception {
      file = folder.resolve("ready.json");
      StringWriter out = new StringWriter();
      StringWriter err = new StringWriter();
      thread =
          new Thread(
              () -> {
                int code =
                    Main.run(env(out, err), command(options, "--port", 0, "--ready-file", file));
                result.complete(new Cli.Result(code, out.toString(), err.toString()));
              });
      thread.start();
      awaitFile(file);
      ready = JsonMapper.shared().readTree(Files.readAllBytes(file));
    }

    /** Signs one body and sends another. */
    HttpResponse<String> send(String signed, String sent) throws Exception {
      Path body = Files.writeString(file.resolveSibling("body.json"), signed);
      Cli.Result headers =
          Cli.run(
              Map.of("DOKU_SECRET_KEY", ready.path("secretKey").asString()),
              "",
              "sign",
              "--client-id",
              ready.path("clientId").asString(),
              "--operation",
              "akulaku.generate-order",
              "--timestamp",
              java.time.Instant.now().truncatedTo(java.time.temporal.ChronoUnit.SECONDS),
              "--body",
              body);
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
              URI.create(ready.path("url").asString() + "/akulaku-peer-to-peer/v2/generate-order"));
      headers
          .out()
          .lines()
          .forEach(
              line -> {
                int colon = line.indexOf(": ");
                request.header(line.substring(0, colon), line.substring(colon + 2));
              });
      return HttpClient.newHttpClient()
          .send(
              request.POST(HttpRequest.BodyPublishers.ofString(sent)).build(),
              HttpResponse.BodyHandlers.ofString());
    }

    Cli.Result interrupt() throws Exception {
      thread.interrupt();
      return result.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
      thread.interrupt();
    }
  }
}
