package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Gaps;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.IndexEntry;
import io.github.dokuconformance.contract.Knowledge;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractCommandTest {
  private static final Path TOY = Cli.ROOT.resolve("core/src/test/resources/toy-channel");

  @Test
  void listsTheOperations() {
    assertThat(Cli.run("contract").out())
        .contains("akulaku.generate-order", "akulaku.cancel", "akulaku.refund")
        .contains("akulaku.notification", "GET /orders/v1/status/");
  }

  @Test
  void listsEachEntryOfDokusIndexWithTheReasonWhereThereIsNoContract() {
    JsonNode rows = JsonMapper.shared().readTree(Cli.run("contract", "--format", "json").out());

    assertThat(rows.valueStream().filter(row -> row.has("entry")))
        .hasSizeGreaterThan(40)
        .allSatisfy(
            row -> {
              assertThat(row.path("known").asString()).isIn("full", "partial", "none");
              assertThat(row.path("reason").asString().isEmpty())
                  .isEqualTo(row.path("known").asString().equals("full"));
              assertThat(row.path("operations").isEmpty())
                  .isEqualTo(row.path("known").asString().equals("none"));
            });
  }

  @Test
  void pageOfWhatIsKnownIsWhatTheCommandPrints() {
    assertThat(Cli.ROOT.resolve("docs/contract.md"))
        .as("write it anew with doku-conformance contract --format markdown > docs/contract.md")
        .hasContent(Cli.run("contract", "--format", "markdown").out());
  }

  @Test
  void tableFitsATerminal() {
    assertThat(Cli.run("contract").out().lines()).allMatch(line -> line.length() <= 80);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "akulaku.generate-order",
        "akulaku.cancel",
        "akulaku.refund",
        "orders.check-status",
        "akulaku.notification",
        "checkout.payment",
        "cards.payment-page",
        "cards.check-3ds",
        "va.notification"
      })
  void listsEachFieldOfAnOperationWithItsSource(String operation) {
    JsonNode fields =
        JsonMapper.shared().readTree(Cli.run("contract", operation, "--format", "json").out());

    assertThat(fields).isNotEmpty();
    assertThat(fields)
        .allSatisfy(
            field ->
                assertThat(field.path("source").asString())
                    .matches("(documented|observed|derived|assumed): .+"));
  }

  @Test
  void leavesNoEntryOfTheIndexEmptyAndCountsThem() {
    List<IndexEntry> index = Contract.bundled().index();
    List<Knowledge> known = index.stream().map(IndexEntry::known).toList();

    assertThat(index)
        .isNotEmpty()
        .allMatch(entry -> !entry.operations().isEmpty() || entry.reason().isPresent());
    assertThat(Cli.run("contract").out().lines().reduce("", (before, last) -> last))
        .isEqualTo(
            "%d entries of the index: %d full, %d partial, %d none"
                .formatted(
                    index.size(),
                    known.stream().filter(Knowledge.FULL::equals).count(),
                    known.stream().filter(Knowledge.PARTIAL::equals).count(),
                    known.stream().filter(Knowledge.NONE::equals).count()));
  }

  @Test
  void listsEachCodeWithItsSource() {
    JsonNode rules =
        JsonMapper.shared().readTree(Cli.run("contract", "--rules", "--format", "json").out());

    assertThat(rules).hasSizeGreaterThan(60);
    assertThat(rules.valueStream().map(rule -> rule.path("code").asString()))
        .doesNotHaveDuplicates();
  }

  @Test
  void explainsACodeOfAFinding() {
    String text = Cli.run("contract", "amount.sum").out();
    JsonNode entry =
        JsonMapper.shared().readTree(Cli.run("contract", "amount.sum", "--format", "json").out());

    assertThat(text.lines()).hasSizeGreaterThan(5).allMatch(line -> line.length() <= 80);
    assertThat(text)
        .startsWith("amount.sum\n")
        .contains("  example   ", "  remedy    ", "  source    ");
    assertThat(entry).hasSize(1);
    assertThat(entry.at("/0/kind").asString()).isEqualTo("finding");
  }

  @Test
  void explainsACodeOfAMistake() {
    assertThat(Cli.run("contract", "target.path-prefix").out())
        .contains("  seen      ", "    PHP     ", "    Go      ");
  }

  @Test
  void tellsOfEachCodeWhetherItIsLookedForAndWhyNot() {
    Cli.Result text = Cli.run("contract", "--gaps");
    JsonNode rows =
        JsonMapper.shared().readTree(Cli.run("contract", "--gaps", "--format", "json").out());

    assertThat(text.out())
        .contains("akulaku.generate-order: ", "off, documented: ")
        .doesNotContain("without a reason");
    assertThat(text.out().lines()).allMatch(line -> line.length() <= 80);
    assertThat(rows).hasSize(Gaps.of(Contract.bundled()).size());
    assertThat(rows)
        .allSatisfy(
            row -> {
              assertThat(row.path("gap").asBoolean(true)).isFalse();
              assertThat(row.path("on").asBoolean()).isNotEqualTo(row.has("reason"));
            });
  }

  @Test
  void tellsOfOneOperationAlone() {
    assertThat(Cli.run("contract", "--gaps", "akulaku.cancel").out())
        .startsWith("akulaku.cancel: ")
        .contains(
            """
              off, documented: developers.doku.com, Akulaku, cancel header samples: the
                   response has another Request-Id; docs.response-request-id tells of it:
                echo.request-id
            """)
        .doesNotContain("akulaku.refund");
  }

  @Test
  void tellsWhatTheDataOfAChannelLack(@TempDir Path folder) throws IOException {
    copy(TOY, folder);
    assertThat(gaps(folder)).contains("toy.pay: ").doesNotContain("without a reason");
    Path document = folder.resolve("openapi.json");
    String said = Files.readString(document);
    Files.writeString(document, said.replace("\"lineItems\": \"/deal/lines\",", ""));

    String lacking = gaps(folder);

    assertThat(lacking)
        .containsPattern("toy.pay: [0-9]+ of [0-9]+ codes are looked for, 1 gap\n")
        .contains(
            "  off, without a reason: x-doku names no lineItems in the request:\n    amount.sum\n");
  }

  private static String gaps(Path folder) {
    StringWriter out = new StringWriter();
    new GapsText(new PrintWriter(out)).print(Gaps.of(Contract.bundledWith(folder)));
    return out.toString();
  }

  private static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(from.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
      }
    }
  }

  @Test
  void takesOneListAtATime() {
    Cli.Result both = Cli.run("contract", "--gaps", "--rules");

    assertThat(both.code()).isEqualTo(ExitCode.USAGE);
    assertThat(both.errLines().get(0)).contains("expected --rules or --gaps, got both");
  }
}
