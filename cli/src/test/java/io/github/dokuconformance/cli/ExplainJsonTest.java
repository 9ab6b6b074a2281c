package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.scheme.Schemes;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What {@code explain} and {@code check} say of a search, for programs. */
class ExplainJsonTest {
  private static final Path BROKEN = Cli.EXAMPLES.resolve("broken");
  private static final Path PREFIX = BROKEN.resolve("target-path-prefix.http");
  private static final Path HEX = BROKEN.resolve("signature-hex.http");
  private static final Path RIGHT = Cli.EXAMPLES.resolve("conformant/postman-refund.http");
  private static final Map<String, String> OTHER_SECRET =
      Map.of("DOKU_SECRET_KEY", "SK-another-NOT-A-SECRET");

  @Test
  void namesTheMistakeTheStagesAndTheGroups() {
    Cli.Result result = Cli.run("explain", "--format", "json", PREFIX, RIGHT, HEX);

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    JsonNode report = JsonMapper.shared().readTree(result.out());
    assertThat(report.path("asked").asInt()).isEqualTo(3);
    assertThat(report.path("wrong").asInt()).isEqualTo(2);
    JsonNode first = report.path("signatures").path(0);
    assertThat(first.path("operation").asString()).isEqualTo("akulaku.generate-order");
    assertThat(first.at("/diagnosis/0/codes/0").asString()).isEqualTo("target.path-prefix");
    assertThat(first.at("/signed/stringToSign").asString()).contains("Request-Target:/api/");
    assertThat(first.at("/expected").has("signature")).isFalse();
    assertThat(first.at("/checkValue").asString()).matches("[0-9a-f]{6}");
    assertThat(report.at("/signatures/1/status").asString()).isEqualTo("valid");
    assertThat(report.at("/explanations"))
        .extracting(one -> one.at("/codes/0").asString() + one.at("/explained") + one.at("/wrong"))
        .containsExactly("target.path-prefix12", "signature.encoding-hex12");
  }

  @Test
  void saysWhatWasTriedWhereNothingExplainsIt() {
    Cli.Result result =
        Cli.run(OTHER_SECRET, "", "explain", "--format", "json", "--seconds", "2", PREFIX);

    JsonNode one = JsonMapper.shared().readTree(result.out()).at("/signatures/0");
    assertThat(one.path("diagnosis")).isEmpty();
    assertThat(one.path("tried").asLong()).isPositive();
    assertThat(one.at("/ruledOut/mistakesTogether").asInt()).isPositive();
    assertThat(one.at("/ruledOut/single").size()).isGreaterThan(5);
    assertThat(one.path("cut").asString()).isIn("none", "work", "time");
    assertThat(one.path("received").asString()).startsWith("HMACSHA256=");
  }

  @Test
  void checkSaysTheSame() {
    JsonNode report =
        JsonMapper.shared()
            .readTree(Cli.run(OTHER_SECRET, "", "check", "--format", "json", PREFIX).out());

    JsonNode signature = report.at("/exchanges/0/signatures/request");
    assertThat(signature.path("tried").asLong()).isPositive();
    assertThat(signature.path("cut").asString()).isIn("none", "work");
    JsonNode groups =
        JsonMapper.shared().readTree(Cli.run("check", "--format", "json", PREFIX, HEX).out());
    assertThat(groups.path("explanations")).hasSize(2);
  }

  @Test
  void textForAPersonIsNotMadeJson() {
    assertThat(
            Cli.run("explain", "--format", "json", "--actual-string-to-sign", PREFIX, PREFIX).err())
        .contains("text alone");
  }

  @Test
  void progressIsOnStandardErrorOfATerminalAlone() {
    assertThat(errorsOfLongSearch(true)).contains("looking for the mistake, ");
    assertThat(errorsOfLongSearch(false)).doesNotContain("looking for");
  }

  private static String errorsOfLongSearch(boolean terminal) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    Env env =
        new Env(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(err),
            OTHER_SECRET,
            Clock.systemUTC(),
            false,
            () -> 0,
            terminal,
            Schemes.bundled());
    String text =
        SearchProgress.during(
            env,
            () -> {
              try {
                Thread.sleep(2_500);
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
              return "found";
            });
    assertThat(text).isEqualTo("found");
    assertThat(out.toString()).isEmpty();
    return err.toString();
  }
}
