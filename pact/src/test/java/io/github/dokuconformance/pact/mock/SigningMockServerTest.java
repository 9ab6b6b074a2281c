package io.github.dokuconformance.pact.mock;

import static io.github.dokuconformance.pact.TestMerchant.CLIENT_ID;
import static io.github.dokuconformance.pact.TestMerchant.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.pact.TestMerchant;
import io.github.dokuconformance.pact.assertion.DokuAssertions;
import io.github.dokuconformance.pact.contract.Contracts;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SigningMockServerTest {
  @Test
  void rightRequestIsAnsweredSignedAndWithItsOwnValues() throws Exception {
    try (SigningMockServer server = start("generate-order.minimal")) {
      Request request =
          resigned(text(TestMerchant.order("request-minimal.json")).replace("INV-FAKE", "INV-MY"));

      Response response = send(server, request);

      assertThat(response.status()).isEqualTo(200);
      assertThat(response.body().toDisplayText()).contains("\"invoice_number\":\"INV-MY-0001\"");
      DokuAssertions.assertThat(Exchange.of("test", request, response))
          .conformsTo("akulaku.generate-order")
          .hasValidSignature(SECRET)
          .hasValidResponseSignature(SECRET);
      assertThat(server.problems()).isEmpty();
    }
  }

  @Test
  void forgedSignatureIsRefusedAndDiagnosed() throws Exception {
    try (SigningMockServer server = start("generate-order.minimal")) {
      Request right = TestMerchant.order("request-minimal.json");
      Request forged = right.withBody(Body.ofUtf8(text(right) + "\n"));

      Response response = send(server, forged);

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.body().toDisplayText()).contains("invalid_signature");
      assertThat(server.problems())
          .singleElement()
          .asString()
          .contains("signature.mismatch", "body.trimmed");
    }
  }

  @Test
  void requestThatBreaksARuleIsRecordedThoughPactAcceptsIt() throws Exception {
    try (SigningMockServer server = start("generate-order.minimal")) {
      Request request =
          resigned(
              text(TestMerchant.order("request-minimal.json"))
                  .replace("\"amount\": 1000", "\"amount\": 1001"));

      Response response = send(server, request);

      assertThat(response.status()).isEqualTo(200);
      assertThat(server.problems()).singleElement().asString().contains("amount.sum");
    }
  }

  @Test
  void optionalFieldsBeyondTheInteractionAreNoMismatch() throws Exception {
    try (SigningMockServer server = start("generate-order.minimal")) {
      send(server, TestMerchant.order("request-full.json"));

      assertThat(server.problems()).isEmpty();
    }
  }

  @Test
  void interactionWithEveryOptionalFieldWantsThemAll() throws Exception {
    try (SigningMockServer server = start("generate-order.full")) {
      Response response = send(server, TestMerchant.order("request-minimal.json"));

      assertThat(response.status()).isEqualTo(500);
      assertThat(server.problems()).anyMatch(problem -> problem.contains("additional_info"));
    }
  }

  @Test
  void whatIsNotExercisedIsTold() throws Exception {
    try (SigningMockServer server = start("cancel.full", "generate-order.minimal")) {
      send(server, TestMerchant.order("request-minimal.json"));

      assertThat(server.problems())
          .singleElement()
          .asString()
          .startsWith("not exercised: cancel.full");
    }
  }

  @Test
  void unknownPathIsToldWithoutHeadersThatTheContractDoesNotKnow() throws Exception {
    try (SigningMockServer server = start("generate-order.minimal")) {
      Request request = TestMerchant.signed("POST", "/somewhere/else", Body.ofUtf8("{}"));
      Request carrying =
          request.withHeaders(request.headers().with("Authorization", "Bearer TOKEN-NOT-A-SECRET"));

      Response response = send(server, carrying);

      assertThat(response.status()).isEqualTo(500);
      assertThat(response.body().toDisplayText()).doesNotContain("TOKEN").doesNotContain("HMAC");
      assertThat(server.problems())
          .anyMatch(problem -> problem.contains("/somewhere/else"))
          .noneMatch(problem -> problem.contains("TOKEN"));
    }
  }

  @Test
  void slowRequestsAreServedInParallel() throws Exception {
    int clients = 4;
    try (SigningMockServer server = start("generate-order.minimal")) {
      send(server, TestMerchant.order("request-minimal.json"));
      List<CompletableFuture<Response>> quick = new ArrayList<>();
      // A request that never ends must not keep the others waiting.
      try (Socket stalled = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
        stalled
            .getOutputStream()
            .write(
                "POST / HTTP/1.1\r\nHost: x\r\nContent-Length: 9\r\n\r\n{"
                    .getBytes(StandardCharsets.US_ASCII));
        for (int i = 0; i < clients; i++) {
          quick.add(CompletableFuture.supplyAsync(() -> sendUnchecked(server)));
        }
        assertThat(quick)
            .allSatisfy(
                each ->
                    assertThat(each.get(20, java.util.concurrent.TimeUnit.SECONDS).status())
                        .isEqualTo(200));
      }
      assertThat(server.exchanges()).hasSize(1 + clients);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "evil.example:PORT, http://localhost:PORT, 421",
    "evil.example:PORT, http://evil.example:PORT, 421",
    "localhost:PORT, http://evil.example, 403",
    "localhost:PORT, null, 403"
  })
  void strangersAreRefusedAndLeaveNothingBehind(String host, String origin, int status)
      throws Exception {
    try (SigningMockServer server = start("generate-order.minimal")) {
      String answer = sendRaw(server, host, origin);

      assertThat(answer).startsWith("HTTP/1.1 " + status + " ").contains("expected ");
      assertThat(server.problems()).hasSize(2).anyMatch(text -> text.startsWith("not exercised"));
      assertThat(server.problems()).anyMatch(text -> text.startsWith("a request was refused"));
      assertThat(send(server, TestMerchant.order("request-minimal.json")).status()).isEqualTo(200);
      assertThat(server.problems()).isEmpty();
    }
  }

  @Test
  void hostThatIsAllowedIsServed() throws Exception {
    try (SigningMockServer server =
        SigningMockServer.start(
            Contracts.merchant("merchant", List.of("generate-order.minimal")),
            CLIENT_ID,
            SECRET,
            Clock.systemUTC(),
            "host.docker.internal")) {
      // The signature is missing, which only who was let in is told.
      assertThat(sendRaw(server, "host.docker.internal:PORT", "http://localhost:PORT"))
          .startsWith("HTTP/1.1 400 ")
          .contains("Signature is required");
    }
  }

  private static String sendRaw(SigningMockServer server, String host, String origin)
      throws Exception {
    String head =
        "POST "
            + TestMerchant.GENERATE_ORDER
            + " HTTP/1.1\r\nHost: "
            + host
            + "\r\nOrigin: "
            + origin
            + "\r\nContent-Type: text/plain\r\nContent-Length: 0\r\nConnection: close\r\n\r\n";
    try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.getPort())) {
      socket
          .getOutputStream()
          .write(
              head.replace("PORT", Integer.toString(server.getPort()))
                  .getBytes(StandardCharsets.US_ASCII));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void faultSpoilsTheAnswerOnce() throws Exception {
    try (SigningMockServer server = start("generate-order.minimal")) {
      server.arm(new Armed(Fault.BODY_ALTERED, Optional.empty(), 1));
      Request request = TestMerchant.order("request-minimal.json");

      Exchange lie = Exchange.of("lie", request, send(server, request));
      Exchange truth = Exchange.of("truth", request, send(server, request));

      assertThat(
              org.assertj.core.api.Assertions.catchThrowable(
                  () -> DokuAssertions.assertThat(lie).hasValidResponseSignature(SECRET)))
          .isInstanceOf(AssertionError.class);
      DokuAssertions.assertThat(truth).hasValidResponseSignature(SECRET);
      assertThat(server.armed()).isEmpty();
    }
  }

  @Test
  void faultThatNeedsStateIsRefused() throws Exception {
    try (SigningMockServer server = start("generate-order.minimal")) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> server.arm(new Armed(Fault.DUPLICATE, Optional.empty(), 1)));
    }
  }

  @Test
  void refusalIsNotSigned() throws Exception {
    try (SigningMockServer server = start("generate-order.refused.client-id")) {
      Response response = send(server, TestMerchant.order("request-minimal.json"));

      assertThat(response.status()).isEqualTo(400);
      assertThat(response.headers().first("Signature")).isEmpty();
      assertThat(server.problems()).isEmpty();
    }
  }

  private static SigningMockServer start(String... interactions) throws Exception {
    return SigningMockServer.start(
        Contracts.merchant("merchant", List.of(interactions)),
        CLIENT_ID,
        SECRET,
        Clock.systemUTC());
  }

  private static Response send(SigningMockServer server, Request request) throws Exception {
    return TestMerchant.send(URI.create(server.getUrl()), request);
  }

  private static Response sendUnchecked(SigningMockServer server) {
    try {
      return send(server, TestMerchant.order("request-minimal.json"));
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(Request request) {
    return request.body().toDisplayText();
  }

  private static Request resigned(String body) {
    return TestMerchant.signed("POST", TestMerchant.GENERATE_ORDER, Body.ofUtf8(body));
  }
}
