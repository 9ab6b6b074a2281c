package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.TestMerchant.Reply;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Whole lives of numbers that only the merchant knows: the customer names one, the sandbox asks,
 * the merchant answers, the customer pays, the sandbox notifies. Over real HTTP.
 */
@Timeout(60)
class InquiryLifeTest {
  private static final String NUMBER = "8800000000000001";
  private static final String PATH = "/payments/inquiries";

  /** What a merchant does wrong, and what the sandbox says of it. */
  enum Flaw {
    UNSIGNED("a right signature, got none", "signature.missing"),
    PATH_OF_DOKU("a right signature, got a wrong one", "signature.mismatch"),
    REQUEST_TIMESTAMP("a right signature, got a wrong one", "header.missing"),
    NO_AMOUNT("an invoice number and an amount, got an answer without them", ""),
    OTHER_NUMBER("the number that was asked about, got \"8800000000000002\"", "");

    private final String said;
    private final String code;

    Flaw(String said, String code) {
      this.said = said;
      this.code = code;
    }
  }

  private final Heard heard = new Heard();

  /** What is owed, by numbers: an invoice number and an amount. */
  private final Map<String, String> bills = new ConcurrentHashMap<>(Map.of(NUMBER, "INV-1:150000"));

  private volatile String flaw = "";
  private TestEndpoint shop;
  private HttpServer desk;
  private Sandbox sandbox;
  private TestMerchant merchant;

  @BeforeEach
  void start() throws IOException {
    shop = new TestEndpoint();
    desk = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    desk.createContext("/", this::answer);
    desk.start();
    sandbox =
        TestMerchant.start(
            TestMerchant.options()
                .notificationUrl(shop.url())
                .inquiryUrl(
                    URI.create("http://127.0.0.1:" + desk.getAddress().getPort() + PATH + "?a=1"))
                .listener(heard));
    merchant = new TestMerchant(sandbox);
  }

  @AfterEach
  void stop() {
    sandbox.close();
    desk.stop(0);
    shop.close();
  }

  @ParameterizedTest
  @CsvSource({
    "VIRTUAL_ACCOUNT_BCA, va.inquiry, BCA, /virtual_account_info/virtual_account_number",
    "VIRTUAL_ACCOUNT_BNI, va.inquiry, BNI, /virtual_account_info/virtual_account_number",
    "VIRTUAL_ACCOUNT_BANK_CIMB, va.inquiry, CIMB, /virtual_account_info/virtual_account_number",
    "ONLINE_TO_OFFLINE_ALFA, o2o.inquiry, ALFA, /online_to_offline_info/payment_code",
    "ONLINE_TO_OFFLINE_INDOMARET, o2o.inquiry, INDOMARET, /online_to_offline_info/payment_code"
  })
  void numberIsAskedAboutThenPaidThenTold(
      String method, String operation, String acquirer, String at) throws Exception {
    Reply paid = pay(NUMBER + "/pay?method=" + method);
    JsonNode told = told();
    Reply status = merchant.status("INV-1");
    Reply again = pay(NUMBER + "/pay?method=" + method);

    assertThat(paid.status()).as(paid.text()).isEqualTo(200);
    assertThat(paid.text("/invoice_number")).isEqualTo("INV-1");
    assertThat(paid.text("/state")).isEqualTo("SUCCESS");
    assertThat(told.at("/order/invoice_number").asString()).isEqualTo("INV-1");
    assertThat(told.at("/order/amount").asLong()).isEqualTo(150_000);
    assertThat(told.at("/acquirer/id").asString()).isEqualTo(acquirer);
    assertThat(told.at("/channel/id").asString()).isEqualTo(method);
    assertThat(told.at(at).asString()).isEqualTo(NUMBER);
    assertThat(status.text("/transaction/status")).isEqualTo("SUCCESS");
    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text()).contains("PENDING");
    assertThat(outcomes(operation)).containsExactly("success");
    assertThat(sandbox.summary().outcomes()).containsEntry(operation + ":success", 1L);
    heard.judged.forEach(one -> assertRight(one.exchange(), PATH));
  }

  @ParameterizedTest
  @EnumSource(Flaw.class)
  void flawedAnswerIsNotPaid(Flaw one) {
    flaw = one.name();

    Reply refused = pay(NUMBER + "/pay");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/error/message")).contains(one.said);
    assertThat(outcomes("va.inquiry")).containsExactly("failed");
    assertThat(codes())
        .containsExactlyElementsOf(one.code.isEmpty() ? List.of() : List.of(one.code));
    assertThat(sandbox.orders("INV-1")).isEmpty();
    assertThat(heard.delivered).isEmpty();
  }

  @Test
  void merchantThatSaysNoHasDoneNothingWrong() {
    Reply refused = pay("8800000000000009/pay");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/error/message")).contains("2xx, got 404");
    assertThat(outcomes("va.inquiry")).containsExactly("refused");
    assertThat(codes()).isEmpty();
  }

  @Test
  void orderThatWasPaidIsNotPaidAgainUnderAnotherNumber() throws Exception {
    bills.put("8800000000000003", "INV-1:150000");
    pay(NUMBER + "/pay");
    told();

    Reply again = pay("8800000000000003/pay");

    assertThat(again.status()).isEqualTo(409);
    assertThat(again.text("/error/message")).contains("one that was paid, \"INV-1\"");
    assertThat(outcomes("va.inquiry")).containsExactly("success", "failed");
  }

  @Test
  void numberOfAnOrderIsPaidWithoutAQuestion() throws Exception {
    merchant
        .sending(
            "POST",
            "/bca-virtual-account/v2/merchant-payment-code",
            Body.ofUtf8(
                ("{'order':{'invoice_number':'INV-7','amount':70000},'virtual_account_info':{"
                        + "'virtual_account_number':'8800000000000007'},"
                        + "'customer':{'name':'Anton'}}")
                    .replace('\'', '"')))
        .send();

    Reply paid = pay("8800000000000007/pay");

    assertThat(paid.text("/invoice_number")).as(paid.text()).isEqualTo("INV-7");
    assertThat(told().at("/order/amount").asLong()).isEqualTo(70_000);
    assertThat(outcomes("va.inquiry")).isEmpty();
  }

  @Test
  void nobodyThereIsTold() {
    desk.stop(0);

    Reply refused = pay(NUMBER + "/pay");

    assertThat(refused.status()).isEqualTo(502);
    assertThat(outcomes("va.inquiry")).containsExactly("unreachable");
    assertThat(codes()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "/pay?method=CREDIT_CARD, 400, VIRTUAL_ACCOUNT_BCA",
    "/pay?client_id=MCH-OTHER, 409, MCH-TEST-0001",
    "%20/pay, 400, letters and digits",
    "/ask, 404, POST /_sandbox/numbers/{number}/pay"
  })
  void wrongUseIsTold(String rest, int status, String said) {
    Reply refused = pay(NUMBER + rest);

    assertThat(refused.status()).isEqualTo(status);
    assertThat(refused.text("/error/message")).contains(said);
    assertThat(heard.judged).isEmpty();
  }

  @Test
  void whereNobodyCanBeAskedThatIsTold() {
    merchant.control("PUT", "/inquiry-url", "{\"url\":null}");

    Reply refused = pay(NUMBER + "/pay");

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.text("/error/message")).contains("PUT /_sandbox/inquiry-url");
  }

  @Test
  void asksWhichMerchantIsMeant() {
    try (Sandbox two =
        TestMerchant.start(
            TestMerchant.options()
                .merchant("MCH-2", MerchantSecret.of("SK-TEST-two-NOT-A-SECRET")))) {
      Reply unclear = new TestMerchant(two).control("POST", "/numbers/" + NUMBER + "/pay", "");

      assertThat(unclear.status()).isEqualTo(409);
      assertThat(unclear.text("/error/message")).contains("?client_id=", "MCH-2", "got none");
    }
  }

  private Reply pay(String rest) {
    return merchant.control("POST", "/numbers/" + rest, "");
  }

  private List<String> outcomes(String operation) {
    return heard.judged.stream()
        .filter(one -> one.operation().equals(operation))
        .map(JudgedExchange::outcome)
        .toList();
  }

  private List<String> codes() {
    return heard.judged.get(0).result().findings().stream()
        .filter(finding -> finding.severity() == Severity.ERROR)
        .map(finding -> finding.code())
        .distinct()
        .toList();
  }

  private JsonNode told() throws InterruptedException {
    assertThat(sandbox.awaitNotifications(Duration.ofSeconds(10))).isTrue();
    assertThat(heard.delivered).hasSize(1);
    Exchange exchange = heard.delivered.remove(0).exchange();
    assertRight(exchange, shop.url().getPath());
    return JsonMapper.shared().readTree(exchange.request().body().toDisplayText());
  }

  /** The contract has no error to find, and the signatures are right. */
  private static void assertRight(Exchange exchange, String path) {
    CheckResult result =
        Check.check(
            exchange,
            CheckContext.nothing()
                .withKeys(KeyRing.of(TestMerchant.CLIENT_ID, SigningKey.of(TestMerchant.SECRET)))
                .withNotificationPath(path));
    assertThat(result.findings())
        .as(exchange.toString())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .isEmpty();
    assertThat(result.requestSignature().status()).isEqualTo(SignatureStatus.VALID);
  }

  /** A merchant's inquiry endpoint. */
  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode question =
          JsonMapper.shared().readTree(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
      boolean store = question.has("online_to_offline_info");
      String kind = store ? "online_to_offline" : "virtual_account";
      String code = store ? "payment_code" : "virtual_account_number";
      String number = question.at("/" + kind + "_info/" + code).asString();
      String bill = bills.get(number);
      if (bill == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      String[] owed = bill.split(":", -1);
      String body =
          ("{'order':{'invoice_number':'%s','amount':%s},'%s_info':{'%s':'%s'},"
                  + "'%s_inquiry':{'status':'success'},'customer':{'name':'Anton'}}")
              .formatted(
                  owed[0],
                  has(Flaw.NO_AMOUNT) ? "{}" : owed[1],
                  kind,
                  code,
                  has(Flaw.OTHER_NUMBER) ? "8800000000000002" : number,
                  kind)
              .replace('\'', '"');
      String path = has(Flaw.PATH_OF_DOKU) ? "/bca-virtual-account/v2/payment-code" : PATH;
      Map<String, String> headers = new TreeMap<>();
      NonSnap.SCHEME
          .sign(
              Components.of(SignedPart.RESPONSE, "POST", path, Body.ofUtf8(body))
                  .withClientId(exchange.getRequestHeaders().getFirst("Client-Id"))
                  .withRequestId(exchange.getRequestHeaders().getFirst("Request-Id"))
                  .withTimestamp(Timestamps.format(sandbox.clock().now())),
              SigningKey.of(TestMerchant.SECRET))
          .list()
          .forEach((Header header) -> headers.put(header.name(), header.value()));
      if (has(Flaw.UNSIGNED)) {
        headers.remove("Signature");
      }
      if (has(Flaw.REQUEST_TIMESTAMP)) {
        headers.put("Request-Timestamp", headers.remove("Response-Timestamp"));
      }
      headers.put("Content-Type", "application/json");
      headers.forEach(exchange.getResponseHeaders()::set);
      byte[] bytes = body.getBytes(UTF_8);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  private boolean has(Flaw one) {
    return flaw.equals(one.name());
  }
}
