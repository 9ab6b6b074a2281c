package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ContractCommandTest {
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
                  .isEqualTo(row.path("known").asString().equals("full") || isOpen(row));
              assertThat(row.path("operations").isEmpty())
                  .isEqualTo(row.path("known").asString().equals("none"));
            });
  }

  /** An entry that is partial because one of its operations is needs no other reason. */
  private static boolean isOpen(JsonNode row) {
    return row.path("known").asString().equals("partial")
        && row.path("reason").asString().isEmpty();
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
  void listsEachCodeWithItsSource() {
    JsonNode rules =
        JsonMapper.shared().readTree(Cli.run("contract", "--rules", "--format", "json").out());

    assertThat(rules).hasSizeGreaterThan(60);
    assertThat(rules.valueStream().map(rule -> rule.path("code").asString()))
        .doesNotHaveDuplicates();
  }
}
