package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.probe.ProbeCatalogue;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.SymmetricKey;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class NotifyCommandTest {
  private static final String SECRET = "SK-TEST-NOTIFY-NOT-A-SECRET";
  private static final String CLIENT_ID = "MCH-TEST-0001";
  private static final Map<String, String> VARIABLES =
      Map.of("DOKU_SECRET_KEY", SECRET, "DOKU_CLIENT_ID", CLIENT_ID);
  private static final SymmetricKey KEY = SigningKey.of(MerchantSecret.of(SECRET));

  private final List<AutoCloseable> opened = new ArrayList<>();
  private final ConcurrentLinkedQueue<Request> received = new ConcurrentLinkedQueue<>();

  @AfterEach
  void closeServers() throws Exception {
    for (AutoCloseable each : opened) {
      each.close();
    }
  }

  @Test
  void findsVerifyingEndpointConformant() throws IOException {
    Cli.Result run = notify(server(NotifyCommandTest::verified), "--format", "json");

    JsonNode report = JsonMapper.shared().readTree(run.out());
    assertThat(run.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(run.err()).isEmpty();
    assertThat(report.path("verdict").asString()).isEqualTo("conformant");
    assertThat(report.path("probes").valueStream().map(probe -> probe.path("id").asString()))
        .containsAll(ProbeCatalogue.probes().stream().map(probe -> probe.id()).toList());
  }

  @Test
  void holdsEndpointToTheLevelAskedFor() throws IOException {
    String url = server(NotifyCommandTest::verified);

    Cli.Result run = notify(url, "--level", "should", "--only", "stale.*");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(run.out()).contains("stale.year-old");
  }

  @Test
  void findsEndpointThatTakesEverythingNotConformant() throws IOException {
    Cli.Result run =
        notify(server(request -> 200), "--only", "forged.random-mac", "--format", "json");

    JsonNode report = JsonMapper.shared().readTree(run.out());
    assertThat(run.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(report.path("verdict").asString()).isEqualTo("not-conformant");
    assertThat(report.path("probes").get(0).path("id").asString()).isEqualTo("genuine.plain");
    JsonNode forged = report.path("probes").get(1);
    assertThat(forged.path("id").asString()).isEqualTo("forged.random-mac");
    assertThat(forged.path("level").asString()).isEqualTo("must");
    assertThat(forged.path("expected").asString()).isEqualTo("not 2xx");
    assertThat(forged.path("status").asInt()).isEqualTo(200);
    assertThat(forged.path("passed").asBoolean()).isFalse();
  }

  @Test
  void doesNotTakeEndpointThatRefusesEverythingForRight() throws IOException {
    Cli.Result run = notify(server(request -> 401), "--only", "forged.*");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(run.err()).isNotEmpty();
  }

  static Stream<Arguments> demands() {
    return Stream.of(
        argumentSet(
            "Digest header",
            (Function<Request, Integer>)
                request ->
                    request.headers().first("Digest").filter(digest(request)::equals).isPresent()
                        ? verified(request)
                        : 401,
            "it wants a Digest header, which DOKU does not send"),
        argumentSet(
            "Digest header with its algorithm",
            (Function<Request, Integer>)
                request ->
                    request
                            .headers()
                            .first("Digest")
                            .filter(("SHA-256=" + digest(request))::equals)
                            .isPresent()
                        ? verified(request)
                        : 401,
            "it wants a Digest header, which DOKU does not send"),
        argumentSet(
            "Request-Target header",
            (Function<Request, Integer>)
                request ->
                    request.headers().first("Request-Target").isPresent() ? verified(request) : 400,
            "it wants a Request-Target header"),
        argumentSet(
            "SHA-256= on the Digest line",
            signedAs(text -> text.replace("Digest:", "Digest:SHA-256=")),
            "it verifies by the mistake digest.prefixed"),
        argumentSet(
            "literal backslash n",
            signedAs(text -> text.replace("\n", "\\n")),
            "it verifies by the mistake string-to-sign.line-separator"),
        argumentSet(
            "path of DOKU",
            signedAs(
                text ->
                    text.replace(
                        "/payments/notifications", "/akulaku-peer-to-peer/v2/generate-order")),
            "signed with /akulaku-peer-to-peer/v2/generate-order"));
  }

  @ParameterizedTest
  @MethodSource("demands")
  void namesWhatAnEndpointWantsThatRefusesEverything(
      Function<Request, Integer> endpoint, String reason) throws IOException {
    Cli.Result text = notify(server(endpoint), "--only", "genuine.plain");
    Cli.Result json = notify(server(endpoint), "--only", "genuine.plain", "--format", "json");

    assertThat(text.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(text.out()).contains("why it refuses what DOKU sends: ").contains(reason);
    assertThat(JsonMapper.shared().readTree(json.out()).path("reason").asString()).contains(reason);
  }

  @Test
  void namesNoReasonThatIsNotShown() throws IOException {
    assertThat(notify(server(request -> 401), "--only", "genuine.plain").out())
        .doesNotContain("why it refuses");
    assertThat(notify(server(NotifyCommandTest::verified), "--only", "genuine.plain").out())
        .doesNotContain("why it refuses");
    assertThat(received).hasSizeLessThan(20);
  }

  private static String digest(Request request) {
    return Base64.getEncoder().encodeToString(Hash.SHA256.of(request.body().toByteArray()));
  }

  /** An endpoint that verifies DOKU's recipe with its string to sign changed. */
  private static Function<Request, Integer> signedAs(UnaryOperator<String> change) {
    return request -> {
      String text =
          Stream.of("Client-Id", "Request-Id", "Request-Timestamp")
                  .map(name -> name + ":" + request.headers().first(name).orElse("") + "\n")
                  .collect(Collectors.joining())
              + "Request-Target:/payments/notifications\nDigest:"
              + digest(request);
      byte[] mac = KEY.hmac(Hash.SHA256, change.apply(text).getBytes(UTF_8));
      String signature = "HMACSHA256=" + Base64.getEncoder().encodeToString(mac);
      return request.headers().first("Signature").filter(signature::equals).isPresent() ? 200 : 401;
    };
  }

  @Test
  void endsWithOneLineWhenNobodyListens() throws IOException {
    Cli.Result run = notify(closedUrl());

    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE_PEER);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
  }

  @Test
  void endsWhenEffectCannotBeRead() throws IOException {
    String url = server(request -> 200);

    Cli.Result run = notify(url, "--effect-url", closedUrl());

    assertThat(run.code()).isEqualTo(ExitCode.UNUSABLE_PEER);
    assertThat(run.err().lines()).hasSize(1);
    assertThat(received).isEmpty();
  }

  @Test
  void sendsNothingWhenNoProbeIsSelected() throws IOException {
    Cli.Result run = notify(server(request -> 200), "--only", "forgd.*");

    assertThat(run.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    assertThat(received).isEmpty();
  }

  @Test
  void doesNotFollowRedirects() throws IOException {
    ConcurrentLinkedQueue<String> strayed = new ConcurrentLinkedQueue<>();
    String other =
        serve(
            exchange -> {
              strayed.add(exchange.getRequestURI().toString());
              answer(exchange, 200);
            });
    String url =
        serve(
            exchange -> {
              exchange.getResponseHeaders().set("Location", other);
              answer(exchange, 307);
            });

    Cli.Result run = notify(url, "--only", "forged.*");

    assertThat(run.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(strayed).isEmpty();
  }

  @Test
  void listsProbesWithoutUrlOrSecret() {
    Cli.Result text = Cli.runNow(Map.of(), "notify", "--list");
    Cli.Result json =
        Cli.runNow(Map.of(), "notify", "--list", "--format", "json", "--only", "stale.*");

    assertThat(text.code()).isZero();
    assertThat(text.out().lines()).hasSameSizeAs(ProbeCatalogue.requirements());
    assertThat(JsonMapper.shared().readTree(json.out()).path("probes").size()).isEqualTo(2);
  }

  @Test
  void neverPrintsSecretOrSignature() throws IOException {
    String url = server(request -> 500);

    Cli.Result text = notify(url, "--effect-wait", "0");
    Cli.Result json = notify(url, "--format", "json");

    List<String> signatures =
        received.stream()
            .flatMap(request -> request.headers().all("Signature").stream())
            .filter(signature -> signature.length() == 55)
            .toList();
    assertThat(signatures).hasSizeGreaterThan(50);
    assertThat(text.out() + text.err() + json.out() + json.err())
        .doesNotContain(SECRET)
        .doesNotContain(signatures);
  }

  @Test
  void speaksOfOrdersThatTheEndpointKnows(@TempDir Path folder) throws IOException {
    Path orders = folder.resolve("orders.json");
    Files.writeString(
        orders,
"""
[{"order":{"invoice_number":"INV-1","amount":1000},"payment":{"merchant_unique_reference":"MUR-1"}},
 {"order":{"invoice_number":"INV-2","amount":2000},"payment":{"merchant_unique_reference":"MUR-2"}}]
""",
        UTF_8);

    Cli.Result run =
        notify(server(request -> 200), "--order-file", orders.toString(), "--only", "genuine.*");

    assertThat(run.code()).isZero();
    assertThat(received)
        .extracting(
            request ->
                JsonMapper.shared()
                    .readTree(request.body().toByteArray())
                    .at("/order/invoice_number")
                    .asString())
        .containsOnly("INV-1", "INV-2");
  }

  @Test
  void countsRetries() throws IOException {
    String url = server(request -> received.size() == 1 ? 503 : 200);

    Cli.Result run = notify(url, "--retries", "1", "--only", "genuine.plain", "--format", "json");

    assertThat(run.code()).isZero();
    JsonNode probe = JsonMapper.shared().readTree(run.out()).path("probes").get(0);
    assertThat(probe.path("attempts").asInt()).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("wrongUsage")
  void refusesWrongUsageBeforeAnythingIsSent(Map<String, String> variables, List<String> args) {
    List<String> line = new ArrayList<>(List.of("notify"));
    line.addAll(args);

    Cli.Result run = Cli.runNow(variables, line.toArray());

    assertThat(run.code()).isEqualTo(ExitCode.USAGE);
    assertThat(run.out()).isEmpty();
    assertThat(run.err().lines()).hasSize(1);
  }

  static Stream<Arguments> wrongUsage() {
    String url = "http://127.0.0.1:9/notify";
    return Stream.of(
        argumentSet("no URL", VARIABLES, List.of()),
        argumentSet("no key of DOKU's", VARIABLES, List.of("--scheme", "snap", url)),
        argumentSet(
            "DOKU's public key alone",
            VARIABLES,
            List.of(
                "--scheme",
                "snap",
                "--doku-key",
                Cli.ROOT.resolve("examples/snap/doku-public.pem").toString(),
                url)),
        argumentSet("no such scheme", VARIABLES, List.of("--scheme", "snop", url)),
        argumentSet(
            "another scheme's notification",
            VARIABLES,
            List.of("--scheme", "snap", "--channel", "va", url)),
        argumentSet("no http URL", VARIABLES, List.of("merchant.example/notify")),
        argumentSet("no secret", Map.of("DOKU_CLIENT_ID", CLIENT_ID), List.of(url)),
        argumentSet("no Client-Id", Map.of("DOKU_SECRET_KEY", SECRET), List.of(url)),
        argumentSet("Client-Id of two lines", VARIABLES, List.of(url, "--client-id", "a\r\nb: c")),
        argumentSet("four retries", VARIABLES, List.of(url, "--retries", "4")),
        argumentSet("no time", VARIABLES, List.of(url, "--timeout", "0")),
        argumentSet("effect URL without scheme", VARIABLES, List.of(url, "--effect-url", "x")),
        argumentSet("no such order file", VARIABLES, List.of(url, "--order-file", "absent.json")),
        argumentSet("unknown level", VARIABLES, List.of(url, "--level", "may")));
  }

  private static Cli.Result notify(String url, String... options) {
    List<String> line = new ArrayList<>(List.of("notify", url, "--timeout", "5"));
    line.addAll(List.of(options));
    return Cli.runNow(VARIABLES, line.toArray());
  }

  /** Right about signatures and Client-Id, and about nothing that is only a should. */
  private static int verified(Request request) {
    boolean genuine =
        request.headers().all("Client-Id").equals(List.of(CLIENT_ID))
            && NonSnap.SCHEME
                .verify(SignedMessage.notification(request), MerchantKeys.of(KEY))
                .isValid();
    return genuine ? 200 : 401;
  }

  private String server(Function<Request, Integer> receiver) throws IOException {
    return serve(
        exchange -> {
          Request request = request(exchange);
          received.add(request);
          answer(exchange, receiver.apply(request));
        });
  }

  private String serve(HttpHandler handler) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    ExecutorService threads = Executors.newCachedThreadPool();
    server.setExecutor(threads);
    server.createContext("/", handler);
    server.start();
    opened.add(() -> server.stop(0));
    opened.add(threads::shutdownNow);
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/payments/notifications";
  }

  private static Request request(HttpExchange exchange) throws IOException {
    List<Header> headers = new ArrayList<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(value -> headers.add(new Header(name, value))));
    return new Request(
        exchange.getRequestMethod(),
        Target.of(exchange.getRequestURI().toString()),
        new Headers(headers),
        Body.of(exchange.getRequestBody().readAllBytes()));
  }

  private static void answer(HttpExchange exchange, int status) throws IOException {
    exchange.sendResponseHeaders(status, -1);
    exchange.close();
  }

  private static String closedUrl() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return "http://127.0.0.1:" + socket.getLocalPort() + "/";
    }
  }
}
