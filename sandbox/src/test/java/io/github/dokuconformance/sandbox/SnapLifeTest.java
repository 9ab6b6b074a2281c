package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.TestMerchant.Reply;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Marks;
import io.github.dokuconformance.sandbox.notification.Delivery;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.Hash;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Whole lives by SNAP, over real HTTP in both directions, with tokens of both sides. */
@Timeout(60)
class SnapLifeTest {
  private static final String CLIENT = "MCH-TEST-0001";
  private static final String OTHER = "MCH-TEST-0002";
  private static final String VA = "/virtual-accounts/bi-snap-va/v1.1/transfer-va/";
  private static final String VA_STATUS = "/orders/v1.0/transfer-va/status";
  private static final String DEBIT = "/direct-debit/core/v1/debit/";
  private static final String ACCOUNTS = "/direct-debit/core/v1/registration-";
  private static final String OTP = "/direct-debit/core/v1/otp-verification";
  private static final String BALANCE = "/direct-debit/core/v1/balance-inquiry";
  private static final String DEBIT_STATUS = "/orders/v1.0/debit/status";
  private static final Path EXAMPLES = Path.of("../schemas/contract/examples");
  private static final String NUMBER = "    189920260131001";

  private final Heard heard = new Heard();
  private final SnapShop shop = new SnapShop(CLIENT, SnapKeys.SECRET);
  private Sandbox sandbox;
  private TestMerchant control;
  private int externalId;

  @BeforeEach
  void start() {
    shop.ofDoku = SnapKeys.DOKU.publicKey();
    sandbox =
        TestMerchant.start(
            SandboxOptions.builder()
                .merchant(CLIENT, keys())
                .merchant(OTHER, keys())
                .dokuKey(SnapKeys.DOKU)
                .notificationUrl(shop.url(SnapShop.NOTIFICATIONS))
                .listener(heard));
    control = new TestMerchant(sandbox);
  }

  private static MerchantKeys keys() {
    return SnapKeys.ofMerchant();
  }

  @AfterEach
  void stop() {
    sandbox.close();
    shop.close();
  }

  @Test
  void numberIsMadeChangedPaidAndTold() throws Exception {
    String token = token();
    Reply created = ok(call(token, "POST", VA + "create-va", create("INV-1", "10000.00")));
    Reply pending = ok(call(token, "POST", VA_STATUS, status()));
    Reply updated = ok(call(token, "PUT", VA + "update-va", update("INV-1", "12000.00")));
    pay("INV-1");
    JsonNode told = told();
    Reply paid = ok(call(token, "POST", VA_STATUS, status()));
    Reply late = call(token, "DELETE", VA + "delete-va", delete("INV-1"));

    assertThat(created.text("/responseCode")).isEqualTo("2002700");
    assertThat(created.text("/virtualAccountData/virtualAccountNo")).isEqualTo(NUMBER);
    assertThat(created.text("/virtualAccountData/additionalInfo/howToPayPage"))
        .startsWith(sandbox.url() + "/_sandbox/pages/");
    assertThat(pending.text("/virtualAccountData/paymentFlagReason/english")).isEqualTo("Pending");
    assertThat(pending.json().at("/virtualAccountData/paidAmount").isMissingNode()).isTrue();
    assertThat(updated.text("/responseCode")).isEqualTo("2002800");
    assertThat(told.path("trxId").asString()).isEqualTo("INV-1");
    assertThat(told.path("virtualAccountNo").asString()).isEqualTo(NUMBER);
    assertThat(told.at("/paidAmount/value").asString()).isEqualTo("12000.00");
    assertThat(paid.text("/virtualAccountData/paymentFlagReason/english")).isEqualTo("Paid");
    assertThat(paid.text("/virtualAccountData/paidAmount/value")).isEqualTo("12000.00");
    assertThat(paid.text("/virtualAccountData/paymentRequestId"))
        .isEqualTo(told.path("paymentRequestId").asString());
    assertRefused(late, 404, "4043100");
    assertThat(shop.tokensGiven()).isEqualTo(1);
    assertThat(outcomes("snap.tokens.inbound")).containsExactly("success");
    assertRight();
  }

  @Test
  void numberIsDeletedOnceAndThenNotPaid() {
    String token = token();
    ok(call(token, "POST", VA + "create-va", create("INV-1", "10000.00")));
    Reply deleted = ok(call(token, "DELETE", VA + "delete-va", delete("INV-1")));

    assertThat(deleted.text("/responseCode")).isEqualTo("2003100");
    assertThat(control.control("POST", "/orders/INV-1/pay", "").status()).isEqualTo(409);
    assertThat(sandbox.orders("INV-1").get(0).state().name()).isEqualTo("CANCELLED");
    assertRefused(call(token, "DELETE", VA + "delete-va", delete("INV-1")), 404, "4043100");
    assertRefused(call(token, "DELETE", VA + "delete-va", delete("INV-2")), 404, "4043112");
  }

  @Test
  void numberEndsWhenItsRequestSays() {
    String token = token();
    Instant end =
        sandbox.clock().now().plus(10, ChronoUnit.MINUTES).truncatedTo(ChronoUnit.SECONDS);
    ok(
        call(
            token,
            "POST",
            VA + "create-va",
            create("INV-1", "10000.00").replaceFirst("}$", ",\"expiredDate\":\"" + end + "\"}")));

    assertThat(sandbox.orders("INV-1").get(0).expires()).isEqualTo(end);
    sandbox.clock().advance(Duration.ofMinutes(11));
    assertThat(sandbox.orders("INV-1").get(0).state().name()).isEqualTo("EXPIRED");
  }

  @Test
  void payerChoosesTheAmountOfAnOpenNumber() throws Exception {
    ok(call(token(), "POST", VA + "create-va", create("INV-1", "0.00").replace("\"C\"", "\"O\"")));
    control.control("POST", "/orders/INV-1/pay?amount=7500", "");

    assertThat(told().at("/paidAmount/value").asString()).isEqualTo("7500.00");
  }

  @Test
  void payerStaysWithinTheLimitsOfANumber() throws Exception {
    String limited =
        create("INV-1", "10000.00")
            .replace("\"C\"", "\"V\"")
            .replace(
                "\"reusableStatus\":false", "\"minAmount\":\"5000.00\",\"maxAmount\":\"20000.00\"");
    ok(call(token(), "POST", VA + "create-va", limited));
    Reply less = control.control("POST", "/orders/INV-1/pay?amount=4999", "");
    Reply more = control.control("POST", "/orders/INV-1/pay?amount=20001", "");
    Reply most = control.control("POST", "/orders/INV-1/pay?amount=20000", "");

    assertThat(List.of(less.status(), more.status(), most.status())).containsExactly(409, 409, 200);
    assertThat(less.text())
        .contains("expected an amount of at least 5000 and at most 20000 rupiah, got 4999");
    assertThat(told().at("/paidAmount/value").asString()).isEqualTo("20000.00");
  }

  @Test
  void payerStaysWithinTheLimitsOfTheMerchantsAnswer() throws Exception {
    sandbox.setInquiryUrl(Optional.of(shop.url(SnapShop.INQUIRIES)));
    String query = "?channel=snap.va&client_id=" + CLIENT + "&amount=";
    Reply less = payNumber("%20%20%20%20189920260131008", query + "4999");
    Reply within = payNumber("%20%20%20%20189920260131008", query + "5000");
    assertThat(sandbox.awaitNotifications(Duration.ofSeconds(20))).isTrue();

    assertThat(less.status()).isEqualTo(409);
    assertThat(less.text()).contains("at least 5000 and at most 40000 rupiah, got 4999");
    assertThat(within.status()).as(within.text()).isEqualTo(200);
    assertThat(shop.heard.get(shop.heard.size() - 1).at("/paidAmount/value").asString())
        .isEqualTo("5000.00");
  }

  @Test
  void numberThatIsInactiveIsNotPaidUntilItIsActive() throws Exception {
    String token = token();
    ok(call(token, "POST", VA + "create-va", create("INV-1", "10000.00")));
    String inactive = update("INV-1", "10000.00").replace("ACTIVE", "INACTIVE");
    ok(call(token, "PUT", VA + "update-va", inactive));
    Reply closed = control.control("POST", "/orders/INV-1/pay", "");
    ok(call(token, "PUT", VA + "update-va", update("INV-1", "10000.00")));
    pay("INV-1");

    assertThat(closed.status()).isEqualTo(409);
    assertThat(closed.text()).contains("got one that its merchant closed");
    assertThat(told().path("trxId").asString()).isEqualTo("INV-1");
  }

  @Test
  void accountIsBoundAskedPaidWithAndUnbound() throws Exception {
    String token = token();
    String ovo = "'additionalInfo':{'channel':'EMONEY_OVO_SNAP'";
    Reply bound =
        ok(
            call(
                token,
                "POST",
                ACCOUNTS + "account-binding",
                json(
                    "{'phoneNo':'6281200000001',"
                        + ovo
                        + ",'custIdMerchant':'CUST-1','successRegistrationUrl':"
                        + "'https://shop.example/bound','failedRegistrationUrl':"
                        + "'https://shop.example/not-bound'}}")));
    Reply given =
        ok(
            send(
                tokenRequest(
                    CLIENT,
                    SnapShop.TOKENS + "2c",
                    json(
                        "{'grantType':'authorization_code','authCode':'"
                            + bound.text("/additionalInfo/authCode")
                            + "'}"))));
    String customer = given.text("/accessToken");
    UnaryOperator<Headers> asCustomer =
        headers -> headers.with("Authorization-Customer", "Bearer " + customer);
    Reply balance = ok(send(token, "POST", BALANCE, json("{" + ovo + "}}"), asCustomer));
    Reply without = call(token, "POST", BALANCE, json("{" + ovo + "}}"));
    Reply mistaken = send(customer, "POST", BALANCE, json("{" + ovo + "}}"), asCustomer);
    ok(
        send(
            token,
            "POST",
            DEBIT + "payment-host-to-host",
            json(
                "{'partnerReferenceNo':'INV-1','feeType':'OUR','amount':{'value':'10000.00',"
                    + "'currency':'IDR'},'payOptionDetails':[{'payMethod':'CASH','transAmount':"
                    + "{'value':'10000.00','currency':'IDR'},'feeAmount':{'value':'0.00',"
                    + "'currency':'IDR'}}],"
                    + ovo
                    + ",'successPaymentUrl':'https://shop.example/paid','failedPaymentUrl':"
                    + "'https://shop.example/unpaid','paymentType':'SALE'}}"),
            asCustomer));
    pay("INV-1");
    JsonNode told = told();
    Reply unbound =
        ok(
            call(
                token,
                "POST",
                ACCOUNTS + "account-unbinding",
                json("{'tokenId':'" + customer + "'," + ovo + "}}")));

    assertThat(bound.text("/responseCode")).isEqualTo("2000700");
    assertThat(bound.text("/redirectUrl")).isEqualTo("https://shop.example/bound");
    assertThat(bound.text("/additionalInfo/custIdMerchant")).isEqualTo("CUST-1");
    assertThat(given.text("/responseCode")).isEqualTo("2007400");
    assertThat(Instant.parse(given.text("/accessTokenExpiryTime")))
        .isAfter(sandbox.clock().now().plus(Duration.ofDays(14)));
    assertThat(balance.text("/responseCode")).isEqualTo("2001100");
    assertThat(balance.text("/accountInfos/0/amount/value")).isEqualTo("1000000.00");
    assertRefused(without, 400, "4001102");
    assertRefused(mistaken, 401, "4011101");
    assertThat(told.at("/additionalInfo/channel").asString()).isEqualTo("EMONEY_OVO_SNAP");
    assertThat(unbound.text("/responseCode")).isEqualTo("2000900");
    assertRight();
  }

  @Test
  void cardIsBoundAndPaysWithAOneTimePassword() throws Exception {
    String token = token();
    String bri = "'additionalInfo':{'channel':'DIRECT_DEBIT_BRI_SNAP'";
    Reply bound =
        ok(
            call(
                token,
                "POST",
                ACCOUNTS + "card-bind",
                json(
                    "{'cardData':'FAKE|FAKE','custIdMerchant':'CUST-1','phoneNo':'6281200000001',"
                        + bri
                        + ",'successRegistrationUrl':'https://shop.example/bound',"
                        + "'failedRegistrationUrl':'https://shop.example/not-bound'}}")));
    Reply linked = ok(call(token, "POST", OTP, otp("otpLinkage", "originalReferenceNo", "1", bri)));
    String payment = otp("otpPayment", "originalPartnerReferenceNo", "INV-1", bri);
    Reply early = call(token, "POST", OTP, payment);
    ok(
        call(
            token,
            "POST",
            DEBIT + "payment-host-to-host",
            json(
                "{'partnerReferenceNo':'INV-1','amount':{'value':'10000.00','currency':'IDR'},"
                    + bri
                    + ",'successPaymentUrl':'https://shop.example/paid',"
                    + "'failedPaymentUrl':'https://shop.example/unpaid','paymentType':'SALE'}}")));
    Reply paid = ok(call(token, "POST", OTP, payment));
    Reply twice = call(token, "POST", OTP, payment);

    assertThat(bound.text("/responseCode")).isEqualTo("2000100");
    assertThat(linked.text("/responseCode")).isEqualTo("2000400");
    assertRefused(early, 404, "4040401");
    assertThat(paid.text("/responseCode")).isEqualTo("2000400");
    assertThat(told().path("latestTransactionStatus").asString()).isEqualTo("00");
    assertRefused(twice, 404, "4040400");
    assertRight();
  }

  private static String otp(String action, String name, String value, String more) {
    return json(
        "{'otp':'123456','action':'"
            + action
            + "','"
            + name
            + "':'"
            + value
            + "',"
            + more
            + ",'bankCardToken':'TOKEN-1'}}");
  }

  static List<Arguments> plain() throws IOException {
    List<Arguments> plain = new ArrayList<>();
    for (Operation operation : Contract.bundled().operations()) {
      if (operation.is(Role.OTHER)
          && TokenForm.isNeededBy(Schemes.bundled().of(operation.scheme()))
          && Answers.of(Contract.bundled()).know(operation)) {
        try (DirectoryStream<Path> files =
            Files.newDirectoryStream(EXAMPLES.resolve(operation.id()), "request-*.json")) {
          files.forEach(file -> plain.add(arguments(operation, file.getFileName(), file)));
        }
      }
    }
    return plain;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("plain")
  void everyBindingOfTheExamplesIsAnswered(Operation operation, Path name, Path file)
      throws Exception {
    JsonNode body = JsonMapper.shared().readTree(Files.readAllBytes(file));
    if (body.path("action").asString("").equals("otpPayment")) {
      String paid = payment(body.path("originalPartnerReferenceNo").asString());
      ok(call(token(), "POST", DEBIT + "payment-host-to-host", paid));
    }
    Reply reply =
        send(
            token(),
            operation.method(),
            operation.path(),
            body.toString(),
            headers -> headers.with("Authorization-Customer", "Bearer FAKE-CUSTOMER-TOKEN"));

    assertThat(ok(reply).text("/responseCode"))
        .isEqualTo("200" + operation.service().orElseThrow() + "00");
    JudgedExchange last = heard.judged.get(heard.judged.size() - 1);
    assertThat(Check.check(last.exchange(), CheckContext.nothing()).findings())
        .filteredOn(finding -> finding.part() == Part.RESPONSE)
        .isEmpty();
  }

  @Test
  void walletIsPaidToldAndGivenBackInParts() throws Exception {
    String token = token();
    Reply opened = ok(call(token, "POST", DEBIT + "payment-host-to-host", payment("INV-1")));
    Reply pending = ok(call(token, "POST", DEBIT_STATUS, debitStatus("INV-1")));
    pay("INV-1");
    JsonNode told = told();
    Reply part = ok(call(token, "POST", DEBIT + "refund", refund("INV-1", "REF-1", "4000.00")));
    Reply paid = ok(call(token, "POST", DEBIT_STATUS, debitStatus("INV-1")));
    Reply tooMuch = call(token, "POST", DEBIT + "refund", refund("INV-1", "REF-2", "7000.00"));
    Reply twice = call(token, "POST", DEBIT + "refund", refund("INV-1", "REF-1", "1000.00"));
    ok(call(token, "POST", DEBIT + "refund", refund("INV-1", "REF-3", "6000.00")));
    Reply refunded = ok(call(token, "POST", DEBIT_STATUS, debitStatus("INV-1")));

    assertThat(opened.text("/responseCode")).isEqualTo("2005400");
    assertThat(opened.text("/webRedirectUrl")).startsWith(sandbox.url() + "/_sandbox/pages/");
    assertThat(pending.text("/latestTransactionStatus")).isEqualTo("03");
    assertThat(told.path("originalPartnerReferenceNo").asString()).isEqualTo("INV-1");
    assertThat(told.path("latestTransactionStatus").asString()).isEqualTo("00");
    assertThat(told.at("/amount/value").asString()).isEqualTo("10000.00");
    assertThat(told.at("/additionalInfo/channel").asString()).isEqualTo("EMONEY_DANA_SNAP");
    assertThat(part.text("/responseCode")).isEqualTo("2005800");
    assertThat(part.text("/refundAmount/value")).isEqualTo("4000.00");
    assertThat(part.text("/partnerRefundNo")).isEqualTo("REF-1");
    assertThat(paid.text("/latestTransactionStatus")).isEqualTo("00");
    assertRefused(tooMuch, 404, "4045813");
    assertRefused(twice, 409, "4095801");
    assertThat(refunded.text("/latestTransactionStatus")).isEqualTo("04");
    assertRight();
  }

  static List<Arguments> orders() throws IOException {
    List<Arguments> orders = new ArrayList<>();
    for (Operation operation : Outcomes.operations(Contract.bundled())) {
      if (operation.is(Role.ORDER)
          && TokenForm.isNeededBy(Schemes.bundled().of(operation.scheme()))) {
        try (DirectoryStream<Path> files =
            Files.newDirectoryStream(EXAMPLES.resolve(operation.id()), "request-*.json")) {
          files.forEach(file -> orders.add(arguments(operation.path(), file.getFileName(), file)));
        }
      }
    }
    return orders.stream()
        // One has an object for urlParam, against every library of DOKU's.
        .filter(
            one ->
                !one.get()[1].toString().matches("request-(headers|object-postman-adapted)[.]json"))
        .toList();
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("orders")
  void everyOrderOfTheExamplesIsPaid(String path, Path name, Path file) throws Exception {
    Instant before = Instant.parse("2023-01-01T00:00:00Z");
    sandbox.clock().set(before);
    Reply made =
        send(
            token(),
            "POST",
            path,
            // It is its own minified form; no value of the examples has a line end.
            JsonMapper.shared().readTree(Files.readAllBytes(file)).toString(),
            headers -> headers.with("Authorization-Customer", "Bearer FAKE-CUSTOMER-TOKEN"));
    assertThat(made.status()).as(made.text()).isEqualTo(200);
    String invoice =
        made.json()
            .findValue(made.text().contains("trxId") ? "trxId" : "partnerReferenceNo")
            .asString();
    Reply paid = control.control("POST", "/orders/" + invoice + "/pay", "");

    assertThat(paid.status()).as(paid.text()).isEqualTo(200);
    assertThat(told().toString()).contains(invoice);
  }

  @Test
  void merchantIsAskedAboutANumberWhichIsThenPaidAndTold() throws Exception {
    sandbox.setInquiryUrl(Optional.of(shop.url(SnapShop.INQUIRIES)));
    Reply paid = payNumber("%20%20%20%20189920260131007", "?channel=snap.va&client_id=" + CLIENT);
    assertThat(sandbox.awaitNotifications(Duration.ofSeconds(20))).isTrue();
    String asked =
        "{'partnerServiceId':'    1899','customerNo':'20260131007','virtualAccountNo':'    189920260131007'}"
            .replace('\'', '"');
    Reply status = ok(call(token(), "POST", VA_STATUS, asked));

    assertThat(paid.text()).contains("INV-ASKED-1").contains("SUCCESS");
    JsonNode question = shop.heard.get(0);
    JsonNode told = shop.heard.get(1);
    assertThat(question.path("partnerServiceId").asString()).isEqualTo("    1899");
    assertThat(question.path("customerNo").asString()).isEqualTo("20260131007");
    assertThat(told.path("trxId").asString()).isEqualTo("INV-ASKED-1");
    assertThat(told.path("virtualAccountNo").asString()).isEqualTo("    189920260131007");
    assertThat(told.at("/paidAmount/value").asString()).isEqualTo("25000.00");
    assertThat(status.text("/virtualAccountData/paymentFlagReason/english")).isEqualTo("Paid");
    assertThat(outcomes("snap.va.inquiry")).containsExactly("success");
    assertThat(shop.tokensGiven()).isEqualTo(2);
    assertRight();
  }

  @Test
  void merchantThatSaysNoOrGivesNoTokenIsNotPaid() {
    sandbox.setInquiryUrl(Optional.of(shop.url(SnapShop.INQUIRIES)));
    String query = "?channel=snap.va&client_id=" + CLIENT;
    Reply unknown = payNumber("%20%20%20%20189920260131009", query);
    shop.givesTokens = false;
    Reply silent = payNumber("%20%20%20%20189920260131007", query);
    Reply nowhere = payNumber("1", "?channel=no.such&client_id=" + CLIENT);

    assertThat(unknown.status()).isEqualTo(409);
    assertThat(outcomes("snap.va.inquiry")).containsExactly("refused");
    assertThat(silent.status()).isEqualTo(502);
    assertThat(silent.text()).contains("expected a token to ask with");
    assertThat(nowhere.status()).isEqualTo(400);
    assertThat(sandbox.orders("INV-ASKED-1")).isEmpty();
  }

  private Reply payNumber(String number, String query) {
    return control.control("POST", "/numbers/" + number + "/pay" + query, "");
  }

  @Test
  void walletsFailureIsTold() throws Exception {
    String token = token();
    ok(call(token, "POST", DEBIT + "payment-host-to-host", payment("INV-1")));
    control.control("POST", "/orders/INV-1/fail", "");

    assertThat(told().path("latestTransactionStatus").asString()).isEqualTo("06");
    assertRefused(
        call(token, "POST", DEBIT + "refund", refund("INV-1", "REF-1", "1.00")), 404, "4045800");
    assertRight();
  }

  @Test
  void numberThatFailsIsToldOfNowhere() throws Exception {
    ok(call(token(), "POST", VA + "create-va", create("INV-1", "10000.00")));
    control.control("POST", "/orders/INV-1/fail", "");
    sandbox.awaitNotifications(Duration.ofSeconds(20));

    assertThat(heard.delivered).isEmpty();
    assertThat(shop.tokensGiven()).isZero();
  }

  /** Each is refused, and the twin beside it is the call that {@link #ok} takes. */
  @ParameterizedTest
  @CsvSource({
    "EXPIRED, 4012701",
    "FOREIGN, 4012701",
    "FORGED, 4012701",
    "NONSENSE, 4012701",
    "NO_ALGORITHM, 4012701",
    "MISSING, 4002702"
  })
  void tokenThatIsNotTheClientsOrHasEndedIsRefused(String flaw, String code) {
    String right = token();
    String body = create("INV-1", "10000.00");
    String token =
        switch (flaw) {
          case "FOREIGN" -> token(OTHER);
          case "FORGED" -> right.substring(0, right.length() - 8) + "AAAAAAAA";
          case "NONSENSE" -> "not-a-token";
          case "NO_ALGORITHM" ->
              encoded("{\"alg\":\"none\"}")
                  + "."
                  + right.substring(right.indexOf('.') + 1, right.lastIndexOf('.') + 1);
          default -> right;
        };
    if (flaw.equals("EXPIRED")) {
      sandbox.clock().advance(Duration.ofMinutes(15));
    }
    Reply refused =
        send(
            token,
            "POST",
            VA + "create-va",
            body,
            headers -> flaw.equals("MISSING") ? headers.without("Authorization") : headers);

    assertRefused(refused, code.startsWith("400") ? 400 : 401, code);
    assertThat(sandbox.orders("INV-1")).isEmpty();
    if (!flaw.equals("MISSING")) {
      assertThat(heard.turnedAway).hasSize(1);
      assertThat(heard.turnedAway.get(0)).doesNotContain(token);
    }
  }

  @Test
  void tokenLastsNineHundredSecondsOfTheSandboxsClock() {
    String token = token();
    sandbox.clock().advance(Duration.ofSeconds(895));

    ok(call(token, "POST", VA + "create-va", create("INV-1", "10000.00")));
  }

  @ParameterizedTest
  @CsvSource({
    "X-SIGNATURE, x, 401, 4017300", "X-CLIENT-KEY, MCH-OTHER, 401, 4017300",
    "X-TIMESTAMP, yesterday, 400, 4007301", "X-SIGNATURE, '', 400, 4007302"
  })
  void tokenIsGivenToWhoSignsRightAlone(String header, String value, int status, String code) {
    Reply refused =
        send(tokenRequest(CLIENT).withHeaders(tokenRequest(CLIENT).headers().with(header, value)));

    assertRefused(refused, status, code);
    assertThat(refused.text("/accessToken")).isEmpty();
  }

  @Test
  void wrongBodiesAreRefusedWithTheCodesOfTheStandard() {
    String token = token();
    String right = create("INV-1", "10000.00");

    assertRefused(
        call(token, "POST", VA + "create-va", right.replace("10000.00", "10000")), 400, "4002701");
    Reply missing =
        call(
            token,
            "POST",
            VA + "create-va",
            right.replace("\"virtualAccountName\":\"FAKE Customer\",", ""));
    assertRefused(missing, 400, "4002702");
    assertThat(missing.text("/responseMessage"))
        .isEqualTo("Invalid Mandatory Field virtualAccountName");
    assertRefused(
        send(token, "POST", VA + "create-va", right, h -> h.with("X-SIGNATURE", "AAAA")),
        401,
        "4012700");
    assertRefused(call(token, "POST", VA_STATUS, status()), 404, "4042612");
    assertRefused(call(token, "POST", DEBIT_STATUS, debitStatus("INV-9")), 404, "4045501");
    assertRefused(call(token, "POST", VA + "update-va", update("INV-1", "1.00")), 405, "4052800");
    ok(call(token, "POST", VA + "create-va", right));
  }

  @Test
  void externalIdComesOnceADay() {
    String token = token();
    ok(send(token, "POST", VA + "create-va", create("INV-1", "10000.00"), id("77")));
    Reply twice = send(token, "POST", VA + "create-va", create("INV-2", "10000.00"), id("77"));
    sandbox.clock().advance(Duration.ofDays(1));
    Reply next = send(token(), "POST", VA + "create-va", create("INV-3", "10000.00"), id("77"));

    assertRefused(twice, 409, "4092700");
    ok(next);
    assertRefused(
        call(token(), "POST", VA + "create-va", create("INV-3", "10000.00")), 409, "4092701");
  }

  @Test
  void externalIdOfWhatMakesNoOrderComesOnceADayToo() {
    String token = token();
    String card =
        json("{'tokenId':'TOKEN-1','additionalInfo':{'channel':'DIRECT_DEBIT_BRI_SNAP'}}");
    ok(send(token, "POST", ACCOUNTS + "card-unbind", card, id("77")));
    Reply twice = send(token, "POST", ACCOUNTS + "card-unbind", card, id("77"));
    Reply other = send(token, "POST", VA + "create-va", create("INV-1", "10000.00"), id("77"));
    sandbox.clock().advance(Duration.ofDays(1));
    Reply next = send(token(), "POST", ACCOUNTS + "card-unbind", card, id("77"));

    assertRefused(twice, 409, "4090500");
    assertRefused(other, 409, "4092700");
    ok(next);
  }

  @Test
  void tokenThatExpiresMidwayIsRefusedOnce() {
    sandbox.arm(new Armed(Fault.TOKEN_EXPIRED, Optional.of("snap.va.create"), 1));
    String body = create("INV-1", "10000.00");

    assertRefused(call(token(), "POST", VA + "create-va", body), 401, "4012701");
    assertThat(sandbox.orders("INV-1")).isEmpty();
    ok(call(token(), "POST", VA + "create-va", body));
  }

  @ParameterizedTest
  @CsvSource({
    "NOTIFICATION_WRONG_KEY, signature",
    "NOTIFICATION_BODY_ALTERED, signature",
    "NOTIFICATION_SIGNATURE_MISSING, signature",
    "NOTIFICATION_NULL_SIGNATURE, signature",
    "NOTIFICATION_SIGNATURE_CASE, signature",
    "NOTIFICATION_ID_REPLAYED, id",
    "NOTIFICATION_TWICE, id"
  })
  void rightShopRefusesWhatAFaultSendsAndTakesTheRest(Fault fault, String why) throws Exception {
    sandbox.arm(new Armed(fault, Optional.empty(), 1));
    ok(call(token(), "POST", VA + "create-va", create("INV-1", "10000.00")));
    pay("INV-1");
    JsonNode told = told();

    assertThat(told.at("/paidAmount/value").asString()).isEqualTo("10000.00");
    assertThat(shop.refused).containsExactly(why);
    assertThat(heard.delivered).hasSize(2);
    assertThat(sandbox.summary().unnoticed()).isEmpty();
    assertThat(sandbox.summary().faults()).containsKey(fault.id());
    // A right token goes with each: a shop that looks at it alone takes them all.
    assertThat(shop.tokensGiven()).isEqualTo(1);
    for (Delivery delivery : heard.delivered) {
      assertThat(delivery.exchange().request().headers().first("Authorization"))
          .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer TOKEN-"));
    }
  }

  @Test
  void shopThatTakesAForgeryIsNamed() throws Exception {
    sandbox.close();
    try (TestEndpoint careless = new TestEndpoint()) {
      sandbox =
          TestMerchant.start(
              SandboxOptions.builder()
                  .merchant(CLIENT, keys())
                  .dokuKey(SnapKeys.DOKU)
                  .notificationUrl(careless.url())
                  .tokenUrl(shop.url(SnapShop.TOKENS))
                  .listener(heard));
      control = new TestMerchant(sandbox);
      sandbox.arm(new Armed(Fault.NOTIFICATION_NULL_SIGNATURE, Optional.empty(), 1));
      ok(call(token(), "POST", VA + "create-va", create("INV-1", "10000.00")));
      pay("INV-1");
      sandbox.awaitNotifications(Duration.ofSeconds(20));
    }

    assertThat(sandbox.summary().unnoticed())
        .extracting(Marks.Served::fault)
        .containsExactly(Fault.NOTIFICATION_NULL_SIGNATURE);
  }

  @Test
  void notificationWaitsForATokenAndComesAgain() throws Exception {
    shop.givesTokens = false;
    ok(call(token(), "POST", VA + "create-va", create("INV-1", "10000.00")));
    pay("INV-1");
    sandbox.awaitNotifications(Duration.ofSeconds(20));

    assertThat(heard.delivered).hasSize(1);
    assertThat(heard.delivered.get(0).isSent()).isFalse();
    assertThat(heard.delivered.get(0).error().orElseThrow())
        .contains("no token from " + shop.url(SnapShop.TOKENS) + ": it answered 401");
    assertThat(outcomes("snap.tokens.inbound")).containsExactly("refused");
    shop.givesTokens = true;
    sandbox.clock().advance(Duration.ofMinutes(31));
    assertThat(told().path("trxId").asString()).isEqualTo("INV-1");
  }

  @Test
  void keyIsMadeWhereNoneIsGiven() throws Exception {
    sandbox.close();
    sandbox =
        TestMerchant.start(
            SandboxOptions.builder()
                .merchant(CLIENT, keys())
                .notificationUrl(shop.url(SnapShop.NOTIFICATIONS))
                .listener(heard));
    control = new TestMerchant(sandbox);
    shop.ofDoku = sandbox.dokuKey().publicKey();
    ok(call(token(), "POST", VA + "create-va", create("INV-1", "10000.00")));
    pay("INV-1");

    assertThat(told().path("trxId").asString()).isEqualTo("INV-1");
    assertThat(sandbox.dokuKey().canSign()).isFalse();
  }

  private void pay(String invoice) {
    Reply paid = control.control("POST", "/orders/" + invoice + "/pay", "");
    assertThat(paid.status()).as(paid.text()).isEqualTo(200);
  }

  private JsonNode told() throws InterruptedException {
    assertThat(sandbox.awaitNotifications(Duration.ofSeconds(20))).isTrue();
    assertThat(shop.heard).hasSize(1);
    return shop.heard.get(0);
  }

  private List<String> outcomes(String operation) {
    return heard.judged.stream()
        .filter(one -> one.operation().equals(operation))
        .map(JudgedExchange::outcome)
        .toList();
  }

  /** Asserts that all that was said, in both directions, is as the contract has it, and signed. */
  private void assertRight() {
    KeyRing ring = KeyRing.of(Map.of(CLIENT, keys()));
    CheckContext context = CheckContext.nothing().withContract(Contract.bundled()).withKeys(ring);
    List<CheckResult> results = new ArrayList<>();
    heard.judged.stream()
        .filter(one -> !one.outcome().equals("refused"))
        .forEach(one -> results.add(Check.check(one.exchange(), context)));
    heard.delivered.forEach(one -> results.add(Check.check(one.exchange(), context)));
    for (CheckResult result : results) {
      assertThat(result.requestSignature().status())
          .as(result.exchange().source())
          .isEqualTo(SignatureStatus.VALID);
      assertThat(result.findings())
          .as(result.exchange().source())
          .filteredOn(finding -> finding.severity() != Severity.NOTE)
          .extracting(Finding::code, Finding::at)
          .isEmpty();
    }
  }

  private static Reply ok(Reply reply) {
    assertThat(reply.status()).as(reply.text()).isEqualTo(200);
    return reply;
  }

  private static void assertRefused(Reply reply, int status, String code) {
    assertThat(reply.text("/responseCode")).as(reply.text()).isEqualTo(code);
    assertThat(reply.status()).isEqualTo(status);
    assertThat(reply.text("/responseMessage")).isNotEmpty();
  }

  private String token() {
    return token(CLIENT);
  }

  private String token(String clientId) {
    Reply reply = ok(send(tokenRequest(clientId)));
    assertThat(reply.text("/responseCode")).isEqualTo("2007300");
    assertThat(reply.json().path("expiresIn").asInt()).isEqualTo(900);
    return reply.text("/accessToken");
  }

  private Request tokenRequest(String clientId) {
    return tokenRequest(clientId, SnapShop.TOKENS, json("{'grantType':'client_credentials'}"));
  }

  private Request tokenRequest(String clientId, String path, String body) {
    String now = now();
    byte[] signature = SnapKeys.MERCHANT.sign(Hash.SHA256, (clientId + "|" + now).getBytes(UTF_8));
    return new Request(
        "POST",
        Target.of(path),
        Headers.of(
            "X-CLIENT-KEY",
            clientId,
            "X-TIMESTAMP",
            now,
            "X-SIGNATURE",
            Base64.getEncoder().encodeToString(signature),
            "Content-Type",
            "application/json"),
        Body.ofUtf8(body));
  }

  private String now() {
    return sandbox.clock().now().truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private Reply call(String token, String method, String path, String body) {
    return send(token, method, path, body, headers -> headers);
  }

  private Reply send(
      String token, String method, String path, String body, UnaryOperator<Headers> change) {
    String now = now();
    String text = String.join(":", method, path, token, SnapShop.sha256(body.getBytes(UTF_8)), now);
    Headers headers =
        Headers.of(
            "X-PARTNER-ID",
            CLIENT,
            "X-EXTERNAL-ID",
            "2026013100000000" + ++externalId,
            "X-TIMESTAMP",
            now,
            "X-SIGNATURE",
            SnapShop.hmac(SnapKeys.SECRET, text),
            "Authorization",
            "Bearer " + token,
            "CHANNEL-ID",
            "H2H",
            "X-IP-ADDRESS",
            "203.0.113.7",
            "X-DEVICE-ID",
            "FAKEDEVICE",
            "Content-Type",
            "application/json");
    return send(new Request(method, Target.of(path), change.apply(headers), Body.ofUtf8(body)));
  }

  private Reply send(Request request) {
    return control.exchange(request);
  }

  private static UnaryOperator<Headers> id(String id) {
    return headers -> headers.with("X-EXTERNAL-ID", id.repeat(8));
  }

  private static String encoded(String text) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(UTF_8));
  }

  private static String create(String invoice, String amount) {
    return json(
        "{'partnerServiceId':'    1899','customerNo':'20260131001','virtualAccountNo':'"
            + NUMBER
            + "','virtualAccountName':'FAKE Customer','trxId':'"
            + invoice
            + "','totalAmount':{'value':'"
            + amount
            + "','currency':'IDR'},'additionalInfo':{'channel':'VIRTUAL_ACCOUNT_BRI',"
            + "'virtualAccountConfig':{'reusableStatus':false}},'virtualAccountTrxType':'C'}");
  }

  private static String update(String invoice, String amount) {
    return create(invoice, amount).replace("\"reusableStatus\":false", "\"status\":\"ACTIVE\"");
  }

  private static String delete(String invoice) {
    return json(
        "{'partnerServiceId':'    1899','customerNo':'20260131001','virtualAccountNo':'"
            + NUMBER
            + "','trxId':'"
            + invoice
            + "','additionalInfo':{'channel':'VIRTUAL_ACCOUNT_BRI'}}");
  }

  private static String status() {
    return json(
        "{'partnerServiceId':'    1899','customerNo':'20260131001','virtualAccountNo':'"
            + NUMBER
            + "'}");
  }

  private static String payment(String invoice) {
    return json(
        "{'partnerReferenceNo':'"
            + invoice
            + "','amount':{'value':'10000.00','currency':'IDR'},'pointOfInitiation':'app',"
            + "'urlParam':[{'url':'https://shop.example/back','type':'PAY_RETURN',"
            + "'isDeepLink':'N'}],'additionalInfo':{'channel':'EMONEY_DANA_SNAP',"
            + "'orderTitle':'FAKE order','supportDeepLinkCheckoutUrl':'false'}}");
  }

  private static String debitStatus(String invoice) {
    return json(
        "{'originalPartnerReferenceNo':'"
            + invoice
            + "','serviceCode':'55','additionalInfo':{'channel':'EMONEY_DANA_SNAP'}}");
  }

  private static String refund(String invoice, String reference, String amount) {
    return json(
        "{'originalPartnerReferenceNo':'"
            + invoice
            + "','partnerRefundNo':'"
            + reference
            + "','refundAmount':{'value':'"
            + amount
            + "','currency':'IDR'},'reason':'FAKE','additionalInfo':{'channel':'EMONEY_DANA_SNAP'}}");
  }

  private static String json(String quoted) {
    return quoted.replace('\'', '"');
  }
}
