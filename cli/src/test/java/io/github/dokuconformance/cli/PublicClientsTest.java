package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.JudgedExchange;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.SandboxListener;
import io.github.dokuconformance.sandbox.SandboxOptions;
import io.github.dokuconformance.sandbox.notification.Delivery;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.sandbox.order.OrderEvent;
import io.github.dokuconformance.sandbox.order.OrderState;
import io.github.dokuconformance.sandbox.order.Payment;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Clients that others wrote, as published and as recipes, order at the sandbox: their signature
 * verifies and the order ends paid, or their fault is named.
 */
@Timeout(60)
class PublicClientsTest {
  private static final Path CHECK = Cli.ROOT.resolve("pact/check");
  private static final String CLIENT_ID = "MCH-TEST-0001";
  private static final String INVOICE = "INV-FAKE-0001";

  private final List<JudgedExchange> judged = new CopyOnWriteArrayList<>();
  private final List<Delivery> delivered = new CopyOnWriteArrayList<>();
  private HttpServer shop;
  private Sandbox sandbox;

  @BeforeEach
  void start() throws IOException {
    shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    shop.createContext(
        "/",
        exchange -> {
          exchange.sendResponseHeaders(200, -1);
          exchange.close();
        });
    shop.start();
    SandboxListener listener =
        new SandboxListener() {
          @Override
          public void judged(JudgedExchange exchange) {
            judged.add(exchange);
          }

          @Override
          public void delivered(Delivery delivery) {
            delivered.add(delivery);
          }
        };
    sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .merchant(CLIENT_ID, MerchantSecret.of(Cli.SECRET))
                .notificationUrl(
                    URI.create(
                        "http://127.0.0.1:" + shop.getAddress().getPort() + "/notifications"))
                .listener(listener)
                .build());
  }

  @AfterEach
  void stop() {
    sandbox.close();
    shop.stop(0);
  }

  @Test
  void dokusLibraryOrdersAVirtualAccountThatIsPaid() throws Exception {
    runLibrary("doku");

    assertRightAndPaid();
    assertThat(judged.get(0).operation()).isEqualTo("va.create");
  }

  @Test
  void prefixThatDokusLibraryMisspellsIsNamed() throws Exception {
    runLibrary("mandiri");

    assertThat(sandbox.orders(INVOICE)).isEmpty();
    assertThat(explained()).contains("signature.prefix-wrong");
  }

  static Stream<Arguments> recipes() throws IOException {
    Path file = Path.of("src/test/resources/clients/public-clients.json");
    return JsonMapper.shared()
        .readTree(Files.readAllBytes(file))
        .valueStream()
        .map(recipe -> Arguments.argumentSet(recipe.path("name").asString(), recipe));
  }

  @ParameterizedTest
  @MethodSource("recipes")
  void clientIsPaidOrItsFaultIsNamed(JsonNode recipe) throws Exception {
    int status = send(recipe);

    if (recipe.has("fault")) {
      assertThat(status).isEqualTo(400);
      assertThat(sandbox.orders(INVOICE)).isEmpty();
      assertThat(explained()).contains(recipe.path("fault").asString());
    } else {
      assertThat(status).isEqualTo(200);
      assertRightAndPaid();
    }
  }

  private static void runLibrary(String channel, String url) throws Exception {
    if (Tools.find("node").isEmpty()
        || !Files.isDirectory(CHECK.resolve("node_modules/jokul-nodejs-library"))) {
      throw Tools.missing("node 20 and: npm ci --prefix pact/check");
    }
    ProcessBuilder builder =
        new ProcessBuilder("node", CHECK.resolve("jokul.cjs").toString(), channel).inheritIO();
    builder.environment().put("DOKU_BASE_URL", url);
    Process process = builder.start();
    assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
    assertThat(process.exitValue()).isZero();
  }

  private void runLibrary(String channel) throws Exception {
    runLibrary(channel, sandbox.url().toString());
  }

  /** Signs as the recipe has it, with nothing of the program under test. */
  private int send(JsonNode recipe) throws Exception {
    String target = recipe.path("target").asString();
    String body = recipe.path("body").asString();
    String requestId = recipe.path("requestId").asString();
    String time = Instant.now().truncatedTo(ChronoUnit.SECONDS).toString();
    String digest =
        Base64.getEncoder()
            .encodeToString(MessageDigest.getInstance("SHA-256").digest(body.getBytes(UTF_8)));
    String text =
        String.join(
            "\n",
            "Client-Id:" + CLIENT_ID,
            "Request-Id:" + requestId,
            "Request-Timestamp:" + time,
            "Request-Target:" + target,
            "Digest:" + digest);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(sandbox.url() + target))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .header("Client-Id", CLIENT_ID)
            .header("Request-Id", requestId)
            .header("Request-Timestamp", time)
            .header("Signature", recipe.path("prefix").asString("HMACSHA256=") + mac(text));
    recipe
        .path("headers")
        .properties()
        .forEach(
            header ->
                request.header(
                    header.getKey(),
                    header
                        .getValue()
                        .asString()
                        .replace("{target}", target)
                        .replace("{digest}", digest)));
    return HttpClient.newHttpClient()
        .send(request.build(), HttpResponse.BodyHandlers.discarding())
        .statusCode();
  }

  private static String mac(String text) throws GeneralSecurityException {
    Mac mac = Mac.getInstance("HmacSHA256");
    mac.init(new SecretKeySpec(Cli.SECRET.getBytes(UTF_8), "HmacSHA256"));
    return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(UTF_8)));
  }

  private void assertRightAndPaid() throws InterruptedException {
    assertThat(judged.get(0).result().requestSignature().status()).isEqualTo(SignatureStatus.VALID);
    Order order = sandbox.orders(INVOICE).get(0);
    assertThat(sandbox.apply(order, OrderEvent.PAY, Payment.first(order))).isPresent();
    assertThat(sandbox.awaitNotifications(Duration.ofSeconds(20))).isTrue();
    assertThat(sandbox.orders(INVOICE).get(0).state()).isEqualTo(OrderState.SUCCESS);
    CheckResult told = Check.check(delivered.get(0).exchange(), context());
    assertThat(told.requestSignature().status()).isEqualTo(SignatureStatus.VALID);
  }

  private String explained() {
    CheckResult result = Explanation.explain(judged.get(0).result(), context(), Budget.standard());
    return String.join(
        " ", result.findings().stream().map(Finding::facts).map(Object::toString).toList());
  }

  private static CheckContext context() {
    return CheckContext.nothing()
        .withKeys(KeyRing.of(CLIENT_ID, SigningKey.of(MerchantSecret.of(Cli.SECRET))));
  }
}
