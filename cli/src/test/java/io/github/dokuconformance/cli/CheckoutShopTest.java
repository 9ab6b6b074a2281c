package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.sandbox.JudgedExchange;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.SandboxListener;
import io.github.dokuconformance.sandbox.SandboxOptions;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Marks;
import io.github.dokuconformance.sandbox.order.OrderEvent;
import io.github.dokuconformance.sandbox.order.Payment;
import io.github.dokuconformance.signature.MerchantSecret;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The example shops are paid at the sandbox's Checkout, and the mistakes of the patches show. */
@Timeout(60)
class CheckoutShopTest {
  private static final Path FOLDER = Path.of("../examples/checkout-shop");
  private static final String CLIENT_ID = "MCH-TEST-0001";
  private static final String SECRET = "SK-TEST-EXAMPLE-NOT-A-SECRET";
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final List<JudgedExchange> judged = new CopyOnWriteArrayList<>();
  private Sandbox sandbox;
  private int port;
  private Process shop;
  @TempDir private Path folder;

  @BeforeEach
  void start() throws IOException {
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = free.getLocalPort();
    }
    SandboxListener listener =
        new SandboxListener() {
          @Override
          public void judged(JudgedExchange exchange) {
            judged.add(exchange);
          }
        };
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .merchant(CLIENT_ID, MerchantSecret.of(SECRET))
                .notificationUrl(URI.create(url("/payments/notifications")))
                .listener(listener)
                .build());
  }

  @AfterEach
  void stop() {
    if (shop != null) {
      shop.destroy();
    }
    sandbox.close();
  }

  static Stream<Arguments> languages() {
    return Stream.of(
        arguments("node", List.of("node", "shop.mjs")),
        arguments("php", List.of("php", "-S", "127.0.0.1:PORT", "shop.php")),
        arguments(
            "java",
            List.of("java", "-XX:TieredStopAtLevel=1", "-cp", jarsOfJackson(), "Shop.java")));
  }

  private static String jarsOfJackson() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(path -> path.contains("jackson"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void aShopIsPaid(String tool, List<String> command) throws Exception {
    open(tool, command, FOLDER);

    JsonNode bought = call("POST", "/buy?amount=90000", 200);
    String invoice = bought.path("invoice").asString();
    happens(invoice, OrderEvent.FAIL, "CREDIT_CARD");
    String failed = state(invoice);
    happens(invoice, OrderEvent.PAY, "VIRTUAL_ACCOUNT_BCA");

    assertThat(bought.path("url").asString()).startsWith(sandbox.url().toString());
    assertThat(failed).isEqualTo("PENDING");
    assertThat(state(invoice)).isEqualTo("PAID");
    assertThat(sandbox.summary().severities()).doesNotContainKey(Severity.ERROR);
    assertThat(sandbox.summary().exercised())
        .contains("checkout.payment:pending", "checkout.notification:acknowledged");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("languages")
  void aShopBelievesNoForger(String tool, List<String> command) throws Exception {
    open(tool, command, FOLDER);

    Cli.Result run =
        Cli.runNow(
            Map.of("DOKU_CLIENT_ID", CLIENT_ID, "DOKU_SECRET_KEY", SECRET),
            "notify",
            url("/payments/notifications"),
            "--channel",
            "checkout",
            "--method",
            "QRIS");

    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.CONFORMANT);
  }

  @Test
  void otherBytesAreNamed() throws Exception {
    open("node", List.of("node", "shop.mjs"), patched("other-bytes"));

    String error = call("POST", "/buy?amount=90000", 502).path("error").asString();

    assertThat(error).contains("400", "Invalid Header Signature");
    assertThat(judged.get(0).result().requestSignature().status())
        .isEqualTo(SignatureStatus.INVALID);
    assertThat(codes()).contains("signature.mismatch");
  }

  @Test
  void localTimeIsNamed() throws Exception {
    open("node", List.of("node", "shop.mjs"), patched("local-time"));

    String error = call("POST", "/buy?amount=90000", 502).path("error").asString();

    assertThat(error).contains("400", "Timestamp");
    assertThat(codes()).contains("header.timestamp-local-time");
  }

  @Test
  void whoTrustsAnybodyIsSeenToActOnAForgery() throws Exception {
    open("node", List.of("node", "shop.mjs"), patched("trusts-anybody"));
    String invoice = call("POST", "/buy?amount=90000", 200).path("invoice").asString();
    sandbox.arm(new Armed(Fault.NOTIFICATION_WRONG_KEY, Optional.empty(), 1));

    happens(invoice, OrderEvent.PAY, "QRIS");

    assertThat(sandbox.summary().refusable())
        .extracting(Marks.Served::reaction)
        .containsExactly(Marks.Reaction.ACTED);
  }

  private List<String> codes() {
    return judged.get(0).result().findings().stream().map(Finding::code).toList();
  }

  private Path patched(String patch) throws Exception {
    Tools.want("git");
    Files.copy(FOLDER.resolve("shop.mjs"), folder.resolve("shop.mjs"));
    Path file = FOLDER.resolve("wrong/" + patch + ".patch").toAbsolutePath();
    Process git =
        new ProcessBuilder("git", "apply", file.toString())
            .directory(folder.toFile())
            .inheritIO()
            .start();
    assertThat(git.waitFor()).isZero();
    return folder;
  }

  private void open(String tool, List<String> command, Path from) throws Exception {
    Tools.want(tool);
    ProcessBuilder builder =
        new ProcessBuilder(command.stream().map(word -> word.replace("PORT", "" + port)).toList())
            .directory(from.toFile())
            .redirectErrorStream(true)
            .redirectOutput(new File("/dev/null"));
    builder.environment().put("PORT", Integer.toString(port));
    builder.environment().put("SHOP_ORDERS", folder.toString());
    builder.environment().put("DOKU_BASE_URL", sandbox.url().toString());
    builder.environment().put("DOKU_CLIENT_ID", CLIENT_ID);
    builder.environment().put("DOKU_SECRET_KEY", SECRET);
    shop = builder.start();
    for (int i = 0; i < 200; i++) {
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
        assertThat(socket.isConnected()).isTrue();
        return;
      } catch (IOException e) {
        Thread.sleep(100);
      }
    }
  }

  private void happens(String invoice, OrderEvent event, String method) throws Exception {
    assertThat(sandbox.apply(sandbox.orders(invoice).get(0), event, new Payment(method, "", 0)))
        .isPresent();
    assertThat(sandbox.awaitNotifications(Duration.ofSeconds(20))).isTrue();
  }

  private String state(String invoice) throws Exception {
    return call("GET", "/orders/" + invoice, 200).path("state").asString();
  }

  private String url(String path) {
    return "http://127.0.0.1:" + port + path;
  }

  private JsonNode call(String method, String path, int status) throws Exception {
    HttpResponse<String> response =
        HTTP.send(
            HttpRequest.newBuilder(URI.create(url(path)))
                .method(method, BodyPublishers.noBody())
                .build(),
            BodyHandlers.ofString());
    assertThat(response.statusCode()).as(response.body()).isEqualTo(status);
    return JsonMapper.shared().readTree(response.body());
  }
}
