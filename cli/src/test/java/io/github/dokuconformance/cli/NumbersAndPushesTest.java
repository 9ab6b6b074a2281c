package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.BufferedReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The examples of merchants who are asked about a number, and of a push payment, on Node.js. */
@Timeout(120)
class NumbersAndPushesTest {
  private static final Path EXAMPLES = Path.of("../examples");
  private static final Map<String, String> MERCHANT =
      Map.of(
          "DOKU_CLIENT_ID", "MCH-SANDBOX-DEMO",
          "DOKU_SECRET_KEY", "SK-SANDBOX-DEMO-NOT-A-SECRET");

  /** Customers of a bank and of a store, the second time in vain; one mistypes the number. */
  private static final String CUSTOMERS =
      """
      const pay = async (rest) => {
        const answer = await fetch(`${process.env.DOKU_SANDBOX_CONTROL}/numbers/${rest}`, { method: 'POST' });
        console.log(`${answer.status} ${await answer.text()}`);
      };
      await pay('8896512345678123/pay?method=VIRTUAL_ACCOUNT_BCA');
      await pay('7712345678901234/pay?method=ONLINE_TO_OFFLINE_ALFA');
      await pay('1111111111111111/pay');
      """;

  @BeforeAll
  static void requireNode() {
    Tools.want("node");
  }

  @Test
  void clientIsPaidDeclinedAndTakesBack() {
    Cli.Result run =
        Cli.runNow(
            Map.of(),
            "sandbox",
            "--require",
            "ovo.payment:success,ovo.payment:failed,ovo.payment:expired,ovo.cancel:success",
            "--for",
            "node",
            EXAMPLES.resolve("ovo-client/client.mjs").toString());

    assertThat(run.code()).as(run.out() + run.err()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(run.out()).contains("conformant: 4 requests judged, 4 conformant, 0 not");
  }

  @Test
  void deskAnswersBanksAndStoresAndIsNotified() throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("node", EXAMPLES.resolve("inquiry-desk/desk.mjs").toString())
            .redirectError(Redirect.DISCARD);
    builder.environment().putAll(MERCHANT);
    Process desk = builder.start();
    try (BufferedReader out = desk.inputReader()) {
      String url = out.readLine();

      Cli.Result bank =
          inquire(url, "--number", "8896512345678123", "--amount", "150000", "--level", "should");
      Cli.Result store =
          inquire(url, "--channel", "o2o", "--number", "7712345678901234", "--amount", "80000");
      Cli.Result paid =
          Cli.runNow(
              Map.of(),
              "sandbox",
              "--inquiry-url",
              url,
              "--notification-url",
              url.replace("/inquiries", "/notifications"),
              "--require",
              "va.inquiry:success,va.inquiry:refused,o2o.inquiry:success",
              "--require",
              "va.notification:acknowledged,o2o.notification:acknowledged",
              "--for",
              "node",
              "--input-type=module",
              "--eval",
              CUSTOMERS);
      Cli.Result again = inquire(url, "--number", "8896512345678123");

      assertThat(bank.code()).as(bank.out()).isEqualTo(ExitCode.CONFORMANT);
      assertThat(store.code()).as(store.out()).isEqualTo(ExitCode.CONFORMANT);
      assertThat(paid.code()).as(paid.out() + paid.err()).isEqualTo(ExitCode.CONFORMANT);
      assertThat(paid.out()).contains("conformant: 3 requests judged, 3 conformant, 0 not");
      assertThat(out.readLine()).isEqualTo("INV-VA-1 is paid");
      assertThat(out.readLine()).isEqualTo("INV-O2O-1 is paid");
      assertThat(again.code()).as(again.out()).isEqualTo(ExitCode.NOT_CONFORMANT);
      assertThat(again.out()).contains("billing_already_paid");
    } finally {
      desk.destroy();
    }
  }

  private static Cli.Result inquire(String url, Object... options) {
    Object[] args = new Object[options.length + 2];
    args[0] = "inquire";
    args[1] = url;
    System.arraycopy(options, 0, args, 2, options.length);
    return Cli.runNow(MERCHANT, args);
  }
}
