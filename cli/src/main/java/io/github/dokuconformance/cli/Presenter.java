package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.cli.baseline.Baseline;
import io.github.dokuconformance.cli.place.Place;
import io.github.dokuconformance.cli.place.Places;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.cli.report.ReportedFinding;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Adds to a result what reports show beside it; in the order of the run, by one thread. */
final class Presenter {
  private final Optional<Places> places;
  private final Optional<Baseline> baseline;
  private final Reproduction reproduction;

  Presenter(Optional<Places> places, Optional<Baseline> baseline, Reproduction reproduction) {
    this.places = places;
    this.baseline = baseline;
    this.reproduction = reproduction;
  }

  /** Tells whether a result may be presented before its turn, and by any thread. */
  boolean isInAnyOrder() {
    return places.isEmpty() && baseline.isEmpty();
  }

  ReportedExchange present(CheckResult result, String file) {
    List<Finding> findings = result.findings();
    String operation =
        result.operation().map(Operation::id).orElse(ReportedExchange.UNKNOWN_OPERATION);
    Map<Finding, Place> at =
        places.map(all -> all.of(file, result.exchange(), findings)).orElse(Map.of());
    Map<Finding, String> accepted =
        baseline.map(all -> all.accept(operation, findings)).orElse(Map.of());
    return new ReportedExchange(
        result,
        file,
        findings.stream()
            .map(
                finding ->
                    new ReportedFinding(
                        finding,
                        Optional.ofNullable(at.get(finding)),
                        Optional.ofNullable(accepted.get(finding))))
            .toList(),
        findings.isEmpty() ? List.of() : reproduction.commands(result));
  }
}
