package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExplainCommandTest {
  private static final Path MINIFIED = Cli.EXAMPLES.resolve("broken/body-minified.http");
  private static final Path REFUND = Cli.EXAMPLES.resolve("conformant/refund.http");

  @TempDir Path folder;

  @Test
  void whereAChecksumStandsForTheSignatureCheckIsNamed(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ovo.json");
    Files.writeString(
        file,
        "{\"request\":{\"method\":\"POST\",\"target\":\"/ovo-emoney/v1/payment\",\"headers\":[],"
            + "\"body\":{\"utf8\":\"{}\"}}}");

    Cli.Result result =
        Cli.runNow(Map.of("DOKU_SECRET_KEY", "SK-TEST-NOT-A-SECRET"), "explain", file);

    assertThat(result.code()).isEqualTo(ExitCode.NOTHING_CHECKED);
    assertThat(result.err()).contains("check judges the rest, a checksum in a body too");
  }

  @Test
  void namesTheMistakeAndShowsTheStages() {
    Cli.Result result = Cli.run("explain", "--language", "php", MINIFIED);

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.out())
        .contains("body.minified", "Digest of the body", "String to sign", "[LF]", "PHP")
        .doesNotContain("C#", Cli.SECRET);
  }

  @Test
  void saysThatARightSignatureIsRightForBothParts() {
    Cli.Result result = Cli.run("explain", REFUND);

    assertThat(result.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(result.out()).contains("akulaku.refund  request", "akulaku.refund  response");
    assertThat(result.out()).contains("The signature is right.");
  }

  @Test
  void comparesADevelopersOwnStringToSign() throws IOException {
    String withCrlf =
        String.join(
            "\r\n",
            "Client-Id:MCH-0001-10791114622547",
            "Request-Id:00000000-0000-4000-8000-000000000001",
            "Request-Timestamp:2021-07-07T08:45:42Z",
            "Request-Target:/akulaku-peer-to-peer/v2/generate-order",
            "Digest:5nQHjs/NWOFafsb5L6Vs6EiW6BJ8GugV1zOBf9SWtj8=");
    Path mine = Files.writeString(folder.resolve("mine.txt"), withCrlf, StandardCharsets.UTF_8);

    Cli.Result result = Cli.run("explain", "--actual-string-to-sign", mine, MINIFIED);

    assertThat(result.out())
        .contains(
            "The signature that came was not made over your string, but as is shown below.",
            "Your string, with LF in place of CRLF, is the right one.",
            "body.minified")
        .doesNotContain("is wrong");
  }

  @Test
  void needsASecret() {
    Cli.Result result = Cli.run(Map.of(), "", "explain", REFUND);

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.errLines()).singleElement().asString().contains("DOKU_SECRET_KEY");
  }

  @Test
  void saysWhatCannotBeRead() {
    Cli.Result result = Cli.run("explain", folder.resolve("no.http"));

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.errLines()).singleElement().asString().contains("no such file");
  }

  @Test
  void printsTheRightSignatureOnlyToAPersonWhoAsks() {
    String right = "HMACSHA256=R05N0TiMGVbxLiO6eSMRGakow/9ehqtaCtPkbMlCa/A=";

    for (String command : List.of("explain", "check")) {
      assertThat(Cli.run(command, MINIFIED).out()).doesNotContain(right);
      Cli.Result asked = Cli.run(command, "--show-expected-signature", MINIFIED);
      assertThat(asked.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
      assertThat(asked.out()).contains(right);
      Map<String, String> ci = new HashMap<>(Cli.WITH_SECRET);
      ci.put("CI", "true");
      assertRefused(Cli.run(ci, "", command, "--show-expected-signature", MINIFIED), "CI is set");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--format=json",
        "--format=jsonl",
        "--format=junit",
        "--format=sarif",
        "--format=markdown",
        "--format=html",
        "--format=github",
        "--output=text=report.txt"
      })
  void printsTheRightSignatureInNoReportThatIsKept(String option) {
    assertRefused(
        Cli.run("check", "--show-expected-signature", option, MINIFIED), "leave out --format");
  }

  private static void assertRefused(Cli.Result result, String reason) {
    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.out()).isEmpty();
    assertThat(result.errLines()).singleElement().asString().contains("refused", reason);
  }
}
