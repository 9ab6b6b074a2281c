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

  @ParameterizedTest
  @ValueSource(
      strings = {
        "akulaku.generate-order",
        "akulaku.cancel",
        "akulaku.refund",
        "orders.check-status",
        "akulaku.notification"
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
