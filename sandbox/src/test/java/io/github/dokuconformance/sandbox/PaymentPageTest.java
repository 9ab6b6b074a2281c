package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.sandbox.TestMerchant.Reply;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PaymentPageTest {
  private final Sandbox sandbox = TestMerchant.start();
  private final TestMerchant merchant = new TestMerchant(sandbox);

  @AfterEach
  void stop() {
    sandbox.close();
  }

  static List<Arguments> buttons() {
    return List.of(
        argumentSet("pay", "pay", "SUCCESS"),
        argumentSet("fail", "fail", "FAILED"),
        argumentSet("cancel", "cancel", "CANCELLED"));
  }

  @ParameterizedTest
  @MethodSource("buttons")
  void eachButtonDoesItsPartAndLeadsBackToTheShop(String action, String state) {
    String page = merchant.order("INV-1").text("/payment/url");

    Reply shown = get(page);
    Reply pressed = press(page, "action=" + action, Headers.none());

    assertThat(shown.text()).contains("INV-1", "Rp 90.000", "value=\"" + action + "\"");
    assertThat(pressed.status()).isEqualTo(303);
    assertThat(pressed.response().headers().first("Location"))
        .contains("https://merchant.example/return");
    assertThat(sandbox.orders("INV-1").get(0).state().name()).isEqualTo(state);
  }

  @Test
  void aButtonWorksOnce() {
    String page = merchant.order("INV-1").text("/payment/url");
    press(page, "action=pay", Headers.none());

    Reply again = press(page, "action=fail", Headers.none());

    assertThat(again.status()).isEqualTo(409);
    assertThat(get(page).text()).contains("This order is success");
    assertThat(sandbox.orders("INV-1").get(0).state().name()).isEqualTo("SUCCESS");
  }

  @Test
  void whatTheMerchantSentIsText() {
    String evil = "<script>alert(1)</script>'\\\"&{{state}}";
    String page =
        merchant.post(TestMerchant.ORDER, TestMerchant.orderBody(evil)).send().text("/payment/url");

    String html = get(page).text();

    assertThat(html)
        .contains("&lt;script&gt;alert(1)&lt;/script&gt;&#39;&quot;&amp;{{state}}")
        .doesNotContain("<script");
    assertThat(get(page).response().headers().first("Content-Security-Policy")).isPresent();
  }

  @Test
  void noOtherSitePressesAButton() {
    String page = merchant.order("INV-1").text("/payment/url");

    Reply foreign = press(page, "action=pay", Headers.of("Origin", "https://evil.example"));
    Reply own = press(page, "action=pay", Headers.of("Origin", sandbox.url().toString()));

    assertThat(foreign.status()).isEqualTo(403);
    assertThat(own.status()).isEqualTo(303);
  }

  @Test
  void aFormThatIsNotThePagesOwnPressesNothing() {
    String page = merchant.order("INV-1").text("/payment/url");
    Target target = Target.of(URI.create(page).getPath());

    Reply guessed = pressWith("guessed", page, "action=pay", Headers.none());
    Reply without =
        merchant.exchange(new Request("POST", target, Headers.none(), Body.ofUtf8("action=pay")));
    Reply read = merchant.exchange(new Request("HEAD", target, Headers.none(), Body.none()));

    assertThat(guessed.status()).isEqualTo(403);
    assertThat(without.status()).isEqualTo(403);
    assertThat(without.text()).contains("/_sandbox/orders/{invoice_number}/pay");
    assertThat(read.status()).isEqualTo(200);
    assertThat(sandbox.orders("INV-1").get(0).state().name()).isEqualTo("PENDING");
  }

  @Test
  void aPageThatDoesNotExistSaysSo() {
    assertThat(get(sandbox.url() + "/_sandbox/pages/1999999999").status()).isEqualTo(404);
    assertThat(get(sandbox.url() + "/_sandbox/pages/x").status()).isEqualTo(404);
    String page = merchant.order("INV-1").text("/payment/url");
    assertThat(press(page, "action=refund", Headers.none()).status()).isEqualTo(400);
  }

  private Reply get(String url) {
    return merchant.exchange(
        new Request("GET", Target.of(URI.create(url).getPath()), Headers.none(), Body.none()));
  }

  private Reply press(String url, String form, Headers headers) {
    return pressWith(token(get(url).text()), url, form, headers);
  }

  private static String token(String page) {
    Matcher token = Pattern.compile("name=\"token\" value=\"([^\"]+)\"").matcher(page);
    assertThat(token.find()).isTrue();
    return token.group(1);
  }

  private Reply pressWith(String token, String url, String form, Headers headers) {
    return merchant.exchange(
        new Request(
            "POST",
            Target.of(URI.create(url).getPath()),
            headers.with("Content-Type", "application/x-www-form-urlencoded"),
            Body.ofUtf8("token=" + token + "&" + form)));
  }
}
