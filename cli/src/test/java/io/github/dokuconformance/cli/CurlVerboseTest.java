package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What real curl prints of its calls of the sandbox, as {@code check} reads it. */
@Timeout(60)
class CurlVerboseTest {
  private static final Map<String, String> DEMO =
      Map.of("DOKU_SECRET_KEY", "SK-SANDBOX-DEMO-NOT-A-SECRET");

  @TempDir private Path folder;

  @Test
  void readsARequestAndItsResponseFromTheVerboseOutput() {
    Cli.Result check = curl("orders.check-status", "/orders/v1/status/INV-1", "");

    assertThat(check.out()).contains("  request signature valid, response ");
    assertThat(check.err()).isEmpty();
  }

  @Test
  void saysThatTheVerboseOutputHasNoBodyOfARequest() {
    Cli.Result check = curl("akulaku.cancel", "/akulaku-peer-to-peer/v2/cancel", " -d '{\"a\":1}'");

    assertThat(check.code()).isEqualTo(ExitCode.USAGE);
    assertThat(check.err()).contains("curl -v does not show the request's body");
    assertThat(check.out()).doesNotContain("signature invalid");
  }

  private Cli.Result curl(String operation, String target, String data) {
    Tools.want("curl");
    Path printed = folder.resolve("printed.http");
    String headers =
        Cli.runNow(
                DEMO,
                "sign",
                "--client-id",
                "MCH-SANDBOX-DEMO",
                "--operation",
                operation,
                "--target",
                target)
            .out()
            .lines()
            .map(line -> " -H '" + line + "'")
            .collect(Collectors.joining());
    String command =
        "curl -sv \"$DOKU_BASE_URL%s\"%s%s > %s 2>&1".formatted(target, headers, data, printed);

    Cli.Result sandbox = Cli.runNow(Map.of(), "sandbox", "--port", 0, "--for", "sh", "-c", command);

    assertThat(sandbox.out()).contains(target);
    return Cli.run(DEMO, "", "check", printed);
  }
}
