package io.github.dokuconformance.probe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The genuine probes of each channel and method are what the contract says of them. */
class EachNotificationTest {
  private static final SigningKey KEY =
      SigningKey.of(MerchantSecret.of("SK-TEST-each-NOT-A-SECRET"));
  private static final Merchant MERCHANT = new Merchant("MCH-TEST-0001", KEY, Target.of("/notify"));

  static List<Arguments> forms() {
    List<Arguments> forms = new ArrayList<>();
    for (String channel : List.of("akulaku", "cards", "emoney")) {
      forms.add(argumentSet(channel, channel, Optional.empty()));
    }
    for (String method :
        List.of(
            "VIRTUAL_ACCOUNT_BCA",
            "VIRTUAL_ACCOUNT_BNI",
            "CREDIT_CARD",
            "QRIS",
            "EMONEY_SHOPEEPAY",
            "EMONEY_OVO",
            "ONLINE_TO_OFFLINE_ALFA",
            "PEER_TO_PEER_AKULAKU")) {
      forms.add(argumentSet(method, "checkout", Optional.of(method)));
    }
    return forms;
  }

  @ParameterizedTest
  @MethodSource("forms")
  void isConformant(String channel, Optional<String> method) {
    NotificationForm form = NotificationForm.of(Contract.bundled(), channel, method);
    Setting setting =
        new Setting(
            form,
            MERCHANT,
            ProbedOrders.invented("run").at(1),
            ProbedOrders.invented("run").at(2),
            "2b1c7a60-0000-4000-8000-000000000001",
            Instant.parse("2026-01-02T03:04:05Z"));

    List<Probe> genuine =
        ProbeCatalogue.probes(form).stream()
            .filter(probe -> probe.expectation() == Expectation.ACCEPTED)
            .toList();

    assertThat(genuine).hasSizeGreaterThan(10);
    for (Probe probe : genuine) {
      CheckResult result =
          Check.check(
              Exchange.of(probe.id(), probe.recipe().make(setting), null),
              CheckContext.nothing()
                  .withKeys(KeyRing.of(MERCHANT.clientId(), KEY))
                  .withNotificationPath("/notify"));
      assertThat(result.operation().map(operation -> operation.id()))
          .as(probe.id())
          .contains(channel + ".notification");
      assertThat(result.requestSignature().status()).isEqualTo(SignatureStatus.VALID);
      assertThat(result.findings())
          .as(probe.id() + " " + result.exchange().request().body().toDisplayText())
          .filteredOn(finding -> finding.severity() == Severity.ERROR)
          .isEmpty();
    }
  }

  @Test
  void saysWhichMethodsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotificationForm.of(Contract.bundled(), "checkout", Optional.of("CASH")))
        .withMessageStartingWith("expected a method (VIRTUAL_ACCOUNT_BCA, ")
        .withMessageEndingWith("), got: CASH");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> NotificationForm.of(Contract.bundled(), "cards", Optional.of("QRIS")))
        .withMessage("expected no method: this notification is the same for all");
  }
}
