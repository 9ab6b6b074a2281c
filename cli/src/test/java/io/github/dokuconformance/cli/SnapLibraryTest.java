package io.github.dokuconformance.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.diagnosis.Budget;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.snap.SnapMistake;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * DOKU's own library for SNAP, as published: what it signs is found right, and what it takes for
 * the signature of a notification is explained by its two faults.
 */
@Timeout(60)
class SnapLibraryTest {
  private static final Path CHECK = Cli.ROOT.resolve("pact/check");
  private static final Path KEYS =
      Cli.ROOT.resolve("core/src/test/resources/io/github/dokuconformance/snap");
  private static final String OUTBOUND = "eyJhbGciOiJSUzI1NiJ9.NOT-A-TOKEN.c2ln";
  private static final String ANSWER =
      """
      {"responseCode": "2007300", "accessToken": "%s", "tokenType": "Bearer", "expiresIn": 900,
       "virtualAccountData": {"totalAmount": {}, "paidAmount": {}, "paymentFlagReason": {},
                              "additionalInfo": {}}, "additionalInfo": {}}
      """
          .formatted(OUTBOUND);

  private final List<Exchange> came = new CopyOnWriteArrayList<>();

  @Test
  void isFoundRightWhereItSignsAndItsFaultsAreNamedWhereItVerifies() throws Exception {
    runLibrary();

    List<Exchange> sent = new ArrayList<>(came);
    Exchange notification = sent.remove(sent.size() - 1);
    Set<String> called = new LinkedHashSet<>();
    for (Exchange exchange : sent) {
      Request request = exchange.request();
      called.add(request.method() + " " + request.target().path());
      assertThat(Check.check(exchange, context()).requestSignature().status())
          .as(request.target().path())
          .isEqualTo(SignatureStatus.VALID);
    }
    assertThat(called)
        .containsExactly(
            "POST /authorization/v1/access-token/b2b",
            "POST /virtual-accounts/bi-snap-va/v1.1/transfer-va/create-va",
            "PUT /virtual-accounts/bi-snap-va/v1.1/transfer-va/update-va",
            "POST /orders/v1.0/transfer-va/status",
            "DELETE /virtual-accounts/bi-snap-va/v1.1/transfer-va/delete-va",
            "POST /direct-debit/core/v1/debit/payment-host-to-host",
            "POST /authorization/v1/access-token/b2b2c",
            "POST /direct-debit/core/v1/balance-inquiry",
            "POST /direct-debit/core/v1/debit/refund");
    CheckResult result = Check.check(notification, context());
    assertThat(result.requestSignature().status()).isEqualTo(SignatureStatus.INVALID);
    Diagnosis diagnosis =
        Explanation.explain(result, context(), Budget.standard())
            .signature(Part.REQUEST)
            .diagnosis()
            .orElseThrow();
    // No contract knows the merchant's own path, so that nothing tells who calls whom.
    assertThat(((Diagnosis.Explained) diagnosis).codes())
        .containsExactlyInAnyOrder(SnapMistake.TOKEN_STALE, SnapMistake.PATH_ROUTE_PATTERN);
  }

  private void runLibrary() throws Exception {
    if (Tools.find("node").isEmpty()
        || !Files.isDirectory(CHECK.resolve("node_modules/doku-nodejs-library"))) {
      throw Tools.missing("node 20 and: npm ci --prefix pact/check");
    }
    HttpServer doku =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    doku.createContext("/", this::answer);
    doku.start();
    try {
      ProcessBuilder builder =
          new ProcessBuilder(
                  "node",
                  CHECK.resolve("doku-snap.cjs").toString(),
                  KEYS.resolve("merchant-NOT-A-SECRET.pem").toString())
              .inheritIO();
      builder.environment().put("DOKU_BASE_URL", "http://127.0.0.1:" + doku.getAddress().getPort());
      Process process = builder.start();
      assertThat(process.waitFor(50, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isZero();
    } finally {
      doku.stop(0);
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    List<Header> headers = new ArrayList<>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> values.forEach(it -> headers.add(new Header(name, it))));
    came.add(
        Exchange.of(
            "the library",
            new Request(
                exchange.getRequestMethod(),
                Target.of(exchange.getRequestURI().toString()),
                new Headers(headers),
                Body.of(exchange.getRequestBody().readAllBytes())),
            null));
    byte[] body = ANSWER.getBytes(UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(200, body.length);
    exchange.getResponseBody().write(body);
    exchange.close();
  }

  private static CheckContext context() throws IOException {
    return CheckContext.nothing()
        .withKeys(
            KeyRing.empty()
                .withAny(
                    MerchantKeys.of(MerchantSecret.of(Cli.SECRET))
                        .withOwn(
                            AsymmetricKey.ofPem(
                                Files.readString(KEYS.resolve("merchant-public.pem"))))
                        .withToken("outbound", AccessToken.of(OUTBOUND))));
  }
}
