package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.sandbox.TestMerchant.Reply;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.sandbox.order.OrderEvent;
import io.github.dokuconformance.sandbox.order.OrderState;
import io.github.dokuconformance.signature.MerchantSecret;
import java.time.Duration;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of orders, over real HTTP. */
class OrderLifeTest {
  private static final String OTHER_CLIENT = "MCH-TEST-0002";
  private static final MerchantSecret OTHER_SECRET =
      MerchantSecret.of("SK-TEST-other-NOT-A-SECRET");
  private static final String INVOICE = "INV-1";

  private final Sandbox sandbox =
      TestMerchant.start(TestMerchant.options().merchant(OTHER_CLIENT, OTHER_SECRET));
  private final TestMerchant merchant = new TestMerchant(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  @Test
  void anOrderIsMadePaidAndRefunded() {
    Reply made = merchant.order(INVOICE).assertGenuine();
    Reply pending = merchant.status(INVOICE).assertGenuine();
    Reply paid = merchant.control("POST", "/orders/" + INVOICE + "/pay", "");
    Reply success = merchant.status(INVOICE).assertGenuine();
    Reply refunded = merchant.refund(INVOICE).assertGenuine();
    Reply afterwards = merchant.status(INVOICE).assertGenuine();

    assertThat(made.status()).isEqualTo(200);
    assertThat(made.text("/payment/status")).isEqualTo("PENDING");
    assertThat(made.text("/payment/url")).startsWith(sandbox.url() + "/_sandbox/pages/");
    assertThat(pending.text("/transaction/status")).isEqualTo("PENDING");
    assertThat(paid.text("/state")).isEqualTo("SUCCESS");
    assertThat(success.text("/transaction/status")).isEqualTo("SUCCESS");
    assertThat(refunded.text("/payment/status")).isEqualTo("REFUNDED");
    assertThat(refunded.text("/refund/status")).isEqualTo("SUCCESS");
    assertThat(afterwards.text("/transaction/status")).isEqualTo("REFUNDED");
    assertThat(sandbox.summary().severities())
        .doesNotContainKey(io.github.dokuconformance.finding.Severity.ERROR);
  }

  @Test
  void anOrderIsCancelledBeforeItIsPaid() {
    merchant.order(INVOICE);

    Reply cancelled = merchant.cancel(INVOICE).assertGenuine();

    assertThat(cancelled.text("/cancel/status")).isEqualTo("SUCCESS");
    assertThat(cancelled.text("/payment/status")).isEqualTo("CANCELLED");
    assertThat(merchant.status(INVOICE).text("/transaction/status")).isEqualTo("FAILED");
  }

  static List<Arguments> forbidden() {
    BiFunction<TestMerchant, String, Reply> cancel = TestMerchant::cancel;
    BiFunction<TestMerchant, String, Reply> refund = TestMerchant::refund;
    return List.of(
        argumentSet("cancel a paid order", OrderEvent.PAY, cancel, "/cancel/status", "SUCCESS"),
        argumentSet("cancel a failed order", OrderEvent.FAIL, cancel, "/cancel/status", "FAILED"),
        argumentSet(
            "cancel an expired order", OrderEvent.EXPIRE, cancel, "/cancel/status", "FAILED"),
        argumentSet(
            "cancel a cancelled order", OrderEvent.CANCEL, cancel, "/cancel/status", "CANCELLED"),
        argumentSet("refund a failed order", OrderEvent.FAIL, refund, "/refund/status", "FAILED"),
        argumentSet(
            "refund an expired order", OrderEvent.EXPIRE, refund, "/refund/status", "FAILED"),
        argumentSet(
            "refund a cancelled order", OrderEvent.CANCEL, refund, "/refund/status", "CANCELED"));
  }

  @ParameterizedTest
  @MethodSource("forbidden")
  void aForbiddenTransitionFailsAndChangesNothing(
      OrderEvent before,
      BiFunction<TestMerchant, String, Reply> transition,
      String statusPointer,
      String paymentStatus) {
    merchant.order(INVOICE);
    Order order = sandbox.apply(sandbox.orders(INVOICE).get(0), before).orElseThrow();

    Reply reply = transition.apply(merchant, INVOICE).assertGenuine();

    assertThat(reply.status()).isEqualTo(200);
    assertThat(reply.text(statusPointer)).isEqualTo("FAILED");
    assertThat(reply.text("/payment/status")).isEqualTo(paymentStatus);
    assertThat(sandbox.orders(INVOICE)).containsExactly(order);
  }

  @Test
  void aPendingOrderIsNotRefunded() {
    merchant.order(INVOICE);

    Reply reply = merchant.refund(INVOICE).assertGenuine();

    assertThat(reply.text("/refund/status")).isEqualTo("FAILED");
    assertThat(reply.text("/payment/status")).isEqualTo("PENDING");
  }

  @Test
  void anOrderIsNotRefundedTwice() {
    merchant.order(INVOICE);
    merchant.control("POST", "/orders/" + INVOICE + "/pay", "");
    merchant.refund(INVOICE);

    Reply again = merchant.refund(INVOICE).assertGenuine();

    assertThat(again.text("/refund/status")).isEqualTo("FAILED");
    assertThat(again.text("/payment/status")).isEqualTo("REFUNDED");
  }

  static Stream<Arguments> events() {
    return Stream.of(OrderEvent.values())
        .flatMap(
            event ->
                Stream.of(OrderState.values())
                    .filter(state -> state != event.from())
                    .map(state -> argumentSet(event + " when " + state, event, state)));
  }

  @ParameterizedTest
  @MethodSource("events")
  void nothingHappensInAStateThatForbidsIt(OrderEvent event, OrderState state) {
    merchant.order(INVOICE);
    Order pending = sandbox.orders(INVOICE).get(0);
    Order order = pending.with(state, pending.changed());

    assertThat(order.after(event, sandbox.clock().now())).isEmpty();
  }

  @Test
  void aPendingOrderExpiresAfterSixHours() {
    merchant.order(INVOICE);

    sandbox.clock().advance(Duration.ofHours(6).minusSeconds(30));
    Reply before = merchant.status(INVOICE);
    sandbox.clock().advance(Duration.ofSeconds(60));
    Reply after = merchant.status(INVOICE).assertGenuine();

    assertThat(before.text("/transaction/status")).isEqualTo("PENDING");
    assertThat(after.text("/transaction/status")).isEqualTo("EXPIRED");
    assertThat(merchant.control("POST", "/orders/" + INVOICE + "/pay", "").status()).isEqualTo(409);
  }

  @Test
  void anOrderIsFoundByTheRequestIdThatMadeIt() {
    merchant.post(TestMerchant.ORDER, TestMerchant.orderBody(INVOICE)).requestId("id/of 1").send();

    Reply status = merchant.status("id%2Fof%201").assertGenuine();

    assertThat(status.text("/order/invoice_number")).isEqualTo(INVOICE);
  }

  @Test
  void anInvoiceNumberMayHoldWhatAPathMustEscape() {
    merchant.order("INV/é +1%");

    Reply status = merchant.status("INV%2F%C3%A9%20+1%25").assertGenuine();

    assertThat(status.text("/order/invoice_number")).isEqualTo("INV/é +1%");
  }

  @Test
  void merchantsDoNotSeeEachOthersOrders() {
    TestMerchant other = new TestMerchant(sandbox, OTHER_CLIENT, OTHER_SECRET);
    merchant.order(INVOICE);

    Reply foreign = other.status(INVOICE);
    Reply own = other.order(INVOICE).assertGenuine();

    assertThat(foreign.status()).isEqualTo(404);
    assertThat(own.text("/payment/status")).isEqualTo("PENDING");
    assertThat(sandbox.orders(INVOICE)).hasSize(2);
  }

  static List<Arguments> clashes() {
    return List.of(
        argumentSet(
            "the invoice number",
            TestMerchant.orderBody(INVOICE).replace("MUR-" + INVOICE, "MUR-other"),
            "order.invoice_number must be unique"),
        argumentSet(
            "the reference",
            TestMerchant.orderBody("INV-2").replace("MUR-INV-2", "MUR-" + INVOICE),
            "payment.merchant_unique_reference must be unique"));
  }

  @ParameterizedTest
  @MethodSource("clashes")
  void twoOrdersDoNotShare(String body, String message) {
    merchant.order(INVOICE);

    Reply reply = merchant.post(TestMerchant.ORDER, body).send().assertGenuine();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(reply.text("/error_messages/0")).isEqualTo(message);
    assertThat(sandbox.size()).isEqualTo(1);
  }

  @Test
  void aRefundNeedsAReferenceOfItsOwn() {
    merchant.order(INVOICE);
    merchant.order("INV-2");
    merchant.control("POST", "/orders/" + INVOICE + "/pay", "");
    merchant.control("POST", "/orders/INV-2/pay", "");
    merchant.refund(INVOICE, "REF-1", "1000000001");

    Reply reply = merchant.refund("INV-2", "REF-1", "1000000002").assertGenuine();

    assertThat(reply.status()).isEqualTo(400);
    assertThat(merchant.status("INV-2").text("/transaction/status")).isEqualTo("SUCCESS");
  }

  @Test
  void aRefundNamesTheReferenceOfItsOrder() {
    merchant.order(INVOICE);
    String body = TestMerchant.refundBody(INVOICE, "REF-1", "1").replace("MUR-INV-1", "MUR-other");

    Reply reply = merchant.post(TestMerchant.REFUND, body).send().assertGenuine();

    assertThat(reply.status()).isEqualTo(400);
  }

  @Test
  void anOrderThatIsNotKnownIsNotFound() {
    assertThat(merchant.cancel("INV-none").assertGenuine().status()).isEqualTo(404);
    assertThat(merchant.refund("INV-none").assertGenuine().status()).isEqualTo(404);
    assertThat(merchant.status("INV-none").assertGenuine().text("/error/message"))
        .isEqualTo("Order Not Found");
  }

  @Test
  void aRequestSentAgainGetsTheSameBodyAnd409() {
    String body = TestMerchant.orderBody(INVOICE);
    Reply first = merchant.post(TestMerchant.ORDER, body).requestId("id-1").send();
    merchant.control("POST", "/orders/" + INVOICE + "/pay", "");

    Reply second = merchant.post(TestMerchant.ORDER, body).requestId("id-1").send();

    assertThat(second.assertGenuine().status()).isEqualTo(409);
    assertThat(second.response().body()).isEqualTo(first.response().body());
    assertThat(sandbox.size()).isEqualTo(1);
  }

  @Test
  void aRequestIdIsNotTakenForAnotherRequest() {
    merchant.post(TestMerchant.ORDER, TestMerchant.orderBody(INVOICE)).requestId("id-1").send();

    Reply other =
        merchant.post(TestMerchant.ORDER, TestMerchant.orderBody("INV-2")).requestId("id-1").send();

    assertThat(other.status()).isEqualTo(409);
    assertThat(other.text("/error/code")).isEqualTo("idempotent_request");
    assertThat(sandbox.size()).isEqualTo(1);
  }

  @Test
  void aRequestThatWasRefusedMayBeMendedUnderItsId() {
    String wrong = TestMerchant.orderBody(INVOICE).replace("\"6281122334455\"", "\"+62811\"");
    Reply refused = merchant.post(TestMerchant.ORDER, wrong).requestId("id-1").send();

    Reply mended =
        merchant.post(TestMerchant.ORDER, TestMerchant.orderBody(INVOICE)).requestId("id-1").send();

    assertThat(refused.status()).isEqualTo(400);
    assertThat(mended.assertGenuine().status()).isEqualTo(200);
  }

  @Test
  void theOldestOrderIsForgottenPastTheLimitAndTheSummarySaysSo() {
    try (Sandbox small = TestMerchant.start(TestMerchant.options().keptOrders(2))) {
      TestMerchant busy = new TestMerchant(small);
      busy.order("INV-1");
      busy.order("INV-2");
      busy.order("INV-3");

      assertThat(busy.status("INV-1").status()).isEqualTo(404);
      assertThat(busy.status("INV-2").status()).isEqualTo(200);
      assertThat(small.summary().notes()).anyMatch(note -> note.startsWith("1 orders"));
    }
  }

  @Test
  void aResetForgetsEverything() {
    merchant.order(INVOICE);
    sandbox.clock().advance(Duration.ofDays(9));

    merchant.control("POST", "/reset", "");

    assertThat(sandbox.summary().exchanges()).isZero();
    assertThat(merchant.order(INVOICE).status()).isEqualTo(200);
  }
}
