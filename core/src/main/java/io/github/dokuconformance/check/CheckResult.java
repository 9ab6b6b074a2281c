package io.github.dokuconformance.check;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.run.RunTrace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What a check found in one exchange.
 *
 * @param findings in the order of the rules; those about signatures first
 * @param trace what the rules over a whole run need of this exchange
 */
public record CheckResult(
    Exchange exchange,
    Optional<Operation> operation,
    SignatureResult requestSignature,
    SignatureResult responseSignature,
    List<Finding> findings,
    RunTrace trace) {
  public CheckResult {
    findings = List.copyOf(findings);
  }

  /** Returns a copy with more findings at the end. */
  public CheckResult with(List<Finding> more) {
    if (more.isEmpty()) {
      return this;
    }
    List<Finding> all = new ArrayList<>(findings);
    all.addAll(more);
    return new CheckResult(exchange, operation, requestSignature, responseSignature, all, trace);
  }

  /** Returns a copy without some findings. */
  public CheckResult without(Predicate<Finding> unwanted) {
    List<Finding> left = findings.stream().filter(unwanted.negate()).toList();
    return left.size() == findings.size()
        ? this
        : new CheckResult(exchange, operation, requestSignature, responseSignature, left, trace);
  }

  public SignatureResult signature(Part part) {
    return part == Part.REQUEST ? requestSignature : responseSignature;
  }

  CheckResult withSignature(Part part, SignatureResult signature, List<Finding> all) {
    return part == Part.REQUEST
        ? new CheckResult(exchange, operation, signature, responseSignature, all, trace)
        : new CheckResult(exchange, operation, requestSignature, signature, all, trace);
  }

  /** Tells whether no finding weighs as much as that. */
  public boolean isConformant(Severity failOn) {
    for (Finding finding : findings) {
      if (finding.severity().compareTo(failOn) >= 0) {
        return false;
      }
    }
    return true;
  }
}
