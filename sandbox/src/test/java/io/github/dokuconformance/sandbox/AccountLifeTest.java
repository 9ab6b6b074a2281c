package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.TestMerchant.Reply;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.SigningKey;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole lives of virtual account numbers and of codes to pay at a store, over real HTTP. */
@Timeout(60)
class AccountLifeTest {
  private static final String NUMBER = "/virtual_account_info/virtual_account_number";

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
  @CsvSource({
    "bca, BCA, VIRTUAL_ACCOUNT_BCA",
    "mandiri, BANK_MANDIRI, VIRTUAL_ACCOUNT_BANK_MANDIRI",
    "bsm, BANK_SYARIAH_MANDIRI, VIRTUAL_ACCOUNT_BANK_SYARIAH_MANDIRI",
    "doku, DOKU, VIRTUAL_ACCOUNT_DOKU",
    "bri, BRI, VIRTUAL_ACCOUNT_BRI",
    "permata, BANK_PERMATA, VIRTUAL_ACCOUNT_BANK_PERMATA",
    "cimb, CIMB, VIRTUAL_ACCOUNT_BANK_CIMB"
  })
  void numberOfABankIsPaid(String bank, String acquirer, String channel) throws Exception {
    Reply made = create(bank, "'amount':150000,");
    String number = made.text(NUMBER);
    Reply pending = merchant.status("INV-1");
    Reply paid = merchant.control("POST", "/orders/INV-1/pay", "");
    JsonNode told = told();
    Reply afterwards = merchant.status("INV-1");

    assertThat(made.status()).as(made.text()).isEqualTo(200);
    assertThat(number).matches("[0-9]{16}");
    assertThat(made.text("/virtual_account_info/how_to_pay_page")).startsWith(sandbox.url() + "/");
    assertThat(pending.text("/transaction/status")).isEqualTo("PENDING");
    assertThat(paid.text("/state")).isEqualTo("SUCCESS");
    assertThat(told.at("/acquirer/id").asString()).isEqualTo(acquirer);
    assertThat(told.at("/channel/id").asString()).isEqualTo(channel);
    assertThat(told.at(NUMBER).asString()).isEqualTo(number);
    assertThat(told.at("/order/amount").asLong()).isEqualTo(150_000);
    assertThat(afterwards.text("/transaction/status")).isEqualTo("SUCCESS");
    assertThat(afterwards.text("/acquirer/id")).isEqualTo(acquirer);
    assertAllRight();
  }

  @Test
  void numberOfBniIsPaidWithItsReference() throws Exception {
    Reply made =
        send(
            "POST",
            "/bni-virtual-account/v2/payment-code",
            "{'order':{'invoice_number':'INV-1','amount':150000},'virtual_account_info':{"
                + "'biling_type':'FIXED','merchant_unique_reference':'REF0000000001'},"
                + "'customer':{'name':'Anton'}}");
    merchant.control("POST", "/orders/INV-1/pay", "");
    JsonNode told = told();

    assertThat(made.status()).as(made.text()).isEqualTo(200);
    assertThat(told.at("/virtual_account_info/merchant_unique_reference").asString())
        .isEqualTo("REF0000000001");
    assertThat(told.at("/virtual_account_payment/identifier/1/name").asString())
        .isEqualTo("PAYMENT_NTB");
    assertAllRight();
  }

  @Test
  void numberIsPaidAtItsPage() throws Exception {
    Reply made = create("bca", "'amount':150000,");
    String page = made.text("/virtual_account_info/how_to_pay_page");
    String path = page.substring(sandbox.url().toString().length());

    Reply shown = merchant.sending("GET", path, Body.none()).send();
    String html = shown.text();
    String token = html.replaceAll("(?s).*name=\"token\" value=\"([^\"]+)\".*", "$1");
    Reply paid =
        merchant
            .sending(
                "POST",
                path,
                Body.ofUtf8("token=" + token + "&method=VIRTUAL_ACCOUNT_BCA&failure=&action=pay"))
            .headers(
                headers ->
                    headers
                        .without("Content-Type")
                        .with("Content-Type", "application/x-www-form-urlencoded"))
            .send();

    assertThat(html).contains("BCA virtual account").doesNotContain("Mandiri");
    assertThat(paid.status()).isEqualTo(303);
    assertThat(told().at("/transaction/status").asString()).isEqualTo("SUCCESS");
  }

  @Test
  void numberIsChangedWhileItIsPending() throws Exception {
    Reply made = create("permata", "'amount':150000,");
    String number = made.text(NUMBER);
    String path = "/permata-virtual-account/v2/payment-code";
    String change =
        "{'order':{'invoice_number':'INV-2','amount':40000},'virtual_account_info':{"
            + "'expired_time':120,'virtual_account_number':'NUMBER'},'customer':{'name':'Anton'}}";

    Reply changed = send("PATCH", path, change.replace("NUMBER", number));
    Reply earlier = merchant.status("INV-1");
    Reply unknown = send("PATCH", path, change.replace("NUMBER", "1900600000000000"));
    merchant.control("POST", "/orders/INV-2/pay", "");
    JsonNode told = told();
    Reply late = send("PATCH", path, change.replace("NUMBER", number));

    assertThat(changed.status()).as(changed.text()).isEqualTo(200);
    assertThat(changed.text(NUMBER)).isEqualTo(number);
    assertThat(changed.text("/order/invoice_number")).isEqualTo("INV-2");
    assertThat(earlier.status()).isEqualTo(404);
    assertThat(unknown.status()).isEqualTo(404);
    assertThat(told.at("/order/invoice_number").asString()).isEqualTo("INV-2");
    assertThat(told.at("/order/amount").asLong()).isEqualTo(40_000);
    assertThat(late.status()).isEqualTo(400);
    assertThat(late.text()).contains("not pending");
  }

  @Test
  void changedNumberLivesForAsLongAsTheChangeSays() {
    Reply made = create("bca", "'amount':150000,");
    send(
        "PATCH",
        "/bca-virtual-account/v2/payment-code",
        "{'order':{'invoice_number':'INV-1','amount':150000},'virtual_account_info':{"
            + "'expired_time':180,'virtual_account_number':'"
            + made.text(NUMBER)
            + "'},'customer':{'name':'Anton'}}");

    sandbox.clock().advance(Duration.ofHours(2));
    String before = merchant.status("INV-1").text("/transaction/status");
    sandbox.clock().advance(Duration.ofHours(2));
    String after = merchant.status("INV-1").text("/transaction/status");

    assertThat(before).isEqualTo("PENDING");
    assertThat(after).isEqualTo("EXPIRED");
  }

  @Test
  void payerDecidesWhereTheMerchantSaysNoAmount() throws Exception {
    Reply made =
        send(
            "POST",
            "/bri-virtual-account/v2/merchant-payment-code",
            "{'order':{'invoice_number':'INV-1'},'virtual_account_info':{'billing_type':'NO_BILL',"
                + "'virtual_account_number':'021862040000016'},'customer':{'name':'Anton'}}");
    Reply odd = merchant.control("POST", "/orders/INV-1/pay?amount=12.5", "");
    merchant.control("POST", "/orders/INV-1/pay?amount=25000", "");
    JsonNode told = told();

    assertThat(made.text(NUMBER)).isEqualTo("021862040000016");
    assertThat(odd.status()).isEqualTo(400);
    assertThat(told.at("/order/amount").asLong()).isEqualTo(25_000);
    assertThat(told.at(NUMBER).asString()).isEqualTo("021862040000016");
    assertAllRight();
  }

  @Test
  void bankWhoseNotificationNobodyHasSeenCannotBePaid() {
    Reply made = create("danamon", "'amount':150000,");
    Reply paid = merchant.control("POST", "/orders/INV-1/pay", "");

    assertThat(made.status()).as(made.text()).isEqualTo(200);
    assertThat(paid.status()).isEqualTo(409);
  }

  @ParameterizedTest
  @CsvSource({
    "/alfa-online-to-offline/v2/payment-code, ONLINE_TO_OFFLINE_ALFA",
    "/alfa-virtual-account/v2/payment-code, ONLINE_TO_OFFLINE_ALFA",
    "/indomaret-online-to-offline/v2/payment-code, ONLINE_TO_OFFLINE_INDOMARET"
  })
  void codeIsPaidAtItsStore(String path, String channel) throws Exception {
    Reply made =
        send(
            "POST",
            path,
            "{'order':{'invoice_number':'INV-1','amount':150000},'online_to_offline_info':{"
                + "'expired_time':60},'customer':{'name':'Anton'}}");
    merchant.control("POST", "/orders/INV-1/pay", "");
    JsonNode told = told();
    Reply status = merchant.status("INV-1");

    String code = made.text("/online_to_offline_info/payment_code");
    assertThat(code).as(made.text()).matches("[0-9]{16}");
    assertThat(told.at("/channel/id").asString()).isEqualTo(channel);
    assertThat(told.at("/online_to_offline_info/payment_code").asString()).isEqualTo(code);
    assertThat(status.text("/transaction/status")).isEqualTo("SUCCESS");
    assertAllRight();
  }

  private Reply create(String bank, String amount) {
    return send(
        "POST",
        "/" + bank + "-virtual-account/v2/payment-code",
        "{'order':{"
            + amount
            + "'invoice_number':'INV-1'},'virtual_account_info':{'expired_time':60},"
            + "'customer':{'name':'Anton'}}");
  }

  private Reply send(String method, String path, String body) {
    return merchant.sending(method, path, Body.ofUtf8(body.replace('\'', '"'))).send();
  }

  private JsonNode told() throws InterruptedException {
    assertThat(sandbox.awaitNotifications(Duration.ofSeconds(10))).isTrue();
    assertThat(heard.delivered).hasSize(1);
    Exchange exchange = heard.delivered.remove(0).exchange();
    assertRight(exchange);
    return JsonMapper.shared().readTree(exchange.request().body().toDisplayText());
  }

  private void assertAllRight() {
    assertThat(heard.judged).isNotEmpty();
    heard.judged.forEach(one -> assertRight(one.exchange()));
  }

  /** The contract has no error to find, and the signatures are right. */
  private void assertRight(Exchange exchange) {
    CheckResult result =
        Check.check(
            exchange,
            CheckContext.nothing()
                .withKeys(KeyRing.of(TestMerchant.CLIENT_ID, SigningKey.of(TestMerchant.SECRET)))
                .withNotificationPath(shop.url().getPath()));
    assertThat(result.findings())
        .as(result.exchange().toString())
        .filteredOn(finding -> finding.severity() == Severity.ERROR)
        .isEmpty();
    assertThat(result.requestSignature().status()).isEqualTo(SignatureStatus.VALID);
  }
}
