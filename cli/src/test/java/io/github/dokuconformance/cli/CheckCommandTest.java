package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.cli.command.ExitCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CheckCommandTest {
  private static final Path REFUND = Cli.EXAMPLES.resolve("conformant/refund.http");
  private static final Path SUM = Cli.EXAMPLES.resolve("broken/amount-not-the-sum.http");

  @TempDir Path folder;

  @Test
  void reportsInTheFormThatScriptsReadOn() {
    Cli.Result result = Cli.run("check", "--format", "json", REFUND, SUM);

    JsonNode report = JsonMapper.shared().readTree(result.out());
    assertThat(report.path("verdict").asString()).isEqualTo("not-conformant");
    assertThat(report.path("checked").asInt()).isEqualTo(2);
    JsonNode broken = report.path("exchanges").path(1);
    assertThat(broken.path("operation").asString()).isEqualTo("akulaku.generate-order");
    assertThat(broken.path("signatures").path("request").path("status").asString())
        .isEqualTo("valid");
    JsonNode finding = broken.path("findings").path(0);
    assertThat(finding.propertyNames())
        .containsExactly(
            "code", "severity", "part", "at", "message", "facts", "hint", "source", "help");
    assertThat(finding.path("at").asString()).isEqualTo("/order/amount");
    assertThat(finding.path("facts").path("got").asString()).isEqualTo("99000");
  }

  @Test
  void failsOnALighterFindingWhenAsked() {
    Path otherForm = Cli.EXAMPLES.resolve("conformant/postman-generate-order.http");

    assertThat(Cli.run("check", otherForm).code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(Cli.run("check", "--fail-on", "warning", otherForm).code())
        .isEqualTo(ExitCode.NOT_CONFORMANT);
  }

  @Test
  void leavesSignaturesUncheckedWithoutASecretAndSaysSo() {
    Cli.Result result = Cli.run(Map.of(), "", "check", "--format", "json", REFUND);

    assertThat(result.code()).isEqualTo(ExitCode.CONFORMANT);
    assertThat(result.out()).contains("\"status\":\"unchecked\"");
    assertThat(result.errLines()).singleElement().asString().contains("DOKU_SECRET_KEY");
  }

  @Test
  void takesTheSecretFromAFileAndFromCredentials() throws IOException {
    Path credentials =
        Files.writeString(
            folder.resolve("credentials.json"),
            "{\"MCH-0001-10791114622547\":\"" + Cli.SECRET + "\"}");

    for (List<Object> source :
        List.<List<Object>>of(
            List.of("--secret-file", Cli.EXAMPLES.resolve("secret.txt")),
            List.of("--credentials", credentials),
            List.of("--secret-env", "MY_SECRET"))) {
      List<Object> args = new ArrayList<>(List.of("check", "--format", "json", REFUND));
      args.addAll(source);
      Cli.Result result = Cli.run(Map.of("MY_SECRET", Cli.SECRET), "", args.toArray());

      assertThat(result.out()).as("%s", source).contains("\"request\":{\"status\":\"valid\"");
    }
  }

  @Test
  void readsStandardInput() throws IOException {
    Cli.Result result =
        Cli.run(Cli.WITH_SECRET, Files.readString(SUM), "check", "--format", "jsonl", "-");

    assertThat(result.code()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(result.out()).contains("\"source\":\"stdin\"").contains("amount.sum");
  }

  @Test
  void keepsTheInputsOrderOverManyExchanges() throws IOException {
    String line = Files.readAllLines(Cli.EXAMPLES.resolve("broken/request-id-reused.jsonl")).get(0);
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < 1000; i++) {
      lines.add(line.replace("00000000-0000", String.format("%08d-0000", i)));
    }
    Path file = Files.write(folder.resolve("many.jsonl"), lines);

    Cli.Result result = Cli.run("check", "--format", "jsonl", file);

    List<String> sources =
        result
            .out()
            .lines()
            .map(text -> JsonMapper.shared().readTree(text).path("source").asString())
            .toList();
    assertThat(sources).hasSize(1000);
    for (int i = 0; i < sources.size(); i++) {
      assertThat(sources.get(i)).isEqualTo(file + "#" + (i + 1));
    }
  }

  @Test
  void neverShowsTheSecret() throws IOException {
    List<Path> all = new ArrayList<>();
    for (String name : List.of("conformant", "broken")) {
      try (var list = Files.list(Cli.EXAMPLES.resolve(name))) {
        all.addAll(list.toList());
      }
    }
    for (String format : List.of("text", "json", "jsonl")) {
      List<Object> args = new ArrayList<>(List.of("check", "--format", format));
      args.addAll(all);
      Cli.Result result = Cli.run(args.toArray());

      assertThat(result.out() + result.err()).isNotBlank().doesNotContain(Cli.SECRET);
    }
  }
}
