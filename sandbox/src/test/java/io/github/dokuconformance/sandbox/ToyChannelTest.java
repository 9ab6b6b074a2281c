package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.TestMerchant.Reply;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Marks;
import io.github.dokuconformance.sandbox.order.OrderEvent;
import io.github.dokuconformance.sandbox.order.OrderState;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The whole life of a payment in a channel of which no code knows. */
@Timeout(60)
class ToyChannelTest {
  private final Heard heard = new Heard();
  private TestEndpoint shop;
  private Sandbox sandbox;
  private TestMerchant merchant;

  @BeforeEach
  void start() throws IOException {
    shop = new TestEndpoint();
    sandbox =
        TestMerchant.start(
            TestMerchant.options()
                .contract(ToyChannel.CONTRACT)
                .notificationUrl(shop.url())
                .listener(heard));
    merchant = new TestMerchant(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
    shop.close();
  }

  @Test
  void anOrderIsMadeChangedPaidToldLookedAtAndGivenBack() throws Exception {
    Reply made = pay("D-1").send();
    Reply changed =
        merchant
            .sending(
                "PATCH",
                "/toy/v1/payments/D-1",
                json("{'total':80,'lines':[{'label':'cup','cost':20,'count':4}]}"))
            .send();
    sandbox.apply(sandbox.orders("D-1").get(0), OrderEvent.PAY);
    assertThat(sandbox.awaitNotifications(Duration.ofSeconds(10))).isTrue();
    Reply looked = merchant.sending("GET", "/toy/v1/payments/D-1", Body.none()).send();
    Reply voided = voided("D-1").send();
    Reply returned =
        merchant
            .post(
                "/toy/v1/returns",
                text("{'deal':{'number':'D-1'},'ref':'R-D-1','return_ref':'X-1'}"))
            .send();

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text("/state")).isEqualTo("OPEN");
    assertThat(made.text("/link")).startsWith(sandbox.url() + "/_sandbox/pages/");
    assertThat(changed.json().at("/deal/total").asInt()).isEqualTo(80);
    assertThat(looked.text("/state")).isEqualTo("PAID");
    assertThat(looked.text("/deal/first_label")).isEqualTo("cup");
    assertThat(voided.text("/state")).isEqualTo("PAID");
    assertThat(returned.text("/state")).isEqualTo("RETURNED");
    assertThat(returned.text("/return_ref")).isEqualTo("X-1");
    for (Reply reply : List.of(made, changed, looked, voided, returned)) {
      assertRight(reply.exchange());
    }
    assertThat(heard.delivered).singleElement().satisfies(one -> assertRight(one.exchange()));
    assertThat(heard.delivered.get(0).exchange().operation()).contains("toy.told");
    assertThat(heard.delivered.get(0).exchange().request().body().toDisplayText())
        .contains("\"outcome\":\"PAID\"", "\"number\":\"D-1\"", "\"total\":80");
    assertThat(sandbox.summary().exercised())
        .contains(
            "toy.pay:pending",
            "toy.change:success",
            "toy.look:success",
            "toy.void:failed",
            "toy.return:success",
            "toy.told:acknowledged");
  }

  @Test
  void anOrderIsTakenBackExpiresOrFails() {
    pay("D-1").send();
    Reply voided = voided("D-1").send();
    pay("D-2").send();
    sandbox.clock().advance(Duration.ofHours(2).plusSeconds(60));
    Reply late = merchant.sending("GET", "/toy/v1/payments/D-2", Body.none()).send();
    sandbox.arm(new Armed(Fault.ORDER_FAILED, Optional.of("toy.pay"), 1));
    Reply denied = pay("D-3").send();

    assertThat(voided.text("/state")).isEqualTo("VOIDED");
    assertThat(late.text("/state")).isEqualTo("DENIED");
    assertThat(sandbox.orders("D-2").get(0).state()).isEqualTo(OrderState.EXPIRED);
    assertThat(denied.text("/state")).isEqualTo("DENIED");
    assertRight(voided.exchange());
    assertRight(late.exchange());
  }

  @Test
  void refusalsAreTheChannelsOwn() {
    pay("D-1").send();

    Reply taken = pay("D-1").send();
    Reply none = voided("D-9").send();
    Reply wrong = merchant.post("/toy/v1/payments", "{}").send();
    Reply forged = pay("D-2").alter(body -> Body.ofUtf8(body.toDisplayText() + " ")).send();

    assertThat(taken.status()).isEqualTo(409);
    assertThat(taken.text("/fault")).isEqualTo("deal.number is taken");
    assertThat(none.status()).isEqualTo(404);
    assertThat(none.text("/fault")).isEqualTo("no such deal");
    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.text("/fault")).isEqualTo("toy.pay: look at what you send");
    assertThat(forged.status()).isEqualTo(401);
  }

  @Test
  void aRequestSentAgainGetsTheSameAnswerWithTheChannelsStatus() {
    TestMerchant.Sending order = pay("D-1").requestId("again");

    Reply first = order.send();
    Reply again = order.send();
    Reply other = pay("D-2").requestId("again").send();

    assertThat(again.status()).isEqualTo(200);
    assertThat(again.text()).isEqualTo(first.text());
    assertThat(other.text("/fault")).isEqualTo("this id was used");
  }

  @Test
  void whatHasNoPartInTheLifeOfAnOrderIsAnswered() {
    Reply odd = merchant.post("/toy/v1/odds", text("{'memo':'m'}")).send();
    Reply without = merchant.post("/toy/v1/odds", "{}").send();

    assertThat(odd.text()).isEqualTo("{\"memo\":\"m\"}");
    assertThat(without.text()).isEqualTo("{}");
  }

  @Test
  void liesAreMarkedAndWhoBelievesOneIsFound() {
    sandbox.arm(new Armed(Fault.WRONG_KEY, Optional.of("toy.pay"), 1));
    Reply lie = pay("D-1").send();

    assertThat(lie.check().responseSignature().status()).isEqualTo(SignatureStatus.INVALID);
    String page = URI.create(lie.text("/link")).getPath();
    merchant.exchange(new Request("GET", Target.of(page), Headers.none(), Body.none()));

    assertThat(sandbox.summary().unnoticed())
        .singleElement()
        .extracting(Marks.Served::operation)
        .isEqualTo("toy.pay");
  }

  @Test
  void everyFaultOfANotificationCanBeHad() throws Exception {
    for (Fault fault :
        List.of(
            Fault.NOTIFICATION_TWICE,
            Fault.NOTIFICATION_OUT_OF_ORDER,
            Fault.NOTIFICATION_WRONG_KEY,
            Fault.NOTIFICATION_BODY_ALTERED,
            Fault.NOTIFICATION_SIGNATURE_MISSING)) {
      sandbox.arm(new Armed(fault, Optional.of("toy.told"), 1));
      String number = "D-" + heard.delivered.size();
      pay(number).send();
      sandbox.apply(sandbox.orders(number).get(0), OrderEvent.PAY);
      assertThat(sandbox.awaitNotifications(Duration.ofSeconds(10))).isTrue();
    }

    assertThat(sandbox.armed()).isEmpty();
    assertThat(heard.delivered).hasSize(10);
    assertThat(heard.delivered)
        .filteredOn(one -> one.fault().equals(Optional.of(Fault.NOTIFICATION_BODY_ALTERED)))
        .singleElement()
        .satisfies(
            one ->
                assertThat(one.exchange().request().body().toDisplayText())
                    .contains("\"outcome\":\"DENIED\""));
  }

  @Test
  void aFaultWaitsForAnOperationOfTheContract() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.arm(new Armed(Fault.WRONG_KEY, Optional.of("no.such"), 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.arm(new Armed(Fault.ORDER_FAILED, Optional.of("toy.look"), 1)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> sandbox.arm(new Armed(Fault.WRONG_KEY, Optional.of("toy.ask"), 1)));
  }

  @Test
  void whatHasNoAnswerIsJudgedAndThenRefusedInClearWords() {
    pay("D-1").send();

    Reply right = merchant.status("D-1");
    Reply wrong = merchant.post("/toy/v1/payments", "{}").send();

    assertThat(right.status()).isEqualTo(501);
    assertThat(right.text("/error/message")).contains("no error", "orders.check-status");
    assertThat(wrong.status()).isEqualTo(422);
  }

  @Test
  void theOtherChannelsAreServedBesideIt() {
    assertThat(merchant.order("INV-1").assertGenuine().status()).isEqualTo(200);
    assertThat(merchant.status("INV-1").assertGenuine().status()).isEqualTo(200);
  }

  private TestMerchant.Sending pay(String number) {
    return merchant.post(
        "/toy/v1/payments",
        text(
            "{'deal':{'number':'"
                + number
                + "','total':70,'lines':[{'label':'cup','cost':70,'count':1}],"
                + "'back':'https://shop.example/back'},'ref':'R-"
                + number
                + "','notify':'https://shop.example/payments/notifications'}"));
  }

  private TestMerchant.Sending voided(String number) {
    return merchant.post(
        "/toy/v1/voids", text("{'deal':{'number':'" + number + "'},'ref':'R-" + number + "'}"));
  }

  private static String text(String json) {
    return json.replace('\'', '"');
  }

  private static Body json(String json) {
    return Body.ofUtf8(text(json));
  }

  private static void assertRight(Exchange exchange) {
    CheckResult result =
        Check.check(
            exchange,
            CheckContext.nothing()
                .withContract(ToyChannel.CONTRACT)
                .withKeys(KeyRing.of(TestMerchant.CLIENT_ID, SigningKey.of(TestMerchant.SECRET)))
                .withNotificationPath("/payments/notifications"));
    assertThat(result.requestSignature().status()).isEqualTo(SignatureStatus.VALID);
    assertThat(result.findings())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .extracting(Finding::code)
        .isEmpty();
  }

  @Test
  void theBundledContractKnowsNothingOfIt() {
    assertThat(Contract.bundled().channels()).doesNotContain("toy");
  }
}
