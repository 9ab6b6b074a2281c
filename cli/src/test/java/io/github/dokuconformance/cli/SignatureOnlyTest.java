package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class SignatureOnlyTest {
  private static final Path REFUND = Cli.EXAMPLES.resolve("conformant/refund.http");
  private static final String HINT = "no contract judged any exchange";

  @TempDir private Path folder;

  private Path unknown;

  @BeforeEach
  void sign() throws IOException {
    Path body = Files.writeString(folder.resolve("body.json"), "{\"points\":1}");
    Cli.Result signed =
        Cli.run(
            "sign",
            "--curl",
            "--client-id",
            "MCH-1",
            "--target",
            "/loyalty/v1/points",
            "--timestamp",
            "2026-01-31T09:30:00Z",
            "--body",
            body);
    unknown =
        Files.writeString(
            folder.resolve("points.curl"), signed.out().replace("@" + body, "{\"points\":1}"));
  }

  @Test
  void exchangeOfNoContractIsNotCalledConformant() {
    Cli.Result result = Cli.run("check", unknown);

    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    assertThat(result.out())
        .contains("unknown operation  signature only  request signature valid")
        .contains("signature-only: 1 checked, 0 conformant, 1 by signature only, 0 not");
    assertThat(result.errLines()).singleElement().asString().contains(HINT);
  }

  @Test
  void greenWhereSignaturesAreMeantAlone() {
    Cli.Result result = Cli.run("check", "--signature-only", unknown);

    assertThat(result.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(result.out()).contains("signature-only: 1 checked");
    assertThat(result.err()).isEmpty();
  }

  @Test
  void greenBesideAnExchangeThatAContractJudged() {
    Cli.Result result = Cli.run("check", unknown, REFUND);

    assertThat(result.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(result.out())
        .contains("conformant: 2 checked, 1 conformant, 1 by signature only, 0 not");
  }

  @Test
  void neverGreenWithoutASecret() {
    Cli.Result result = Cli.run(Map.of(), "", "check", "--signature-only", unknown);

    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    assertThat(result.err()).contains("no signature was verified");
  }

  @Test
  void wrongSignatureAndUnreadableInputKeepTheirCodes() throws IOException {
    Path wrong =
        Files.writeString(
            folder.resolve("wrong.curl"),
            Files.readString(unknown).replace("\"points\":1", "\"points\":2"));
    Path unreadable = Files.writeString(folder.resolve("no.json"), "{");

    assertThat(Cli.run("check", wrong).code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(Cli.run("check", unknown, unreadable).code()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void everyReportSaysIt() {
    String json = Cli.run("check", "--format", "json", unknown).out();
    assertThat(JsonMapper.shared().readTree(json).path("verdict").asString())
        .isEqualTo("signature-only");
    assertThat(JsonMapper.shared().readTree(json).path("signatureOnly").asInt()).isEqualTo(1);
    assertThat(Cli.run("check", "--format", "markdown", unknown).out())
        .contains("## doku-conformance: signature-only");
    assertThat(Cli.run("check", "--format", "junit", unknown).out())
        .contains("skipped=\"1\"", "<skipped message=\"no contract: its operation is unknown\"/>");
    assertThat(Cli.run("check", "--format", "html", unknown).out()).contains("signature-only");
  }
}
