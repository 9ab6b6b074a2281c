package io.github.dokuconformance.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.SchemaCheck;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.json.JsonBody;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final Set<String> CODES =
      Check.types().stream().map(FindingType::code).collect(Collectors.toSet());

  private static final Refusals REFUSALS = Refusals.of(Contract.bundled());

  @Test
  void everyErrorInARequestLeadsToARefusal() {
    for (FindingType type : Check.types()) {
      if (type.severity() == Severity.ERROR) {
        assertThat(REFUSALS.first(List.of(type.at(Part.REQUEST, "/a").build()), Optional.empty()))
            .as(type.code())
            .isPresent();
      }
    }
  }

  @Test
  void whatIsNoErrorOrNotInTheRequestLeadsToNone() {
    for (FindingType type : Check.types()) {
      if (type.severity() != Severity.ERROR && !type.code().endsWith(".no-secret")) {
        assertThat(REFUSALS.first(List.of(type.at(Part.REQUEST, "").build()), Optional.empty()))
            .as(type.code())
            .isEmpty();
      }
      assertThat(REFUSALS.first(List.of(type.at(Part.RESPONSE, "").build()), Optional.empty()))
          .isEmpty();
    }
  }

  @Test
  void theTableNamesOnlyCodesThatExist() {
    for (Refusal refusal : REFUSALS.all()) {
      assertThat(refusal.codes()).allMatch(code -> code.equals("*") || CODES.contains(code));
      assertThat(refusal.messages().keySet())
          .allMatch(code -> code.equals("*") || CODES.contains(code));
    }
  }

  @Test
  void everyAnswerHasAnEnvelopeOfTheContractAndASource() {
    for (Refusal refusal : REFUSALS.all()) {
      Optional<Operation> operation =
          Contract.bundled().operations().stream()
              .filter(one -> !refusal.schemes().isEmpty())
              .filter(one -> refusal.isFor(Optional.of(one)))
              .findFirst();
      var body = refusal.render("/path", operation, List.of(), Instant.EPOCH);
      var json = JsonBody.read(body).root().orElseThrow();

      String schema =
          operation
              .map(one -> one.responseSchemas(refusal.status()).get(0))
              .orElse("json/error-response.schema.json");
      assertThat(SchemaCheck.bundled().check(schema, json)).as(refusal.id()).isEmpty();
      operation.ifPresent(
          one ->
              assertThat(json.path("responseCode").asString(""))
                  .startsWith(refusal.status() + one.service().orElseThrow()));
      assertThat(Source.parse(refusal.source()).page()).isNotBlank();
    }
  }
}
