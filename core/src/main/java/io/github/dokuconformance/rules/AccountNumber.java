package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import io.github.dokuconformance.finding.Visible;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** An account number that is made of parts is those parts, one after the other. */
final class AccountNumber implements Rule {
  private static final FindingType NUMBER =
      new FindingType(
          "account.number",
          Severity.ERROR,
          "the account number is its parts, one after the other",
          "Join the parts as they are sent: blanks before the first belong to the number.",
          Source.documented(Pages.SNAP_ACCOUNT));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(NUMBER);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.only(
        operation ->
            Arrays.stream(Part.values())
                .anyMatch(part -> operation.pointer(part, Meaning.ACCOUNT_NUMBER).isPresent()),
        "it has no account number that is made of parts");
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    for (Part part : Part.values()) {
      check(subject, subject.operation().get(), part, findings);
    }
  }

  private static void check(
      Subject subject, Operation operation, Part part, Consumer<Finding> findings) {
    Optional<Pointer> place = operation.pointer(part, Meaning.ACCOUNT_NUMBER);
    JsonNode number = subject.value(part, Meaning.ACCOUNT_NUMBER);
    if (place.isEmpty() || !number.isString()) {
      return;
    }
    StringBuilder parts = new StringBuilder();
    for (Pointer pointer : operation.pointers(part, Meaning.ACCOUNT_PARTS)) {
      JsonNode value = subject.value(part, pointer);
      if (!value.isString()) {
        return;
      }
      parts.append(value.asString());
    }
    String joined = parts.toString();
    if (!joined.isEmpty() && !joined.equals(number.asString())) {
      findings.accept(
          NUMBER
              .at(part, place.get().toString())
              .wanted(Visible.quoted(joined))
              .got(Visible.quoted(number.asString()))
              .build());
    }
  }
}
