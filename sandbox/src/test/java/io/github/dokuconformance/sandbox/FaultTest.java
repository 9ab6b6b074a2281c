package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.sandbox.TestMerchant.Reply;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Fault.Expectation;
import io.github.dokuconformance.sandbox.fault.Fault.Stage;
import io.github.dokuconformance.sandbox.fault.Marks.Reaction;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** How the sandbox lies, and how it tells who believed it. */
class FaultTest {
  private final Sandbox sandbox =
      TestMerchant.start(TestMerchant.options().delay(Duration.ofMillis(300)));
  private final TestMerchant merchant = new TestMerchant(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  private void arm(Fault fault) {
    sandbox.arm(new Armed(fault, Optional.empty(), 1));
  }

  static List<Arguments> lies() {
    return List.of(
        argumentSet("wrong key", Fault.WRONG_KEY, SignatureStatus.INVALID, "signature.mismatch"),
        argumentSet(
            "altered body", Fault.BODY_ALTERED, SignatureStatus.INVALID, "signature.mismatch"),
        argumentSet(
            "no signature", Fault.SIGNATURE_MISSING, SignatureStatus.ABSENT, "signature.missing"),
        argumentSet("other id", Fault.OTHER_REQUEST_ID, SignatureStatus.VALID, "echo.request-id"),
        argumentSet("duplicate", Fault.DUPLICATE, SignatureStatus.VALID, "echo.invoice-number"),
        argumentSet(
            "stale", Fault.STALE_TIMESTAMP, SignatureStatus.VALID, "echo.response-timestamp"));
  }

  @ParameterizedTest
  @MethodSource("lies")
  void aCheckOfTheResponseFindsTheLie(Fault fault, SignatureStatus status, String code) {
    merchant.order("INV-0");
    arm(fault);

    Reply reply = merchant.order("INV-1");

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.check().responseSignature().status()).isEqualTo(status);
    assertThat(reply.check().findings()).extracting(f -> f.code()).contains(code);
    assertThat(sandbox.summary().faults()).containsExactly(java.util.Map.entry(fault.id(), 1L));
    merchant.order("INV-2").assertGenuine();
  }

  static Stream<Fault> refusable() {
    return Stream.of(Fault.values())
        .filter(f -> f.stage() == Stage.AFTER && f.expectation() == Expectation.REFUSE);
  }

  @ParameterizedTest
  @MethodSource("refusable")
  void tellsThatAClientUsedWhatALieGave(Fault fault) {
    Reply lie = lie(fault);
    String number = lie.text("/payment/identifier/0/value");
    merchant.control("POST", "/orders/INV-1/pay", "");

    merchant.refund("INV-1", "REF-1", number);

    assertThat(sandbox.summary().unnoticed())
        .singleElement()
        .satisfies(
            one -> {
              assertThat(one.fault()).isEqualTo(fault);
              assertThat(one.invoiceNumber()).isEqualTo("INV-1");
            });
  }

  @ParameterizedTest
  @MethodSource("refusable")
  void tellsThatAClientAskedAgain(Fault fault) {
    lie(fault);

    String number = merchant.status("INV-1").text("/peer_to_peer_info/identifier/0/value");
    merchant.control("POST", "/orders/INV-1/pay", "");
    merchant.refund("INV-1", "REF-1", number).assertGenuine();

    assertThat(sandbox.summary().refusable())
        .extracting(one -> one.reaction())
        .containsExactly(Reaction.RECOVERED);
  }

  @ParameterizedTest
  @MethodSource("refusable")
  void doesNotBlameAClientThatStops(Fault fault) {
    lie(fault);

    merchant.order("INV-2").assertGenuine();

    assertThat(sandbox.summary().refusable())
        .extracting(one -> one.reaction())
        .containsExactly(Reaction.STOPPED);
    assertThat(sandbox.summary().unnoticed()).isEmpty();
  }

  @Test
  void tellsThatTheCustomerWasSentToThePageOfALie() {
    Reply lie = lie(Fault.WRONG_KEY);

    Reply page = merchant.control("GET", path(lie.text("/payment/url")), "");

    assertThat(page.status()).isEqualTo(404);
    assertThat(sandbox.summary().unnoticed()).hasSize(1);
  }

  @Test
  void doesNotBlameAClientThatSendsTheRequestAgain() {
    arm(Fault.WRONG_KEY);
    String body = TestMerchant.orderBody("INV-1");
    merchant.post(TestMerchant.ORDER, body).requestId("id-1").send();

    Reply again = merchant.post(TestMerchant.ORDER, body).requestId("id-1").send();

    assertThat(again.assertGenuine().status()).isEqualTo(409);
    assertThat(again.text("/payment/identifier/0/value")).startsWith("1");
    assertThat(sandbox.summary().refusable())
        .extracting(one -> one.reaction())
        .containsExactly(Reaction.RECOVERED);
  }

  @Test
  void takesAnotherRequestIdOnACancellationAsDokusOwnSampleHasIt() {
    merchant.order("INV-1");
    sandbox.arm(new Armed(Fault.OTHER_REQUEST_ID, Optional.of("akulaku.cancel"), 1));

    merchant.cancel("INV-1");

    assertThat(sandbox.summary().refusable()).isEmpty();
  }

  private Reply lie(Fault fault) {
    merchant.order("INV-0");
    arm(fault);
    return merchant.order("INV-1");
  }

  private static String path(String url) {
    return URI.create(url).getPath().substring(Sandbox.CONTROL.length());
  }

  static Stream<Fault> acceptable() {
    return Stream.of(Fault.values()).filter(f -> f.expectation() == Expectation.ACCEPT);
  }

  @ParameterizedTest
  @MethodSource("acceptable")
  void anOddResponseIsStillARightOne(Fault fault) {
    Reply plain = merchant.order("INV-0");
    arm(fault);

    Reply odd = merchant.order("INV-1").assertGenuine();

    assertThat(shape(odd)).isNotEqualTo(shape(plain));
    assertThat(odd.text("/payment/status")).isEqualTo("PENDING");
    assertThat(merchant.refund("INV-1").status()).isEqualTo(200);
    assertThat(sandbox.summary().refusable()).isEmpty();
  }

  private static String shape(Reply reply) {
    return reply.text().replaceAll("INV-[01]|1[0-9]{9}", "");
  }

  @Test
  void anErrorIsServedAndNothingIsDone() {
    arm(Fault.ERROR_5XX);
    arm(Fault.ERROR_4XX);

    Reply first = merchant.order("INV-1");
    Reply second = merchant.order("INV-1");

    assertThat(first.status()).isEqualTo(500);
    assertThat(second.status()).isEqualTo(400);
    assertThat(sandbox.orders("INV-1")).isEmpty();
    assertThat(merchant.order("INV-1").assertGenuine().status()).isEqualTo(200);
  }

  @Test
  void anOrderFailsAtOnce() {
    arm(Fault.ORDER_FAILED);

    Reply reply = merchant.order("INV-1").assertGenuine();

    assertThat(reply.text("/payment/status")).isEqualTo("FAILED");
    assertThat(merchant.order("INV-1").status()).isEqualTo(400);
    assertThat(sandbox.summary().exercised())
        .contains("akulaku.generate-order:failed", "order.failed");
  }

  @Test
  void aDroppedConnectionLeavesTheOrderUnmade() {
    arm(Fault.DROPPED_BEFORE);

    assertThatThrownBy(() -> merchant.order("INV-1")).isInstanceOf(UncheckedIOException.class);
    assertThat(sandbox.orders("INV-1")).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"DROPPED_AFTER", "TRUNCATED"})
  void aBrokenResponseLeavesTheOrderMade(Fault fault) {
    arm(fault);

    assertThatThrownBy(() -> merchant.order("INV-1")).isInstanceOf(UncheckedIOException.class);
    assertThat(sandbox.orders("INV-1")).hasSize(1);
  }

  @Test
  void aDelayedResponseComesLate() {
    arm(Fault.DELAY);
    long start = System.nanoTime();

    merchant.order("INV-1").assertGenuine();

    assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThan(Duration.ofMillis(300));
  }

  @Test
  void aFaultActsAsOftenAsItWasArmedForAndOnItsOperationAlone() {
    sandbox.arm(new Armed(Fault.WRONG_KEY, Optional.of("orders.check-status"), 2));

    merchant.order("INV-1").assertGenuine();
    List<SignatureStatus> statuses =
        Stream.generate(() -> merchant.status("INV-1").check().responseSignature().status())
            .limit(3)
            .toList();

    assertThat(statuses)
        .containsExactly(SignatureStatus.INVALID, SignatureStatus.INVALID, SignatureStatus.VALID);
  }

  @Test
  void aFaultActsAlwaysUntilItIsDisarmed() {
    merchant.control("POST", "/faults", "{\"fault\":\"response.wrong-key\",\"times\":\"always\"}");
    for (int i = 0; i < 5; i++) {
      assertThat(merchant.order("INV-" + i).check().responseSignature().status())
          .isEqualTo(SignatureStatus.INVALID);
    }

    merchant.control("DELETE", "/faults/response.wrong-key", "");

    merchant.order("INV-9").assertGenuine();
  }

  @Test
  void aFaultWaitsForARequestThatIsCarriedOut() {
    arm(Fault.WRONG_KEY);

    merchant.status("INV-none").assertGenuine();

    assertThat(sandbox.armed()).hasSize(1);
  }

  @Test
  void everyFaultHasANameOfItsOwnAndASummary() {
    assertThat(Fault.values()).extracting(Fault::id).doesNotHaveDuplicates();
    assertThat(Fault.values()).allMatch(fault -> !fault.summary().isBlank());
    assertThat(Fault.values()).allMatch(fault -> Fault.of(fault.id()).orElseThrow() == fault);
  }
}
