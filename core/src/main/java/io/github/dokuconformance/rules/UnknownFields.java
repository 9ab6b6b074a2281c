package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Conformity;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.SchemaCheck;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** A merchant sends only fields that the contract names; DOKU's own messages may hold others. */
final class UnknownFields implements Rule {
  private static final FindingType UNKNOWN =
      new FindingType(
          "schema.unknown-field",
          Severity.WARNING,
          "a request sends only documented fields",
          "Check the spelling and the nesting, or leave the field out: DOKU may ignore or refuse it.",
          Source.derived(Pages.AKULAKU + "request tables: they do not list it"));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(UNKNOWN);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.only(
        operation ->
            operation.isCalledByDoku()
                ? operation.responseSchema().isPresent()
                : operation.requestSchema().isPresent(),
        "the merchant sends no body that the contract describes");
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    Operation operation = subject.operation().get();
    if (!subject.isCalledByDoku() && subject.requestConformity() != Conformity.PLAIN) {
      check(subject, Part.REQUEST, operation.requestSchema(), findings);
    } else if (subject.isCalledByDoku() && subject.succeeded()) {
      List<String> schemas = operation.responseSchemas(subject.response().get().status());
      check(subject, Part.RESPONSE, schemas.stream().findFirst(), findings);
    }
  }

  private static void check(
      Subject subject, Part part, Optional<String> schema, Consumer<Finding> findings) {
    JsonNode body = subject.json(part);
    if (schema.isPresent() && !body.isMissingNode()) {
      SchemaCheck schemas = subject.context().contract().schemas();
      for (String pointer : schemas.unknownFields(schema.get(), body)) {
        findings.accept(UNKNOWN.at(part, pointer).build());
      }
    }
  }
}
