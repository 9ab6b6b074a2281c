package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import java.io.PrintWriter;

/** What a person reads in a terminal. */
public final class TextReport implements ExchangeReport {
  private static final String INDENT = "         ";

  private final PrintWriter out;
  private final Style style;
  private final Severity failOn;

  public TextReport(PrintWriter out, Style style, Severity failOn) {
    this.out = out;
    this.style = style;
    this.failOn = failOn;
  }

  @Override
  public void exchange(CheckResult result) {
    boolean conformant = result.isConformant(failOn);
    out.println(
        style.bold(result.exchange().source())
            + "  "
            + result.operation().map(Operation::id).orElse("unknown operation")
            + "  "
            + (conformant ? style.green("conformant") : style.red("NOT CONFORMANT"))
            + signatures(result));
    result.findings().stream()
        .sorted((a, b) -> b.severity().compareTo(a.severity()))
        .forEach(this::finding);
  }

  private String signatures(CheckResult result) {
    SignatureStatus request = result.requestSignature().status();
    String text = "  request signature " + request.id();
    return result.exchange().response().isPresent()
        ? text + ", response " + result.responseSignature().status().id()
        : text;
  }

  private void finding(Finding finding) {
    String severity = String.format("%-7s", finding.severity().id());
    out.println(
        "  "
            + style.of(finding.severity(), severity)
            + "  "
            + style.bold(finding.code())
            + "  "
            + finding.part().id()
            + (finding.at().isEmpty() ? "" : " " + finding.at()));
    out.println(INDENT + "  " + finding.message());
    out.println(INDENT + "  → " + finding.hint());
    out.println(INDENT + "  " + style.dim("source: " + finding.source()));
  }

  @Override
  public void end(Summary summary) {
    out.println();
    out.printf(
        "%s: %d checked, %d conformant, %d not; %d errors, %d warnings, %d notes%n",
        summary.isConformant() ? style.green(summary.verdict()) : style.red(summary.verdict()),
        summary.checked(),
        summary.conformant(),
        summary.checked() - summary.conformant(),
        summary.count(Severity.ERROR),
        summary.count(Severity.WARNING),
        summary.count(Severity.NOTE));
  }
}
