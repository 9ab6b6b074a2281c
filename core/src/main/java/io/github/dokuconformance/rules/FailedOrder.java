package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Condition;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.FindingType;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Source;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** After a failed order a retry needs a new invoice number and a new reference. */
final class FailedOrder implements Rule {
  private static final FindingType FAILED =
      new FindingType(
          "order.failed",
          Severity.NOTE,
          "after payment.status FAILED a retry changes order.invoice_number and"
              + " payment.merchant_unique_reference",
          "Make both anew before the order is sent again; a new Request-Id alone is not enough.",
          Source.documented(Pages.ORDER_RESPONSE));

  @Override
  public List<FindingType> types(Contract contract) {
    return List.of(FAILED);
  }

  @Override
  public Scope scope(FindingType type, Contract contract) {
    return Scope.data(
        operation -> operation.failed().isPresent(),
        "x-doku does not say when it failed",
        Role.ORDER);
  }

  @Override
  public void check(Subject subject, Consumer<Finding> findings) {
    if (subject.operation().isEmpty()) {
      return;
    }
    Operation operation = subject.operation().get();
    Optional<Condition> failed = operation.failed();
    if (failed.isPresent() && failed.get().holds(subject.responseJson())) {
      Pointer at = failed.get().at().orElse(Pointer.parse(""));
      String anew =
          operation.unique().stream()
              .flatMap(meaning -> operation.pointers(Part.REQUEST, meaning).stream())
              .map(Pointer::dotted)
              .collect(Collectors.joining(" and "));
      String said = at.dotted() + " " + at.in(subject.responseJson()).asString("");
      findings.accept(
          FAILED
              .requiring("after " + said + " a retry changes " + anew)
              .at(Part.RESPONSE, at.toString())
              .build());
    }
  }
}
