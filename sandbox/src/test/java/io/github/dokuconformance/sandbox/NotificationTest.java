package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Marks.Reaction;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.SigningKey;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What reaches the merchant's notification endpoint, and when. */
class NotificationTest {
  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final KeyRing KEYS = KeyRing.of(SigningKey.of(TestMerchant.SECRET));

  private final TestEndpoint endpoint = new TestEndpoint();
  private final Sandbox sandbox =
      TestMerchant.start(TestMerchant.options().notificationUrl(endpoint.url()));
  private final TestMerchant merchant = new TestMerchant(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
    endpoint.close();
  }

  static List<Arguments> ends() {
    return List.of(argumentSet("paid", "pay", "SUCCESS"), argumentSet("failed", "fail", "FAILED"));
  }

  @ParameterizedTest
  @MethodSource("ends")
  void tellsTheMerchantWhatTheOrderCameTo(String event, String status) throws Exception {
    merchant
        .post(TestMerchant.ORDER, TestMerchant.orderBody("INV-1"))
        .requestId("made-by-this")
        .send();

    merchant.control("POST", "/orders/INV-1/" + event, "");

    Request notification = received(1).get(0);
    assertThat(check(notification).requestSignature().status()).isEqualTo(SignatureStatus.VALID);
    assertThat(check(notification).isConformant(Severity.ERROR)).isTrue();
    assertThat(json(notification).at("/transaction/status").asString()).isEqualTo(status);
    assertThat(json(notification).at("/transaction/original_request_id").asString())
        .isEqualTo("made-by-this");
    assertThat(notification.target().raw()).isEqualTo("/payments/notifications");
    assertThat(sandbox.summary().exercised()).contains("akulaku.notification:acknowledged");
  }

  @Test
  void saysNothingOfExpiryCancellationAndRefund() throws Exception {
    merchant.order("INV-1");
    merchant.control("POST", "/orders/INV-1/expire", "");
    merchant.order("INV-2");
    merchant.cancel("INV-2");

    assertThat(received(0)).isEmpty();
  }

  @Test
  void triesAgainAfterHalfAnHourSixAndTwelveHoursAndThenNoMore() throws Exception {
    endpoint.answer(request -> 500);
    merchant.order("INV-1");
    merchant.control("POST", "/orders/INV-1/pay", "");
    assertThat(received(1)).hasSize(1);

    merchant.control("PUT", "/clock", "{\"advance\":\"PT29M\"}");
    assertThat(received(1)).as("before half an hour").hasSize(1);
    merchant.control("PUT", "/clock", "{\"advance\":\"PT1M\"}");
    assertThat(received(2)).as("after half an hour").hasSize(2);
    merchant.control("PUT", "/clock", "{\"advance\":\"PT5H29M\"}");
    assertThat(received(2)).as("before six hours").hasSize(2);
    merchant.control("PUT", "/clock", "{\"advance\":\"PT1M\"}");
    assertThat(received(3)).as("after six hours").hasSize(3);
    merchant.control("PUT", "/clock", "{\"advance\":\"PT6H\"}");
    assertThat(received(4)).as("after twelve hours").hasSize(4);
    merchant.control("PUT", "/clock", "{\"advance\":\"P9D\"}");
    List<Request> all = received(4);

    assertThat(all).as("after that").hasSize(4);
    assertThat(all).allSatisfy(one -> assertThat(check(one).isConformant(Severity.ERROR)).isTrue());
    assertThat(all).extracting(Request::body).containsOnly(all.get(0).body());
    assertThat(all)
        .extracting(one -> one.headers().first("Request-Id").orElseThrow())
        .containsOnly(all.get(0).headers().first("Request-Id").orElseThrow());
  }

  @Test
  void triesNoMoreOnceItWasTaken() throws Exception {
    endpoint.answer(request -> endpoint.received().size() < 2 ? 503 : 204);
    merchant.order("INV-1");
    merchant.control("POST", "/orders/INV-1/pay", "");
    received(1);

    sandbox.clock().advance(Duration.ofHours(1));
    received(2);
    sandbox.clock().advance(Duration.ofDays(2));

    assertThat(received(2)).hasSize(2);
    assertThat(sandbox.summary().outcomes())
        .containsEntry("akulaku.notification:rejected", 1L)
        .containsEntry("akulaku.notification:acknowledged", 1L);
  }

  @Test
  void recordsThatNobodyAnswers() throws Exception {
    endpoint.close();
    merchant.order("INV-1");
    merchant.control("POST", "/orders/INV-1/pay", "");

    assertThat(sandbox.awaitNotifications(PATIENCE)).isTrue();
    assertThat(sandbox.summary().outcomes()).containsKey("akulaku.notification:unreachable");
  }

  @Test
  void goesToTheConfiguredUrlAloneWhateverAnOrderAsksFor() throws Exception {
    try (TestEndpoint elsewhere = new TestEndpoint()) {
      String body =
          TestMerchant.orderBody("INV-1")
              .replace(
                  "\"customer\":",
                  "\"additional_info\":{\"override_notification_url\":\""
                      + elsewhere.url()
                      + "\"},\"customer\":");
      assertThat(merchant.post(TestMerchant.ORDER, body).send().status()).isEqualTo(200);

      merchant.control("POST", "/orders/INV-1/pay", "");

      assertThat(received(1)).hasSize(1);
      assertThat(elsewhere.received()).isEmpty();
    }
  }

  @Test
  void followsTheUrlThatTheControlApiSets() throws Exception {
    try (TestEndpoint other = new TestEndpoint()) {
      merchant.control("PUT", "/notification-url", "{\"url\":\"" + other.url() + "\"}");
      merchant.order("INV-1");
      merchant.control("POST", "/orders/INV-1/pay", "");
      received(0);
      merchant.control("PUT", "/notification-url", "{\"url\":null}");
      merchant.order("INV-2");
      merchant.control("POST", "/orders/INV-2/pay", "");

      assertThat(received(0)).isEmpty();
      assertThat(other.received()).hasSize(1);
    }
  }

  @Test
  void signsThePathWithoutTheQuery() throws Exception {
    sandbox.setNotificationUrl(Optional.of(URI.create(endpoint.url() + "?task=notify")));
    merchant.order("INV-1");

    merchant.control("POST", "/orders/INV-1/pay", "");

    Request notification = received(1).get(0);
    assertThat(notification.target().raw()).isEqualTo("/payments/notifications?task=notify");
    assertThat(check(notification).requestSignature().status()).isEqualTo(SignatureStatus.VALID);
  }

  static List<Arguments> forgeries() {
    return List.of(
        argumentSet("wrong key", Fault.NOTIFICATION_WRONG_KEY, SignatureStatus.INVALID),
        argumentSet("altered body", Fault.NOTIFICATION_BODY_ALTERED, SignatureStatus.INVALID),
        argumentSet("no signature", Fault.NOTIFICATION_SIGNATURE_MISSING, SignatureStatus.ABSENT));
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void tellsWhoTakesAForgery(Fault fault, SignatureStatus status) throws Exception {
    sandbox.arm(new Armed(fault, Optional.empty(), 1));
    merchant.order("INV-1");
    merchant.control("POST", "/orders/INV-1/pay", "");

    List<Request> received = received(2);

    assertThat(check(received.get(0)).requestSignature().status()).isEqualTo(status);
    assertThat(check(received.get(1)).requestSignature().status()).isEqualTo(SignatureStatus.VALID);
    assertThat(sandbox.summary().unnoticed()).hasSize(1);
    assertThat(sandbox.summary().faults()).containsEntry(fault.id(), 1L);
  }

  @ParameterizedTest
  @MethodSource("forgeries")
  void doesNotBlameWhoRefusesAForgery(Fault fault, SignatureStatus status) throws Exception {
    endpoint.answer(
        request -> check(request).requestSignature().status() == SignatureStatus.VALID ? 200 : 401);
    sandbox.arm(new Armed(fault, Optional.empty(), 1));
    merchant.order("INV-1");
    merchant.control("POST", "/orders/INV-1/pay", "");

    received(2);

    assertThat(sandbox.summary().unnoticed()).isEmpty();
    assertThat(sandbox.summary().refusable())
        .extracting(one -> one.reaction())
        .containsExactly(Reaction.RECOVERED);
  }

  @Test
  void sendsTheSameNotificationTwice() throws Exception {
    sandbox.arm(new Armed(Fault.NOTIFICATION_TWICE, Optional.empty(), 1));
    merchant.order("INV-1");
    merchant.control("POST", "/orders/INV-1/pay", "");

    List<Request> received = received(2);

    assertThat(received.get(1).body()).isEqualTo(received.get(0).body());
    assertThat(received.get(1).headers().first("Signature"))
        .isEqualTo(received.get(0).headers().first("Signature"));
  }

  @Test
  void sendsAnOlderNotificationAfterwards() throws Exception {
    sandbox.arm(new Armed(Fault.NOTIFICATION_OUT_OF_ORDER, Optional.empty(), 1));
    merchant.order("INV-1");
    merchant.control("POST", "/orders/INV-1/pay", "");

    List<Request> received = received(2);

    JsonNode first = json(received.get(0));
    JsonNode second = json(received.get(1));
    assertThat(second.at("/transaction/status").asString()).isEqualTo("FAILED");
    assertThat(Instant.parse(second.at("/transaction/date").asString()))
        .isBefore(Instant.parse(first.at("/transaction/date").asString()));
    assertThat(check(received.get(1)).requestSignature().status()).isEqualTo(SignatureStatus.VALID);
  }

  @Test
  void notifiesBeforeTheOrdersOwnResponse() {
    sandbox.arm(new Armed(Fault.NOTIFICATION_BEFORE_RESPONSE, Optional.empty(), 1));

    var reply = merchant.order("INV-1").assertGenuine();

    assertThat(endpoint.received()).hasSize(1);
    assertThat(reply.text("/payment/status")).isEqualTo("PENDING");
    assertThat(merchant.status("INV-1").text("/transaction/status")).isEqualTo("SUCCESS");
  }

  /** Returns what came, when nothing more is due and at least so many have come. */
  private List<Request> received(int atLeast) throws InterruptedException {
    assertThat(sandbox.awaitNotifications(PATIENCE)).isTrue();
    assertThat(endpoint.received()).hasSizeGreaterThanOrEqualTo(atLeast);
    return endpoint.received();
  }

  private static CheckResult check(Request request) {
    Exchange exchange =
        Exchange.of("notification", request, null).withOperation("akulaku.notification");
    return Check.check(exchange, CheckContext.nothing().withKeys(KEYS));
  }

  private static JsonNode json(Request request) {
    return JsonMapper.shared().readTree(request.body().toByteArray());
  }
}
