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
import org.jspecify.annotations.Nullable;

/** An exchange as every report shows it. To be used by one thread at a time. */
public final class ReportedExchange {
  /** The name of an operation that was not recognised. */
  public static final String UNKNOWN_OPERATION = "unknown operation";

  private final CheckResult result;
  private final String file;
  private final List<ReportedFinding> findings;
  private final List<String> commands;

  /** Made once, by who asks first: another thread than that which writes, if it can. */
  private @Nullable String json;

  /**
   * Begins with nothing written.
   *
   * @param file the input that it comes from
   * @param commands command lines that check, or explain, this exchange once more
   */
  public ReportedExchange(
      CheckResult result, String file, List<ReportedFinding> findings, List<String> commands) {
    this.result = result;
    this.file = file;
    this.findings = List.copyOf(findings);
    this.commands = List.copyOf(commands);
  }

  /** Returns a result with nothing beside it. */
  public static ReportedExchange of(CheckResult result) {
    List<ReportedFinding> findings = new ArrayList<>(result.findings().size());
    for (Finding finding : result.findings()) {
      findings.add(new ReportedFinding(finding, Optional.empty(), Optional.empty()));
    }
    return new ReportedExchange(result, result.exchange().source(), findings, List.of());
  }

  public CheckResult result() {
    return result;
  }

  public String file() {
    return file;
  }

  public List<ReportedFinding> findings() {
    return findings;
  }

  public List<String> commands() {
    return commands;
  }

  /** Returns the exchange as one line of JSON. */
  public String json() {
    if (json == null) {
      json = ReportedJson.of(this);
    }
    return json;
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
