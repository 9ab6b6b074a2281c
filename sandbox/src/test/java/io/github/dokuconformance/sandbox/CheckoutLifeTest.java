package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.TestMerchant.Reply;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.SigningKey;
import java.io.IOException;
import java.net.URI;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole lives of payments by Checkout's page and the page for cards, over real HTTP. */
@Timeout(60)
class CheckoutLifeTest {
  private static final Path EXAMPLES = Path.of("../schemas/contract/examples");

  private final Heard heard = new Heard();
  private TestEndpoint shop;
  private Sandbox sandbox;
  private TestMerchant merchant;

  @BeforeEach
  void start() throws IOException {
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

  static Stream<Arguments> methods() {
    return Stream.of(
        arguments("VIRTUAL_ACCOUNT_BCA", "VIRTUAL_ACCOUNT", "BCA"),
        arguments("VIRTUAL_ACCOUNT_BANK_MANDIRI", "VIRTUAL_ACCOUNT", "BANK_MANDIRI"),
        arguments("VIRTUAL_ACCOUNT_BANK_CIMB", "VIRTUAL_ACCOUNT", "CIMB"),
        arguments("CREDIT_CARD", "CREDIT_CARD", "BANK_MANDIRI"),
        arguments("EMONEY_SHOPEEPAY", "EMONEY", "SHOPEE_PAY"),
        arguments("EMONEY_OVO", "EMONEY", "OVO"),
        arguments("QRIS", "QRIS", "DOKU"),
        arguments("ONLINE_TO_OFFLINE_ALFA", "ONLINE_TO_OFFLINE", "ALFA"),
        arguments("ONLINE_TO_OFFLINE_INDOMARET", "ONLINE_TO_OFFLINE", "INDOMARET"));
  }

  @ParameterizedTest
  @MethodSource("methods")
  void anOrderIsPaidByEachMethodOfThePage(String method, String service, String acquirer)
      throws Exception {
    Reply made = checkout("INV-1", "'payment_method_types':['QRIS','" + method + "']");
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    Reply pending = merchant.status("INV-1");
    Reply paid = merchant.control("POST", "/orders/INV-1/pay?method=" + method, "");
    JsonNode told = told();
    Reply afterwards = merchant.status("INV-1");

    assertThat(made.text("/response/order/amount")).isEqualTo("90000");
    assertThat(made.text("/response/payment/url")).startsWith(sandbox.url() + "/_sandbox/pages/");
    assertThat(pending.text("/transaction/status")).isEqualTo("PENDING");
    assertThat(paid.text("/state")).isEqualTo("SUCCESS");
    assertThat(told.at("/service/id").asString()).isEqualTo(service);
    assertThat(told.at("/acquirer/id").asString()).isEqualTo(acquirer);
    assertThat(told.at("/transaction/status").asString()).isEqualTo("SUCCESS");
    assertThat(told.at("/additional_info/origin/product").asString()).isEqualTo("CHECKOUT");
    assertThat(afterwards.text("/transaction/status")).isEqualTo("SUCCESS");
    assertThat(afterwards.text("/service/id")).isEqualTo(service);
    assertAllRight();
  }

  @Test
  void theWholeRequestOfThePagesIsPaidByPayLater() throws Exception {
    Reply made = merchant.post("/checkout/v1/payment", fullRequest()).send();
    merchant.control("POST", "/orders/INV-20210231-0001/pay?method=PEER_TO_PEER_KREDIVO", "");
    JsonNode told = told();
    Reply status = merchant.status("INV-20210231-0001");

    assertThat(made.status()).as(made.text()).isEqualTo(200);
    assertThat(told.at("/acquirer/id").asString()).isEqualTo("KREDIVO");
    assertThat(told.at("/additional_info/override_notification_url").asString()).isNotEmpty();
    assertThat(status.text("/transaction/status")).isEqualTo("SUCCESS");
    assertAllRight();
  }

  private static String fullRequest() throws IOException {
    return Files.readString(EXAMPLES.resolve("checkout.payment/request-full-adapted.json"));
  }

  static List<Arguments> orders() throws IOException {
    List<Arguments> orders = new ArrayList<>();
    for (Operation operation : Outcomes.operations(Contract.bundled())) {
      // What a checksum in the body signs is of one merchant alone: PushPaymentLifeTest; what comes
      // with a token: SnapLifeTest.
      if (operation.is(Role.ORDER)
          && operation.checksum().isEmpty()
          && !TokenForm.isNeededBy(Schemes.bundled().of(operation.scheme()))) {
        try (DirectoryStream<Path> files =
            Files.newDirectoryStream(EXAMPLES.resolve(operation.id()), "request-*.json")) {
          files.forEach(
              file -> orders.add(arguments(path(operation, file), file.getFileName(), file)));
        }
      }
    }
    // Two have every field, and ask for notifications at another path than this shop's.
    return orders.stream()
        .filter(one -> !one.get()[1].toString().matches("request-(full|headers.*)[.]json"))
        .filter(one -> !one.get()[1].toString().equals(SLIP))
        .toList();
  }

  /** A sample of DOKU's own that breaks DOKU's own page. */
  private static final String SLIP = "request-bni-postman-adapted.json";

  /** Puts the bank of an example into a path that has one; BCA's where the example is of none. */
  private static String path(Operation operation, Path file) {
    return operation.path().replace("{bank}", BANK_OF_EXAMPLE.getOrDefault(name(file), "bca"));
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("request-([a-z]+).*", "$1");
  }

  private static final Map<String, String> BANK_OF_EXAMPLE =
      Map.of("bsi", "bsm", "cimb", "cimb", "doku", "doku", "permata", "permata", "bri", "bri");

  /** Of their notifications no body was published, nor seen by anybody who published it. */
  private static final Set<String> UNKNOWN =
      Set.of("request-allo.json", "request-jenius.json", "request-kki.json");

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("orders")
  void everyOrderOfTheExamplesIsPaid(String path, Path name, Path file) throws Exception {
    Reply made = merchant.post(path, Files.readString(file)).send();
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    String invoice = made.json().findValue("invoice_number").asString();
    Reply paid = merchant.control("POST", "/orders/" + invoice + "/pay", "");
    if (UNKNOWN.contains(name.toString())) {
      assertThat(paid.status()).isEqualTo(409);
      return;
    }
    told();
    Reply status = merchant.status(invoice);

    assertThat(paid.text("/state")).isIn("SUCCESS", "AUTHORIZED");
    assertThat(status.text("/order/invoice_number")).isEqualTo(invoice);
    assertAllRight();
  }

  @Test
  void afterAPaymentThatFailedTheCustomerTakesAnotherMethod() throws Exception {
    checkout("INV-1", "'payment_method_types':['CREDIT_CARD','VIRTUAL_ACCOUNT_BCA']");
    Reply failed = merchant.control("POST", "/orders/INV-1/fail?method=CREDIT_CARD&failure=DA", "");
    JsonNode first = told();
    Reply paid = merchant.control("POST", "/orders/INV-1/pay?method=VIRTUAL_ACCOUNT_BCA", "");
    JsonNode second = told();

    assertThat(failed.text("/state")).isEqualTo("PENDING");
    assertThat(first.at("/transaction/status").asString()).isEqualTo("FAILED");
    assertThat(first.at("/card_payment/response_code").asString()).isEqualTo("DA");
    assertThat(paid.text("/state")).isEqualTo("SUCCESS");
    assertThat(second.at("/service/id").asString()).isEqualTo("VIRTUAL_ACCOUNT");
    assertAllRight();
  }

  @Test
  void aRequestMayForbidAnotherTry() throws Exception {
    send(
        "/checkout/v1/payment",
        "{'order':{'amount':90000,'invoice_number':'INV-1','disable_retry_payment':true},"
            + "'payment':{'payment_due_date':60,'payment_method_types':['CREDIT_CARD']}}");

    Reply failed = merchant.control("POST", "/orders/INV-1/fail", "");
    told();

    assertThat(failed.text("/state")).isEqualTo("FAILED");
    assertAllRight();
  }

  @Test
  void aPageLivesAsLongAsWasAskedFor() {
    checkout("INV-1", "'payment_method_types':['QRIS']");
    sandbox.clock().advance(Duration.ofMinutes(61));

    Reply late = merchant.status("INV-1");
    Reply again = checkout("INV-1", "'payment_method_types':['QRIS']");

    assertThat(late.text("/transaction/status")).isEqualTo("EXPIRED");
    assertThat(late.text("/order/status")).isEqualTo("ORDER_EXPIRED");
    assertThat(again.status()).isEqualTo(200);
    assertAllRight();
  }

  @Test
  void aPaidInvoiceHasNoSecondPage() throws Exception {
    checkout("INV-1", "'payment_method_types':['QRIS']");
    merchant.control("POST", "/orders/INV-1/pay", "");
    told();

    Reply again = checkout("INV-1", "'payment_method_types':['QRIS']");

    assertThat(again.status()).isEqualTo(400);
  }

  @Test
  void theControlApiNamesTheMethodsThatCanBeChosen() {
    checkout("INV-1", "'payment_method_types':['QRIS','CREDIT_CARD','SOME_NEW_METHOD']");

    Reply wrong = merchant.control("POST", "/orders/INV-1/pay?method=EMONEY_OVO", "");

    assertThat(wrong.status()).isEqualTo(400);
    assertThat(wrong.text("/error/message"))
        .isEqualTo("expected method to be one of QRIS, CREDIT_CARD, got \"EMONEY_OVO\"");
  }

  @Test
  void thePageOffersWhatWasAskedFor() {
    Reply made = checkout("INV-1", "'payment_method_types':['QRIS','CREDIT_CARD']");
    Target page = Target.of(URI.create(made.text("/response/payment/url")).getPath());
    String html = merchant.exchange(new Request("GET", page, Headers.none(), Body.none())).text();

    assertThat(html)
        .contains(
            "<option value=\"QRIS\">QR code (QRIS)</option>"
                + "<option value=\"CREDIT_CARD\">Card</option>",
            "<option value=\"DA\">3-D Secure declined</option>")
        .doesNotContain("EMONEY_OVO", "{{");
  }

  @Test
  void aCardIsAuthorisedCapturedAndRefundedInParts() throws Exception {
    Reply made = card("INV-1", "'type':'AUTHORIZE'");
    Reply authorised = merchant.control("POST", "/orders/INV-1/pay", "");
    JsonNode first = told();
    String authorizeId = first.at("/authorize_id").asString();
    Reply captured =
        send(
            "/credit-card/capture",
            "{'payment':{'authorize_id':'" + authorizeId + "','capture_amount':80000}}");
    assertThat(captured.status()).as(captured.text()).isEqualTo(200);
    JsonNode second = told();
    String requestId = second.at("/transaction/original_request_id").asString();
    Reply part = refund("INV-1", requestId, 30_000);
    JsonNode third = told();
    Reply tooMuch = refund("INV-1", requestId, 60_000);
    Reply rest = refund("INV-1", requestId, 50_000);
    JsonNode fourth = told();
    Reply status = merchant.status("INV-1");

    assertThat(made.text("/credit_card_payment_page/url")).startsWith(sandbox.url().toString());
    assertThat(authorised.text("/state")).isEqualTo("AUTHORIZED");
    assertThat(first.at("/transaction/status").asString()).isEqualTo("PENDING");
    assertThat(first.at("/transaction/type").asString()).isEqualTo("AUTHORIZE");
    assertThat(captured.text("/payment/status")).isEqualTo("SUCCESS");
    assertThat(captured.json().at("/order/amount").asInt()).isEqualTo(80_000);
    assertThat(second.at("/transaction/type").asString()).isEqualTo("CAPTURE");
    assertThat(part.text("/refund/type")).isEqualTo("PARTIAL_REFUND");
    assertThat(third.at("/transaction/type").asString()).isEqualTo("PARTIAL_REFUND");
    assertThat(tooMuch.text("/refund/status")).isEqualTo("FAILED");
    assertThat(rest.text("/refund/type")).isEqualTo("FULL_REFUND");
    assertThat(fourth.at("/transaction/status").asString()).isEqualTo("SUCCESS");
    assertThat(fourth.at("/transaction/type").asString()).isEqualTo("FULL_REFUND");
    assertThat(status.text("/transaction/status")).isEqualTo("REFUNDED");
    assertThat(status.text("/refund/amount")).isEqualTo("80000");
    assertThat(sandbox.summary().exercised())
        .contains(
            "cards.payment-page:pending",
            "cards.capture:success",
            "cards.refund:success",
            "cards.refund:failed",
            "cards.notification:acknowledged");
    assertAllRight();
  }

  @Test
  void aCardThatIsNotAuthorisedCantBeCaptured() throws Exception {
    Reply made = card("INV-1", "'type':'SALE'");
    String url = made.text("/credit_card_payment_page/url");
    String number = url.substring(url.lastIndexOf('/') + 1);
    merchant.control("POST", "/orders/INV-1/pay", "");
    told();

    Reply captured = send("/credit-card/capture", "{'payment':{'authorize_id':'" + number + "'}}");
    Reply unknown = send("/credit-card/capture", "{'payment':{'authorize_id':'123'}}");

    assertThat(captured.text("/payment/status")).isEqualTo("FAILED");
    assertThat(unknown.status()).isEqualTo(404);
    assertAllRight();
  }

  @Test
  void aCardIsRefundedByItsOwnRequestAlone() throws Exception {
    card("INV-1", "'type':'SALE'");
    merchant.control("POST", "/orders/INV-1/pay", "");
    told();

    assertThat(refund("INV-1", "another-request", 90_000).status()).isEqualTo(404);
  }

  @Test
  void whatIsAboutNoOrderIsAnswered() {
    Reply deleted = send("/tokenization/v2/delete-token", "{'token':{'id':'a55b8d8df709'}}");

    assertThat(deleted.text("/token/status")).isEqualTo("INACTIVE");
    assertAllRight();
  }

  private Reply checkout(String invoice, String payment) {
    return send(
        "/checkout/v1/payment",
        "{'order':{'amount':90000,'invoice_number':'%s'},'payment':{'payment_due_date':60,%s}}"
            .formatted(invoice, payment));
  }

  private Reply card(String invoice, String payment) {
    return send(
        "/credit-card/v1/payment-page",
        ("{'order':{'amount':90000,'invoice_number':'%s','auto_redirect':false},"
                + "'customer':{'id':'C-1','name':'Anton','email':'anton@example.com'},"
                + "'payment':{%s}}")
            .formatted(invoice, payment));
  }

  private Reply refund(String invoice, String requestId, int amount) {
    return send(
        "/cancellation/credit-card/refund",
        "{'order':{'invoice_number':'%s'},'payment':{'original_request_id':'%s'},'refund':{'amount':%d}}"
            .formatted(invoice, requestId, amount));
  }

  private Reply send(String path, String json) {
    return merchant.post(path, json.replace('\'', '"')).send();
  }

  /** Returns the body of the one notification that came since. */
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
