package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
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

/** What numbers and refers to an order can be printed, typed and compared. */
final class IdentifierText implements Rule {
  private static final List<Meaning> IDENTIFIERS =
      List.of(Meaning.INVOICE, Meaning.REFERENCE, Meaning.REFUND_REFERENCE);

  private static final FindingType CONTROL =
      new FindingType(
          "identifier.control-character",
          Severity.WARNING,
          "an identifier has no control characters",
          "Take tabs, line ends and the like out of it before it is sent.",
          Source.assumed(
              "no page names the characters; dashboards, files and signatures by lines lose these"));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(CONTROL);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.place(Part.REQUEST, Meaning.INVOICE, Role.values());
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    for (Part part : Part.values()) {
      for (Meaning meaning : IDENTIFIERS) {
        for (Pointer place : subject.operation().get().pointers(part, meaning)) {
          JsonNode value = subject.value(part, place);
          if (value.isString() && holdsControl(value.asString())) {
            findings.accept(
                CONTROL
                    .at(part, place.toString())
                    .wanted("no control character")
                    .got(Visible.quoted(value.asString()))
                    .build());
          }
        }
      }
    }
  }

  private static boolean holdsControl(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (Character.isISOControl(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }
}
