package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.report.ReportFormat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Where reports go, how much they say, and that what they say can be run. */
class ReportOptionsTest {
  private static final Path SUM = Cli.EXAMPLES.resolve("broken/amount-not-the-sum.http");
  private static final Path REUSED = Cli.EXAMPLES.resolve("broken/request-id-reused.jsonl");
  private static final Path PREFIX = Cli.EXAMPLES.resolve("broken/target-path-prefix.http");
  private static final Path REFUND = Cli.EXAMPLES.resolve("conformant/refund.http");

  @TempDir Path folder;

  @Test
  void writesSeveralFilesThatSayWhatStandardOutputWould() throws IOException {
    List<Object> args = new ArrayList<>(List.of("check", SUM, REUSED));
    for (ReportFormat format : ReportFormat.values()) {
      args.addAll(List.of("--output", format + "=" + folder.resolve(format.toString())));
    }

    Cli.run(args.toArray());

    for (ReportFormat format : ReportFormat.values()) {
      assertThat(folder.resolve(format.toString()))
          .hasContent(Cli.run("check", "--format", format, SUM, REUSED).out());
    }
    assertThat(names()).hasSize(ReportFormat.values().length);
  }

  @Test
  void leavesAFileAsItWasWhenTheRunBreaksOff() throws IOException {
    Path file = Files.writeString(folder.resolve("a.sarif"), "before");

    Cli.Result result =
        Cli.run(
            "check",
            "--output",
            "sarif=" + file,
            "--output",
            "html=" + folder.resolve("no/a"),
            SUM);

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.errLines()).singleElement().asString().contains("no/a: can't be written");
    assertThat(file).hasContent("before");
    assertThat(names()).containsExactly("a.sarif");
  }

  @Test
  void writesAFileAlsoWhereNothingCouldBeRead() throws IOException {
    Path file = folder.resolve("a.json");

    int code = Cli.run("check", "--output", "json=" + file, folder.resolve("missing.http")).code();

    assertThat(code).isEqualTo(ExitCode.USAGE);
    assertThat(JsonMapper.shared().readTree(Files.readString(file)).path("unreadable").asInt())
        .isEqualTo(1);
  }

  @Test
  void refusesAFormThatItDoesNotKnow() {
    Cli.Result result = Cli.run("check", "--output", "pdf=a.pdf", SUM);

    assertThat(result.code()).isEqualTo(ExitCode.USAGE);
    assertThat(result.errLines())
        .singleElement()
        .asString()
        .contains("sarif")
        .contains("pdf=a.pdf");
  }

  @Test
  void isSilentWhenQuietAndConformant() {
    assertThat(Cli.run("check", "--quiet", REFUND).out()).isEmpty();
    assertThat(Cli.run("check", "--quiet", REFUND, SUM).out())
        .contains("amount.sum")
        .doesNotContain("refund.http", "docs.postcode-type");
  }

  @Test
  void saysPlacesLinksDiagnosisAndCommandsWhenVerbose() {
    String out = Cli.run("check", "--verbose", PREFIX).out();

    assertThat(out)
        .contains("target-path-prefix.http:6:1", "docs/codes.md#signature.mismatch")
        .contains("[LF]", "again: doku-conformance explain ");
    assertThat(Cli.run("check", PREFIX).out()).doesNotContain("codes.md", "again:");
  }

  @Test
  void everyCommandShownFindsTheSameAgain() {
    Cli.Result run =
        Cli.run("check", "--format", "json", "--now", "2026-01-31T09:30:00Z", SUM, REUSED, PREFIX);

    for (JsonNode exchange : JsonMapper.shared().readTree(run.out()).path("exchanges")) {
      assertThat(exchange.path("again")).isNotEmpty();
      String check = exchange.path("again").path(0).asString();
      Object[] args = check.replace("doku-conformance check", "check --format json").split(" ", -1);
      JsonNode again = JsonMapper.shared().readTree(Cli.run(args).out()).path("exchanges");
      assertThat(again.valueStream()).as(check).contains(exchange);
    }
  }

  @Test
  void commandsNameWhereTheSecretIsAndQuoteWhatAShellWouldTake() throws IOException {
    Path file = Files.copy(PREFIX, folder.resolve("it's $(here).http"));
    Path secret = Files.copy(Cli.EXAMPLES.resolve("secret.txt"), folder.resolve("s"));

    String out =
        Cli.run(Map.of(), "", "check", "-v", "--secret-file", secret, "--fail-on", "warning", file)
            .out();

    assertThat(out)
        .contains(
            "check --secret-file "
                + secret
                + " --fail-on warning '"
                + folder
                + "/it'\\''s $(here).http'")
        .contains("explain --secret-file " + secret + " '")
        .doesNotContain(Cli.SECRET);
  }

  @Test
  void takesOneExchangeOfAFileByItsName() {
    JsonNode exchanges =
        JsonMapper.shared()
            .readTree(Cli.run("check", "--format", "json", REUSED + "#2").out())
            .path("exchanges");

    assertThat(exchanges).hasSize(1);
    assertThat(exchanges.path(0).path("source").asString()).isEqualTo(REUSED + "#2");
    Cli.Result none = Cli.run("check", REUSED + "#3");
    assertThat(none.code()).isEqualTo(ExitCode.USAGE);
    assertThat(none.errLines()).singleElement().asString().contains("#3").contains("no exchange");
  }

  @Test
  void countsTheRequirementsThatWereExercised() throws IOException {
    JsonNode one = coverage(Cli.EXAMPLES.resolve("conformant/refund.http"));
    try (Stream<Path> all = Files.list(Cli.EXAMPLES.resolve("conformant"))) {
      JsonNode more = coverage(all.toArray());

      assertThat(more.path("exercised").asInt()).isGreaterThan(one.path("exercised").asInt());
    }
    JsonNode refund = one.path("operations").path("akulaku.refund");
    List<String> missing = refund.path("missing").valueStream().map(JsonNode::asString).toList();
    assertThat(missing)
        .contains("outcome refused", "response /payment/status PENDING")
        .doesNotContain("an exchange", "outcome success", "request signature checked")
        .doesNotContain("request /refund/merchant_unique_reference");
    assertThat(refund.path("all").asInt() - refund.path("exercised").asInt())
        .isEqualTo(missing.size());
    assertThat(one.path("operations").path("akulaku.cancel").path("exercised").asInt()).isZero();
  }

  private static JsonNode coverage(Object... files) {
    Object[] args =
        Stream.concat(Stream.of("check", "--coverage", "--format", "json"), Arrays.stream(files))
            .toArray();
    return JsonMapper.shared().readTree(Cli.run(args).out()).path("coverage");
  }

  private List<String> names() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(path -> path.getFileName().toString()).toList();
    }
  }
}
