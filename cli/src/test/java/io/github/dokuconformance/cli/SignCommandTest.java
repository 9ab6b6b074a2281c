package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SignCommandTest {
  private static final Path ORDER =
      Cli.ROOT.resolve("schemas/contract/examples/akulaku.generate-order/request-documented.json");

  @TempDir Path folder;

  @Test
  void printsTheHeadersOfARequest() throws IOException {
    Cli.Result result =
        Cli.run(
            "sign",
            "--client-id",
            "MCH-0001-10791114622547",
            "--operation",
            "akulaku.generate-order",
            "--body",
            ORDER,
            "--request-id",
            "baec7d95-f30a-4b78-b711-6ebe0ccdf50b",
            "--timestamp",
            "2021-07-07T08:45:42Z");

    assertThat(result.code()).isZero();
    // The example was signed by Python, not by this code.
    String example = Files.readString(Cli.EXAMPLES.resolve("conformant/generate-order.http"));
    assertThat(result.out().lines())
        .hasSize(4)
        .allSatisfy(line -> assertThat(example).contains(line));
  }

  @Test
  void printsACurlCommandThatReadsBackAsConformant() throws IOException {
    Path body = Files.write(folder.resolve("o'rder.json"), Files.readAllBytes(ORDER));

    String curl =
        Cli.run(
                "sign",
                "--curl",
                "--client-id",
                "MCH-1",
                "--operation",
                "akulaku.generate-order",
                "--body",
                body)
            .out();

    Path file = Files.writeString(folder.resolve("a.curl"), curl);
    assertThat(Cli.run("check", "--now", "now", "--allow-files", folder, file).out())
        .contains("conformant  request signature valid");
  }

  @Test
  void putsABodyFromStandardInputIntoTheCurlCommand() throws IOException {
    String body = "{\"name\":\"it's é\\u2028\",\n\t\"amount\":1}\n";

    String curl =
        Cli.run(
                Cli.WITH_SECRET,
                body,
                "sign",
                "--curl",
                "--client-id",
                "MCH-1",
                "--target",
                "/payments/notifications",
                "--body",
                "-")
            .out();

    Path file = Files.writeString(folder.resolve("a.curl"), curl);
    assertThat(Cli.run("check", file).out()).contains("request signature valid");
  }

  @Test
  void signsARequestWithoutABody() throws IOException {
    String curl =
        Cli.run(
                "sign",
                "--curl",
                "--client-id",
                "MCH-1",
                "--operation",
                "orders.check-status",
                "--target",
                "/orders/v1/status/INV-1")
            .out();

    Path file = Files.writeString(folder.resolve("a.curl"), curl);
    assertThat(curl).doesNotContain("data-binary", "Digest");
    assertThat(Cli.run("check", file).out()).contains("orders.check-status  conformant");
  }

  @Test
  void needsASecretAndATarget() {
    assertThat(Cli.run(Map.of(), "", "sign", "--client-id", "M", "--target", "/x").err())
        .contains("DOKU_SECRET_KEY");
    assertThat(Cli.run("sign", "--client-id", "M").err()).contains("--operation or --target");
    assertThat(Cli.run("sign", "--client-id", "M", "--target", "x").code())
        .isEqualTo(ExitCode.USAGE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"postman", "bruno"})
  void printsAScriptThatHoldsNoSecret(String client) {
    Cli.Result result = Cli.run("sign", "--script", client);

    assertThat(result.code()).isZero();
    assertThat(result.out()).contains("HMACSHA256=", "secret_key").doesNotContain(Cli.SECRET);
  }

  @Test
  void refusesOptionsThatHaveNoEffectOnAScript() {
    Cli.Result result = Cli.run("sign", "--script", "postman", "--client-id", "M");

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.err()).contains("--client-id has no effect on a script");
    assertThat(Cli.run("sign", "--target", "/x").err()).contains("expected --client-id");
  }

  @Test
  void doubtsATimestampThatWillNotBeTaken() {
    assertThat(order("2026-01-31T09:30:00.000Z", true).errLines())
        .singleElement(STRING)
        .contains("warning header.timestamp-fraction", "yyyy-MM-ddTHH:mm:ssZ");
    assertThat(order("yesterday", true).errLines())
        .singleElement(STRING)
        .contains("error header.timestamp-format", "got \"yesterday\"");
    assertThat(order("2026-01-31T09:30:00Z", true).err()).isEmpty();
  }

  @Test
  void doubtsARequestWithoutTheBodyThatItsOperationHas() {
    Cli.Result result = order("2026-01-31T09:30:00Z", false);

    assertThat(result.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(result.errLines()).singleElement(STRING).contains("error body.missing");
    assertThat(
            Cli.run(
                    "sign",
                    "--client-id",
                    "M",
                    "--operation",
                    "orders.check-status",
                    "--target",
                    "/orders/v1/status/INV-1")
                .err())
        .isEmpty();
  }

  private static Cli.Result order(String timestamp, boolean withBody) {
    List<Object> words =
        new ArrayList<>(
            List.of("sign", "--client-id", "MCH-1", "--operation", "akulaku.generate-order"));
    words.addAll(List.of("--timestamp", timestamp));
    if (withBody) {
      words.addAll(List.of("--body", ORDER));
    }
    return Cli.run(words.toArray());
  }
}
