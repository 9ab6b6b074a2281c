package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.BufferedReader;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The example endpoints, on Node.js: the right one is clean, the mistakes of the others show. */
class NodeEndpointsTest {
  private static final Path FOLDER = Path.of("../examples/notification-endpoints");
  private static final Map<String, String> VARIABLES =
      Map.of(
          "DOKU_CLIENT_ID", "MCH-TEST-0001",
          "DOKU_SECRET_KEY", "SK-TEST-EXAMPLE-NOT-A-SECRET");

  @BeforeAll
  static void requireNode() {
    Tools.want("node");
  }

  @Test
  void rightOneIsClean() throws Exception {
    assertThat(failed("right.mjs", ExitCode.CONFORMANT)).isEmpty();
  }

  @Test
  void failOpenOneTakesWhatItCannotCheck() throws Exception {
    assertThat(failed("fail-open.mjs", ExitCode.NOT_CONFORMANT))
        .contains(
            "forged.no-signature",
            "forged.no-headers",
            "forged.empty-signature",
            "forged.prefix-only",
            "forged.truncated-mac",
            "forged.not-base64",
            "client-id.same-key",
            "stale.year-old")
        .noneMatch(id -> id.startsWith("genuine.") || id.startsWith("spelling."));
  }

  @Test
  void reSerialisingOneRefusesGenuineSpellingsAndTakesTamperedOnes() throws Exception {
    assertThat(failed("re-serialising.mjs", ExitCode.NOT_CONFORMANT))
        .contains(
            "spelling.pretty-printed",
            "spelling.crlf",
            "spelling.trailing-newline",
            "spelling.escaped-slash",
            "spelling.unicode-escapes",
            "spelling.number-like-names",
            "tampered.white-space",
            "tampered.trailing-newline",
            "client-id.changed",
            "malformed.not-json",
            "run.no-server-error")
        .doesNotContain("genuine.plain", "forged.random-mac", "tampered.amount");
  }

  private static Set<String> failed(String script, int exitCode) throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("node", FOLDER.resolve(script).toString())
            .redirectError(Redirect.DISCARD);
    builder.environment().putAll(VARIABLES);
    Process process = builder.start();
    try (BufferedReader out = process.inputReader()) {
      String url = out.readLine();
      Cli.Result run =
          Cli.runNow(
              VARIABLES,
              "notify",
              url,
              "--effect-url",
              url.replace("/payments/notifications", "/effect"),
              "--effect-wait",
              "0",
              "--format",
              "json");
      assertThat(run.err()).isEmpty();
      assertThat(run.code()).isEqualTo(exitCode);
      return failed(run);
    } finally {
      process.destroy();
    }
  }

  /** Returns the ids of what failed, as a report in JSON has them. */
  static Set<String> failed(Cli.Result run) {
    return JsonMapper.shared()
        .readTree(run.out())
        .path("probes")
        .valueStream()
        .filter(probe -> !probe.path("passed").asBoolean())
        .map(probe -> probe.path("id").asString())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
