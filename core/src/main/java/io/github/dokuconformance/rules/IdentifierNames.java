package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Party;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The identifiers of a payment have the names that DOKU gives them. */
final class IdentifierNames implements Rule {
  private static final FindingType UNKNOWN =
      new FindingType(
          "identifier.unknown-name",
          Severity.WARNING,
          "an identifier has one of the names that the pages show",
          "Copy the identifiers from the response to the order as they are.",
          Source.documented(Pages.AKULAKU + "cancel and refund tables and samples"));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(UNKNOWN);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.sentByMerchant("DOKU names them")
        .and(
            Scope.only(
                operation ->
                    operation.tellsOf(Part.REQUEST, Meaning.IDENTIFIER_NAMES)
                        || !operation.identifiers().isEmpty(),
                "its request has no identifiers"))
        .and(Scope.place(Part.REQUEST, Meaning.IDENTIFIER_NAMES, Role.values()))
        .and(
            Scope.data(
                operation -> !operation.identifiers().isEmpty(),
                "x-doku lists no identifiers",
                Role.values()));
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (!subject.isBy(Party.MERCHANT, Part.REQUEST)) {
      return;
    }
    Operation operation = subject.operation().get();
    List<String> known = operation.identifiers();
    for (Pointer place : operation.pointers(Part.REQUEST, Meaning.IDENTIFIER_NAMES)) {
      for (String pointer : place.all(subject.requestJson())) {
        JsonNode name = subject.requestJson().at(pointer);
        if (name.isString() && !known.isEmpty() && !known.contains(name.asString())) {
          findings.accept(
              UNKNOWN
                  .at(Part.REQUEST, pointer)
                  .wanted(String.join(" or ", known))
                  .got(Visible.quoted(name.asString()))
                  .build());
        }
      }
    }
  }
}
