package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** The names in {@code payment.identifier} are those that DOKU uses. */
final class IdentifierNames implements Rule {
  private static final Set<String> KNOWN = Set.of("ORDER_ID", "AKULAKU_UNIQUE_REFERENCE");
  private static final FindingType UNKNOWN =
      new FindingType(
          "identifier.unknown-name",
          Severity.WARNING,
          "an identifier is named ORDER_ID or AKULAKU_UNIQUE_REFERENCE",
          "Copy payment.identifier from the generate-order response as it is.",
          Source.documented(Pages.AKULAKU + "cancel and refund tables and samples"));

  @Override
  public List<FindingType> types() {
    return List.of(UNKNOWN);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (!subject.is(Operation.CANCEL) && !subject.is(Operation.REFUND)) {
      return;
    }
    String place = "/payment/identifier";
    JsonNode identifier = subject.requestJson().path("payment").path("identifier");
    // Names in an object are fields: an unknown one is reported as such.
    for (int i = 0; identifier.isArray() && i < identifier.size(); i++) {
      JsonNode name = identifier.get(i).path("name");
      if (name.isString()) {
        check(place + "/" + i + "/name", name.asString(), findings);
      }
    }
  }

  private static void check(String pointer, String name, Consumer<Finding> findings) {
    if (!KNOWN.contains(name)) {
      findings.accept(UNKNOWN.at(Part.REQUEST, pointer).got(Visible.quoted(name)).build());
    }
  }
}
