package io.github.dokuconformance.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class ConstraintCasesTest {

  private static final Map<String, String> SCHEMA_OF_EXAMPLE = Contract.schemaOfExample();

  static List<ConstraintCase> cases() {
    return ConstraintCase.all();
  }

  @Test
  void everyConstraintHasACase() {
    assertThat(withoutCase(Contract.schemas())).isEmpty();
  }

  @Test
  void everyCaseHasItsConstraint() {
    Set<String> constraints = Constraints.of(Contract.schemas());

    assertThat(cases()).allSatisfy(each -> assertThat(constraints).contains(each.place()));
  }

  @Test
  void constraintWithoutCaseIsFound() {
    Map<String, JsonNode> doctored = new HashMap<>(Contract.schemas());
    String file = "json/akulaku/refund-request.schema.json";
    ObjectNode refund = (ObjectNode) doctored.get(file).at("/properties/refund");
    refund.withObject("/properties/merchant_unique_reference").put("maxLength", 64);
    refund.withArray("/required").add("reason");
    refund.put("keywordNobodyKnows", true);

    assertThat(withoutCase(doctored))
        .containsExactly(
            file + "#/properties/refund/keywordNobodyKnows",
            file + "#/properties/refund/properties/merchant_unique_reference/maxLength",
            file + "#/properties/refund/required/1");
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void valueAtTheLimitPasses(ConstraintCase each) {
    assertThat(Contract.validate(SCHEMA_OF_EXAMPLE.get(each.base()), each.passing())).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void valueBeyondTheLimitBreaksThatConstraintOnly(ConstraintCase each) {
    List<Error> errors = Contract.validate(SCHEMA_OF_EXAMPLE.get(each.base()), each.failing());

    assertThat(errors)
        .singleElement()
        .satisfies(
            error -> {
              assertThat(error.getSchemaLocation().toString()).endsWith("/" + each.keywordPlace());
              assertThat(error.getInstanceLocation().toString()).isEqualTo(each.reportedAt());
              assertThat(each.code()).isEqualTo(ConstraintCase.code(error.getKeyword()));
            });
  }

  @Test
  void casesOfRequiredMembersAreAboutThoseMembers() {
    assertThat(cases())
        .filteredOn(each -> each.keyword().equals("required"))
        .isNotEmpty()
        .allSatisfy(
            each -> {
              JsonNode name = Contract.read(each.schema()).at(each.constraint());
              assertThat(each.pointer()).endsWith("/" + name.stringValue());
            });
  }

  private static Set<String> withoutCase(Map<String, JsonNode> schemas) {
    Set<String> missing = new TreeSet<>(Constraints.of(schemas));
    missing.removeAll(cases().stream().map(ConstraintCase::place).collect(Collectors.toSet()));
    return missing;
  }
}
