package io.github.dokuconformance.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.ToyChannel;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Notifications of a channel of which no code knows. */
@Timeout(60)
class ToyProbesTest {
  private static final SigningKey KEY = SigningKey.of(MerchantSecret.of("SK-TEST-NOT-A-SECRET"));
  private static final NotificationForm FORM = NotificationForm.of(ToyChannel.CONTRACT, "toy.told");
  private static final Merchant MERCHANT = new Merchant("MCH-TEST-0001", KEY, Target.of("/notify"));
  private static final Setting SETTING =
      new Setting(
          FORM,
          MERCHANT,
          ProbedOrders.invented("run").at(1),
          ProbedOrders.invented("run").at(2),
          "2b1c7a60-0000-4000-8000-000000000001",
          Instant.parse("2026-01-02T03:04:05Z"));

  static Stream<Probe> genuine() {
    return ProbeCatalogue.probes(FORM).stream()
        .filter(probe -> probe.expectation() == Expectation.ACCEPTED);
  }

  @ParameterizedTest
  @MethodSource("genuine")
  void tellsOfTheOrderInTheChannelsWordsAndIsRightlySigned(Probe probe) {
    Request request = probe.recipe().make(SETTING);

    CheckResult result =
        Check.check(
            Exchange.of("probe", request, null),
            CheckContext.nothing()
                .withContract(ToyChannel.CONTRACT)
                .withKeys(KeyRing.of(MERCHANT.clientId(), KEY))
                .withNotificationPath("/notify"));
    JsonNode body = JsonMapper.shared().readTree(request.body().toByteArray());
    assertThat(result.operation().map(operation -> operation.id())).contains("toy.told");
    assertThat(result.requestSignature().status()).isEqualTo(SignatureStatus.VALID);
    assertThat(body.at("/deal/number").asString()).isEqualTo(SETTING.order().invoiceNumber());
    assertThat(body.at("/deal/total").asInt()).isEqualTo((int) SETTING.order().amount());
    assertThat(body.at("/outcome").asString())
        .isEqualTo(probe.id().equals("genuine.status-failed") ? "DENIED" : "PAID");
  }

  @Test
  void asksOnlyForWhatTheNotificationGivesOccasionFor() {
    List<String> ids = ProbeCatalogue.probes(FORM).stream().map(Probe::id).toList();

    assertThat(ids)
        .contains("spelling.amount-decimals", "spelling.plus", "tampered.status")
        .doesNotContain("spelling.without-details");
    assertThat(ProbeCatalogue.probes()).hasSize(ids.size() + 1);
  }

  @Test
  void aRunSendsThemAll() throws Exception {
    List<Request> received = new CopyOnWriteArrayList<>();
    try (TestServer server =
        TestServer.start(
            request -> {
              received.add(request);
              return 200;
            },
            Set.of())) {
      List<ProbeResult> results =
          new ProbeRun(
                  HttpEndpoint.of(
                      NotificationUrl.parse(server.url("/notify")), Duration.ofSeconds(4)),
                  MERCHANT,
                  ProbedOrders.invented("run"),
                  Clock.systemUTC(),
                  () -> "id")
              .sending(FORM)
              .run(ProbeCatalogue.probes(FORM), result -> {});

      assertThat(results).hasSizeGreaterThanOrEqualTo(ProbeCatalogue.probes(FORM).size());
      assertThat(received).isNotEmpty();
      assertThat(received.get(0).body().toDisplayText()).contains("TOY-TOLD");
      // Who takes everything is told of the forgeries that he took.
      assertThat(results).anyMatch(result -> !result.passed());
    }
  }

  @Test
  void wantsANotificationThatTheContractTellsHowToWrite() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotificationForm.of(ToyChannel.CONTRACT, "toy.pay"))
        .withMessageContaining("toy.told");
  }
}
