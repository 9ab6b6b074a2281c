package io.github.dokuconformance.cli.proxy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.SandboxOptions;
import io.github.dokuconformance.sandbox.http.HttpFront;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A channel of which no code knows, between a client that does not sign and a sandbox. */
@Timeout(60)
class ToyProxyTest {
  private static final Contract TOY =
      Contract.bundledWith(Path.of("../core/src/test/resources/toy-channel"));
  private static final String CLIENT_ID = "MCH-TEST-0001";
  private static final MerchantSecret SECRET = MerchantSecret.of("SK-TEST-toy-NOT-A-SECRET");
  private static final InetSocketAddress ANY =
      new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);

  private final List<Passed> passed = new CopyOnWriteArrayList<>();

  @Test
  void isSignedSentOnVerifiedAndJudged() throws Exception {
    CheckContext context =
        CheckContext.nothing()
            .withContract(TOY)
            .withKeys(KeyRing.of(CLIENT_ID, SigningKey.of(SECRET)));
    try (Sandbox doku =
            Sandbox.start(
                SandboxOptions.builder().merchant(CLIENT_ID, SECRET).contract(TOY).build());
        Upstream upstream = Upstream.at(doku.url(), Duration.ofSeconds(10));
        HttpFront front = HttpFront.bind(ANY)) {
      front.start(
          new ReverseProxy(
              upstream,
              context,
              SignWhat.REQUESTS,
              Optional.of(CLIENT_ID),
              Clock.systemUTC(),
              passed::add));

      String made =
          send(
              front,
              "POST /toy/v1/payments",
              "{\"deal\":{\"number\":\"D-1\",\"total\":70,\"lines\":[{\"label\":\"cup\","
                  + "\"cost\":70,\"count\":1}]},\"ref\":\"R-1\"}");
      String changed =
          send(
              front,
              "PATCH /toy/v1/payments/D-1",
              "{\"total\":80,\"lines\":[{\"label\":\"cup\",\"cost\":80,\"count\":1}]}");
      String wrong = send(front, "POST /toy/v1/payments", "{}");

      assertThat(made).startsWith("HTTP/1.1 201 ").contains("\"state\":\"OPEN\"");
      assertThat(changed).startsWith("HTTP/1.1 200 ").contains("\"total\":80");
      assertThat(wrong).startsWith("HTTP/1.1 422 ").contains("look at what you send");
    }
    assertThat(passed).hasSize(3);
    for (Passed one : passed.subList(0, 2)) {
      assertThat(one.result().responseSignature().status()).isEqualTo(SignatureStatus.VALID);
      assertThat(one.result().findings()).isEmpty();
    }
    assertThat(passed.get(1).result().operation().map(operation -> operation.id()))
        .contains("toy.change");
    assertThat(passed.get(2).result().findings())
        .extracting(finding -> finding.code())
        .contains("schema.required");
  }

  private static String send(HttpFront front, String start, String body) throws IOException {
    String request =
        start
            + " HTTP/1.1\r\nHost: localhost:"
            + front.address().getPort()
            + "\r\nContent-Type: application/json\r\nConnection: close\r\nContent-Length: "
            + body.length()
            + "\r\n\r\n"
            + body;
    try (Socket socket = new Socket(front.address().getAddress(), front.address().getPort())) {
      socket.setSoTimeout(20_000);
      socket.getOutputStream().write(request.getBytes(UTF_8));
      return new String(socket.getInputStream().readAllBytes(), UTF_8);
    }
  }
}
