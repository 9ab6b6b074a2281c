package io.github.dokuconformance.probe;

import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedMessage;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ProbeCatalogueTest {
  private static final SigningKey KEY = SigningKey.of(MerchantSecret.of("SK-TEST-NOT-A-SECRET"));
  private static final Setting SETTING =
      new Setting(
          NotificationForm.bundled(),
          new Merchant("MCH-TEST-0001", KEY, Target.of("/notify?channel=akulaku")),
          ProbedOrders.invented("run").at(1),
          ProbedOrders.invented("run").at(2),
          "2b1c7a60-0000-4000-8000-000000000001",
          Instant.parse("2026-01-02T03:04:05Z"));

  @Test
  void givesEachIdOnceInOneForm() {
    List<String> ids = ProbeCatalogue.requirements().stream().map(Requirement::id).toList();

    assertThat(ids).doesNotHaveDuplicates().allMatch(id -> id.matches("[a-z-]+\\.[a-z0-9-]+"));
  }

  @Test
  void holdsNoRequirementOfConsequenceThatEveryFlawedEndpointMeets() {
    Set<String> found = new HashSet<>();
    FlawedReceivers.all().forEach(flawed -> found.addAll(ProbeRunTest.expanded(flawed.failed())));

    assertThat(idsReaching(Level.SHOULD)).isSubsetOf(found);
  }

  /** Who refuses everything fails every genuine probe; each must find a mistake of its own too. */
  @Test
  void findsAtEndpointThatTakesThePlainMessageWhatEachGenuineProbeIsFor() {
    Set<String> found = new HashSet<>();
    FlawedReceivers.all()
        .map(flawed -> ProbeRunTest.expanded(flawed.failed()))
        .filter(failed -> !failed.contains(ProbeCatalogue.baseline().id()))
        .forEach(found::addAll);

    assertThat(idsReaching(Level.SHOULD))
        .filteredOn(id -> !id.equals(ProbeCatalogue.baseline().id()))
        .isSubsetOf(found);
  }

  @ParameterizedTest
  @MethodSource("genuine")
  void signsGenuineMessageOverPathAndExactBody(Probe probe) {
    Request request = probe.recipe().make(SETTING);

    Request toPath = new Request("POST", Target.of("/notify"), request.headers(), request.body());
    assertThat(
            NonSnap.SCHEME
                .verify(SignedMessage.notification(toPath), MerchantKeys.of(KEY))
                .isValid())
        .isTrue();
    assertThat(request.target().path()).isEqualTo("/notify");
  }

  @ParameterizedTest
  @MethodSource("genuine")
  void saysOfOrderTheSameInEverySpelling(Probe probe) {
    JsonNode body = json(probe.recipe().make(SETTING).body());

    assertThat(body.at("/order/invoice_number").asString())
        .isEqualTo(SETTING.order().invoiceNumber());
    assertThat(body.at("/order/amount").decimalValue())
        .isEqualByComparingTo(Long.toString(SETTING.order().amount()));
    assertThat(body.at("/service/id").asString()).isEqualTo("PEER_TO_PEER");
    assertThat(body.at("/payment/merchant_unique_reference").asString())
        .isEqualTo(SETTING.order().reference());
  }

  @ParameterizedTest
  @MethodSource("toBeRefused")
  void neverLetsMessageThatMustBeRefusedVerify(Probe probe) {
    Request request = probe.recipe().make(SETTING);
    String clientId = request.headers().first("Client-Id").orElse("");

    boolean genuine =
        clientId.equals(SETTING.merchant().clientId())
            && NonSnap.SCHEME
                .verify(SignedMessage.notification(request), MerchantKeys.of(KEY))
                .isValid();

    assertThat(genuine).isFalse();
  }

  @ParameterizedTest
  @MethodSource("all")
  void makesTheSameBytesOfTheSameSetting(Probe probe) {
    assertThat(probe.recipe().make(SETTING)).isEqualTo(probe.recipe().make(SETTING));
  }

  @ParameterizedTest
  @MethodSource("all")
  void sendsToTheConfiguredPathOnlyWhatHttpCanCarry(Probe probe) {
    Request request = probe.recipe().make(SETTING);

    assertThat(request.target().raw()).startsWith(SETTING.merchant().target().raw());
    assertThat(request.headers().stream())
        .allMatch(h -> HttpSyntax.isToken(h.name()) && HttpSyntax.isFieldValue(h.value()));
  }

  static Stream<Probe> all() {
    return ProbeCatalogue.probes().stream();
  }

  static Stream<Probe> genuine() {
    return all().filter(probe -> probe.expectation() == Expectation.ACCEPTED);
  }

  /** Those that anybody could make; what a key holder signs otherwise may well verify. */
  static Stream<Probe> toBeRefused() {
    return all()
        .filter(probe -> probe.expectation() == Expectation.REFUSED)
        .filter(probe -> probe.requirement().level() == Level.MUST);
  }

  private static Set<String> idsReaching(Level level) {
    return ProbeCatalogue.requirements().stream()
        .filter(requirement -> requirement.level().reaches(level))
        .map(Requirement::id)
        .collect(toSet());
  }

  private static JsonNode json(Body body) {
    return JsonMapper.shared().readTree(body.toByteArray());
  }
}
