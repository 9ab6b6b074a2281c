package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An exchange as every report shows it.
 *
 * @param file the input that it comes from
 * @param commands command lines that check, or explain, this exchange once more
 */
public record ReportedExchange(
    CheckResult result, String file, List<ReportedFinding> findings, List<String> commands) {
  /** The name of an operation that was not recognised. */
  public static final String UNKNOWN_OPERATION = "unknown operation";

  public ReportedExchange {
    findings = List.copyOf(findings);
    commands = List.copyOf(commands);
  }

  /** Returns a result with nothing beside it. */
  public static ReportedExchange of(CheckResult result) {
    List<ReportedFinding> findings = new ArrayList<>(result.findings().size());
    for (Finding finding : result.findings()) {
      findings.add(new ReportedFinding(finding, Optional.empty(), Optional.empty()));
    }
    return new ReportedExchange(result, result.exchange().source(), findings, List.of());
  }

  /** Returns the exchange's name, made visible. */
  public String source() {
    return Visible.name(result.exchange().source());
  }

  public String operation() {
    return result.operation().map(Operation::id).orElse(UNKNOWN_OPERATION);
  }

  /** Returns what is said of the exchange where findings of that weight count. */
  ExchangeVerdict verdict(Severity failOn) {
    if (!isConformant(failOn)) {
      return ExchangeVerdict.NOT_CONFORMANT;
    }
    return result.operation().isPresent()
        ? ExchangeVerdict.CONFORMANT
        : ExchangeVerdict.SIGNATURE_ONLY;
  }

  /** Tells whether no finding that is not accepted weighs as much as that. */
  public boolean isConformant(Severity failOn) {
    for (ReportedFinding finding : findings) {
      if (finding.counts(failOn)) {
        return false;
      }
    }
    return true;
  }

  /** Returns the findings, the heaviest first. */
  Stream<ReportedFinding> heaviestFirst() {
    return findings.stream()
        .sorted(Comparator.comparing((ReportedFinding one) -> one.finding().severity()).reversed());
  }
}
