package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.sandbox.JudgedExchange;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.SandboxListener;
import io.github.dokuconformance.sandbox.SandboxOptions;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Marks;
import io.github.dokuconformance.sandbox.order.OrderEvent;
import io.github.dokuconformance.sandbox.order.OrderState;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.io.BufferedReader;
import java.lang.ProcessBuilder.Redirect;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Merchants whom DOKU calls by SNAP, as programs of Node: ours is right, and one on DOKU's own
 * library, as published, takes forgeries.
 */
@Timeout(90)
class SnapEndpointsTest {
  private static final Path CHECK = Cli.ROOT.resolve("pact/check");
  private static final Path KEYS =
      Cli.ROOT.resolve("core/src/test/resources/io/github/dokuconformance/snap");
  private static final String MERCHANT = KEYS.resolve("merchant-NOT-A-SECRET.pem").toString();
  private static final Path DOKU = KEYS.resolve("doku-NOT-A-SECRET.pem");
  private static final String CLIENT_ID = "MCH-TEST-0001";
  private static final Map<String, String> VARIABLES =
      Map.of("DOKU_CLIENT_ID", CLIENT_ID, "DOKU_SECRET_KEY", Cli.SECRET);

  @BeforeAll
  static void requireNode() {
    Tools.want("node");
  }

  @Test
  void rightOneIsClean() throws Exception {
    try (Shop shop = Shop.start(Map.of(), "examples/notification-endpoints/snap.mjs")) {
      assertThat(shop.failed(ExitCode.CONFORMANT)).isEmpty();
    }
  }

  @Test
  void rightOneTakesNoTokenThatHasEnded() throws Exception {
    try (Shop shop =
        Shop.start(Map.of("TOKEN_LIFE", "2"), "examples/notification-endpoints/snap.mjs")) {
      Cli.Result run = shop.run("--only", "snap-genuine.plain", "--await-expiry", "5");

      assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.CONFORMANT);
      assertThat(run.out().lines().filter(line -> line.contains("snap-token.expired")))
          .singleElement()
          .asString()
          .startsWith("passed");
    }
  }

  @Test
  void endThatIsTooFarAwayIsNotAwaited() throws Exception {
    try (Shop shop = Shop.start(Map.of(), "examples/notification-endpoints/snap.mjs")) {
      Cli.Result run = shop.run("--only", "snap-genuine.plain", "--await-expiry", "5");

      assertThat(run.code()).isEqualTo(ExitCode.CONFORMANT);
      assertThat(run.err()).contains("lives", "--await-expiry waits 5", "nothing is sent with it");
      assertThat(run.out()).doesNotContain("snap-token.expired");
      assertThat(shop.run("--await-expiry", "3601").err())
          .contains("expected --await-expiry from 0 to 3600");
    }
  }

  /** The flow of the library's README: the token is verified, the signature is not. */
  @Test
  void dokusLibraryTakesWhateverComesWithAToken() throws Exception {
    requireLibrary();
    try (Shop shop = library(Map.of())) {
      assertThat(shop.failed(ExitCode.NOT_CONFORMANT))
          .contains(
              "snap-forged.jwt-alone",
              "snap-forged.no-signature",
              "snap-forged.null-signature",
              "snap-forged.letter-case",
              "snap-forged.other-key",
              "snap-forged.fixed-path",
              "snap-tampered.amount",
              "snap-tampered.member-twice")
          .doesNotContain("snap-token.changed", "snap-token.unsigned", "snap-request.invented")
          .noneMatch(id -> id.startsWith("snap-genuine."));
    }
  }

  /** What it has to verify signatures with signs the token that it got itself. */
  @Test
  void dokusLibraryRefusesWhatDokuSignsWhereItVerifies() throws Exception {
    requireLibrary();
    try (Shop shop = library(Map.of("SYMMETRIC", "true"))) {
      assertThat(shop.failed(ExitCode.NOT_CONFORMANT))
          .contains("snap-genuine.plain", "snap-genuine.lower-case-names", "effect.of-genuine");
    }
  }

  @Test
  void dokusLibraryMakesAnAccountAtTheSandboxAndBelievesAForgery() throws Exception {
    requireLibrary();
    List<JudgedExchange> judged = new CopyOnWriteArrayList<>();
    SandboxListener listener =
        new SandboxListener() {
          @Override
          public void judged(JudgedExchange exchange) {
            judged.add(exchange);
          }
        };
    try (Sandbox sandbox =
        Sandbox.start(
            SandboxOptions.builder()
                .merchant(
                    CLIENT_ID,
                    MerchantKeys.of(MerchantSecret.of(Cli.SECRET))
                        .withOwn(AsymmetricKey.ofPem(Files.readString(Path.of(MERCHANT)))))
                .dokuKey(AsymmetricKey.ofPem(Files.readString(DOKU)))
                .listener(listener)
                .build())) {
      try (Shop shop = library(Map.of("DOKU_BASE_URL", sandbox.url().toString()))) {
        assertThat(shop.said).as(judged.toString()).startsWith("2002700 190080");
        sandbox.setNotificationUrl(Optional.of(URI.create(shop.url)));
        sandbox.arm(new Armed(Fault.NOTIFICATION_WRONG_KEY, Optional.empty(), 1));
        var order = sandbox.orders("INV-FAKE-0001").get(0);
        assertThat(sandbox.apply(order, OrderEvent.PAY)).isPresent();
        assertThat(sandbox.awaitNotifications(Duration.ofSeconds(20))).isTrue();
      }

      assertThat(sandbox.orders("INV-FAKE-0001").get(0).state()).isEqualTo(OrderState.SUCCESS);
      assertThat(sandbox.summary().outcomes())
          .containsEntry("snap.va.create:pending", 1L)
          .containsEntry("snap.tokens.inbound:success", 1L)
          .containsEntry("snap.va.notification:acknowledged", 1L);
      assertThat(sandbox.summary().unnoticed())
          .extracting(Marks.Served::fault)
          .containsExactly(Fault.NOTIFICATION_WRONG_KEY);
    }
  }

  private static void requireLibrary() {
    if (!Files.isDirectory(CHECK.resolve("node_modules/doku-nodejs-library"))) {
      throw Tools.missing("npm ci --prefix pact/check");
    }
  }

  private static Shop library(Map<String, String> variables) throws Exception {
    Path publicKey = Files.createTempFile("doku-", ".pem");
    try {
      Files.writeString(publicKey, dokuPublic());
      return Shop.start(variables, "pact/check/doku-snap-shop.cjs", MERCHANT, publicKey.toString());
    } finally {
      Files.delete(publicKey);
    }
  }

  private static String dokuPublic() throws Exception {
    return AsymmetricKey.ofPem(Files.readString(DOKU)).publicPem();
  }

  /** A program that prints its notification URL, and what else it has to say, when it listens. */
  private static final class Shop implements AutoCloseable {
    private final Process process;
    private final String url;
    private final String said;

    private Shop(Process process, String line) {
      this.process = process;
      int end = line.indexOf(' ');
      this.url = end < 0 ? line : line.substring(0, end);
      this.said = end < 0 ? "" : line.substring(end + 1);
    }

    static Shop start(Map<String, String> variables, String script, String... arguments)
        throws Exception {
      List<String> command = new java.util.ArrayList<>(List.of("node"));
      command.add(Cli.ROOT.resolve(script).toString());
      command.addAll(List.of(arguments));
      ProcessBuilder builder = new ProcessBuilder(command).redirectError(Redirect.INHERIT);
      builder.environment().putAll(VARIABLES);
      builder.environment().put("DOKU_PUBLIC_KEY", dokuPublic());
      builder.environment().putAll(variables);
      Process process = builder.start();
      BufferedReader out = process.inputReader();
      String line = out.readLine();
      assertThat(line).as("the program's first line").isNotNull();
      return new Shop(process, line);
    }

    Cli.Result run(String... more) {
      List<Object> command = new java.util.ArrayList<>(List.of("notify", "--scheme", "snap"));
      command.addAll(List.of("--doku-key", DOKU.toString(), url));
      command.addAll(List.of(more));
      return Cli.runNow(new HashMap<>(VARIABLES), command.toArray());
    }

    Set<String> failed(int exitCode) {
      Cli.Result run =
          run(
              "--effect-url",
              url.replace("/v1.1/transfer-va/payment", "/effect"),
              "--effect-wait",
              "0",
              "--format",
              "json");
      assertThat(run.err().lines().filter(line -> !line.contains("first genuine"))).isEmpty();
      assertThat(run.code()).as(run.out()).isEqualTo(exitCode);
      return NodeEndpointsTest.failed(run);
    }

    @Override
    public void close() {
      process.destroy();
    }
  }
}
