package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The payment page in a real browser. */
@Timeout(120)
class BrowserTest {
  // The browser may still write to its profile when it was told to end.
  @TempDir(cleanup = CleanupMode.NEVER)
  private static Path profile;

  private static Browser browser;
  private static Sandbox sandbox;
  private static TestMerchant merchant;
  private static TestEndpoint shop;

  @BeforeAll
  static void start() throws IOException {
    requireBrowser();
    sandbox = TestMerchant.start();
    merchant = new TestMerchant(sandbox);
    shop = new TestEndpoint();
    browser = new Browser(profile);
  }

  @AfterAll
  static void stop() {
    if (browser != null) {
      browser.close();
    }
    if (sandbox != null) {
      sandbox.close();
      shop.close();
    }
  }

  private static void requireBrowser() {
    if (Browser.find("chromium").isEmpty() || Browser.find("chromedriver").isEmpty()) {
      String wanted = "this test wants chromium and chromedriver on the PATH";
      if (Boolean.getBoolean("require.tools")) {
        fail(wanted + ", and require.tools is true");
      }
      System.err.println("skipped: " + wanted);
      abort(wanted + "; it was skipped");
    }
  }

  @ParameterizedTest
  @CsvSource({"pay, SUCCESS", "fail, FAILED", "cancel, CANCELLED"})
  void aPersonPressesAButtonAndIsBackInTheShop(String button, String state)
      throws InterruptedException {
    String invoice = "INV-" + button;
    browser.open(order(invoice));
    assertThat(browser.text("main")).contains(invoice, "Rp 90.000", "pending");

    browser.click("#" + button);

    assertThat(browser.awaitUrl(shop.url().toString())).isEqualTo(shop.url().toString());
    assertThat(sandbox.orders(invoice).get(0).state().name()).isEqualTo(state);
  }

  @Test
  void whatWasDoneIsShownWithAWayBack() throws InterruptedException {
    String page = order("INV-back");
    browser.open(page);
    browser.click("#pay");
    browser.awaitUrl(shop.url().toString());
    browser.open(page);
    assertThat(browser.text("#state")).isEqualTo("success");

    browser.click("#back");

    assertThat(browser.awaitUrl(shop.url().toString())).isEqualTo(shop.url().toString());
  }

  @Test
  void assistiveTechnologyIsToldWhatTheButtonsDo() {
    browser.open(order("INV-a11y"));

    assertThat(browser.accessible("#pay")).isEqualTo("button Pay");
    assertThat(browser.accessible("#fail")).isEqualTo("button Let the payment fail");
    assertThat(browser.accessible("#cancel")).isEqualTo("button Cancel the order");
    assertThat(browser.accessible("h1")).startsWith("heading");
  }

  private static String order(String invoice) {
    String body =
        TestMerchant.orderBody(invoice)
            .replace("https://merchant.example/return", shop.url().toString());
    return merchant.post(TestMerchant.ORDER, body).send().assertGenuine().text("/payment/url");
  }
}
