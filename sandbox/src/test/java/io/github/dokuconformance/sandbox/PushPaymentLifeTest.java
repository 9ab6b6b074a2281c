package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
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
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.SigningKey;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whole lives of payments that the customer confirms in an app, over real HTTP. */
@Timeout(60)
class PushPaymentLifeTest {
  private static final String PAYMENT = "/ovo-emoney/v1/payment";
  private static final String CANCEL = "/ovo-emoney/v1/cancel";
  private static final String STATUS = "/ovo_payment/status";
  private static final String SECRET = "SK-TEST-sandbox-NOT-A-SECRET";
  private static final String PHONE = "081211111111";

  private final Heard heard = new Heard();
  private TestEndpoint shop;
  private Sandbox sandbox;
  private TestMerchant merchant;

  @BeforeEach
  void start() {
    shop = new TestEndpoint();
    sandbox =
        TestMerchant.start(TestMerchant.options().notificationUrl(shop.url()).listener(heard));
    merchant = new TestMerchant(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({"pay, SUCCESS, success, 90000", "fail, FAILED, failed, 0"})
  void customerDecidesWhileThePaymentWaits(
      String decision, String status, String outcome, long spent) throws Exception {
    CompletableFuture<Reply> waiting = pay("INV-1");
    Reply before = merchant.status("INV-1");
    boolean answeredTooEarly = waiting.isDone();
    merchant.control("POST", "/orders/INV-1/" + decision, "");
    Reply answer = waiting.get(20, TimeUnit.SECONDS);
    Exchange told = told();

    assertThat(before.text("/transaction/status")).isEqualTo("PENDING");
    assertThat(answeredTooEarly).isFalse();
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text(STATUS)).as(answer.text()).isEqualTo(status);
    assertThat(answer.json().at("/ovo_payment/cash_used").asLong()).isEqualTo(spent);
    assertThat(answer.text("/ovo_info/ovo_id")).isEqualTo(PHONE);
    assertThat(answer.response().headers().first("Signature")).isEmpty();
    assertThat(told.request().body().toDisplayText())
        .contains("\"id\":\"EMONEY_OVO\"", "\"invoice_number\":\"INV-1\"", "\"" + status + "\"");
    assertThat(merchant.status("INV-1").text("/transaction/status")).isEqualTo(status);
    assertThat(outcomes("ovo.payment")).containsExactly(outcome);
    assertAllRight();
  }

  @Test
  void silenceEndsAfterSeventySecondsWithoutANotification() throws Exception {
    CompletableFuture<Reply> waiting = pay("INV-1");
    sandbox.clock().advance(Duration.ofSeconds(65));
    Reply still = merchant.status("INV-1");
    boolean answeredTooEarly = waiting.isDone();
    sandbox.clock().advance(Duration.ofSeconds(5));
    Reply answer = waiting.get(20, TimeUnit.SECONDS);
    Reply late = merchant.control("POST", "/orders/INV-1/pay", "");

    assertThat(still.text("/transaction/status")).isEqualTo("PENDING");
    assertThat(answeredTooEarly).isFalse();
    assertThat(answer.text(STATUS)).as(answer.text()).isEqualTo("TIMEOUT");
    assertThat(late.status()).isEqualTo(409);
    assertThat(sandbox.awaitNotifications(Duration.ofSeconds(10))).isTrue();
    assertThat(heard.delivered).isEmpty();
    assertThat(outcomes("ovo.payment")).containsExactly("expired");
    assertAllRight();
  }

  @Test
  void paymentThatWasMadeIsTakenBackOnce() throws Exception {
    CompletableFuture<Reply> waiting = pay("INV-1");
    Reply early = cancel("1000000001", "1");
    merchant.control("POST", "/orders/INV-1/pay", "");
    Reply answer = waiting.get(20, TimeUnit.SECONDS);
    String number = answer.text("/ovo_payment/reference_number");
    String approval = answer.text("/ovo_payment/approval_code");

    Reply back = cancel(number, approval);
    Reply status = merchant.status("INV-1");
    Reply again = cancel(number, approval);
    Reply unknown = cancel("1", approval);

    assertThat(early.text(STATUS)).as(early.text()).isEqualTo("FAILED");
    assertThat(back.text(STATUS)).as(back.text()).isEqualTo("SUCCESS");
    assertThat(status.text("/transaction/status")).isEqualTo("REFUNDED");
    assertThat(again.text(STATUS)).isEqualTo("FAILED");
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(outcomes("ovo.cancel")).containsExactly("failed", "success", "failed", "refused");
    assertAllRight();
  }

  @Test
  void wrongChecksumIsRefused() {
    Body upper =
        Body.ofUtf8(
            body("INV-1", "", checksum("90000" + TestMerchant.CLIENT_ID + "INV-1" + PHONE))
                .replaceAll("\"check_sum\":\"(.*)\"", "\"check_sum\":\"0$1\""));
    Reply wrong = send(PAYMENT, Body.ofUtf8(body("INV-1", "", checksum("90000" + PHONE))));
    Reply malformed = send(PAYMENT, upper);

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text("/error/message")).isEqualTo("Invalid check_sum");
    assertThat(malformed.status()).isEqualTo(400);
    assertThat(heard.judged.get(0).result().findings())
        .extracting(finding -> finding.code())
        .containsExactly("checksum.mismatch");
    assertThat(sandbox.orders("INV-1")).isEmpty();
  }

  @Test
  void merchantThatNobodyKnowsIsRefused() {
    String text =
        body("INV-1", "", checksum("90000MCH-OTHERINV-1" + PHONE))
            .replace(TestMerchant.CLIENT_ID, "MCH-OTHER");

    Reply refused = send(PAYMENT, Body.ofUtf8(text));

    assertThat(refused.status()).isEqualTo(400);
    assertThat(refused.text("/error/code")).isEqualTo("invalid_client_id");
  }

  @Test
  void answerWithoutASignatureIsSpoiledInOtherWaysOnly() throws Exception {
    sandbox.arm(new Armed(Fault.WRONG_KEY, Optional.empty(), 1));
    sandbox.arm(new Armed(Fault.UNKNOWN_FIELDS, Optional.empty(), 1));
    CompletableFuture<Reply> waiting = pay("INV-1");
    merchant.control("POST", "/orders/INV-1/pay", "");
    Reply answer = waiting.get(20, TimeUnit.SECONDS);

    assertThat(answer.text()).contains("sandbox_unknown_object");
    assertThat(sandbox.armed()).extracting(Armed::fault).containsExactly(Fault.WRONG_KEY);
  }

  @Test
  void waitingEndsWithTheSandbox() throws Exception {
    CompletableFuture<Reply> waiting = pay("INV-1");

    sandbox.close();

    assertThat(waiting.handle((reply, error) -> error).get(20, TimeUnit.SECONDS)).isNotNull();
  }

  @Test
  void waitingEndsWhereEverythingIsForgotten() throws Exception {
    CompletableFuture<Reply> waiting = pay("INV-1");

    sandbox.reset();

    assertThat(waiting.get(20, TimeUnit.SECONDS).text(STATUS)).isEqualTo("TIMEOUT");
  }

  /** Asks for a payment, and returns when the sandbox knows of it. */
  private CompletableFuture<Reply> pay(String invoice) throws InterruptedException {
    Body body =
        Body.ofUtf8(
            body(invoice, "", checksum("90000" + TestMerchant.CLIENT_ID + invoice + PHONE)));
    CompletableFuture<Reply> reply = CompletableFuture.supplyAsync(() -> send(PAYMENT, body));
    while (sandbox.orders(invoice).isEmpty() && !reply.isDone()) {
      Thread.sleep(5);
    }
    return reply;
  }

  private Reply cancel(String reference, String approval) {
    String payment =
        "'ovo_payment':{'batch_number':1,'trace_number':%s,'reference_number':%s,'approval_code':'%s'},"
            .formatted(reference, reference, approval);
    String joined =
        "90000" + approval + "1" + TestMerchant.CLIENT_ID + "INV-1" + PHONE + reference + reference;
    return send(CANCEL, Body.ofUtf8(body("INV-1", payment, checksum(joined))));
  }

  private static String body(String invoice, String more, String checksum) {
    return ("{'client':{'id':'%s'},'order':{'invoice_number':'%s','amount':90000},"
            + "'ovo_info':{'ovo_id':'%s'},%s'security':{'check_sum':'%s'}}")
        .formatted(TestMerchant.CLIENT_ID, invoice, PHONE, more, checksum)
        .replace('\'', '"');
  }

  private static String checksum(String values) {
    return HexFormat.of().formatHex(Hash.SHA256.of((values + SECRET).getBytes(UTF_8)));
  }

  private Reply send(String path, Body body) {
    return merchant.exchange(
        new Request("POST", Target.of(path), Headers.of("Content-Type", "application/json"), body));
  }

  private Exchange told() throws InterruptedException {
    assertThat(sandbox.awaitNotifications(Duration.ofSeconds(10))).isTrue();
    assertThat(heard.delivered).hasSize(1);
    CheckResult result = check(heard.delivered.get(0).exchange());
    assertThat(result.requestSignature().status()).isEqualTo(SignatureStatus.VALID);
    return heard.delivered.get(0).exchange();
  }

  private List<String> outcomes(String operation) {
    return heard.judged.stream()
        .filter(one -> one.operation().equals(operation))
        .map(JudgedExchange::outcome)
        .toList();
  }

  private void assertAllRight() {
    assertThat(heard.judged).isNotEmpty();
    heard.judged.stream()
        .filter(one -> !one.outcome().equals("refused"))
        .forEach(one -> check(one.exchange()));
  }

  /** The contract has no error to find. */
  private CheckResult check(Exchange exchange) {
    CheckResult result =
        Check.check(
            exchange,
            CheckContext.nothing()
                .withKeys(KeyRing.of(TestMerchant.CLIENT_ID, SigningKey.of(TestMerchant.SECRET)))
                .withNotificationPath(shop.url().getPath()));
    assertThat(result.findings())
        .as(exchange.toString())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .isEmpty();
    return result;
  }
}
