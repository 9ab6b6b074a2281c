package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.cli.coverage.Coverage;
import io.github.dokuconformance.cli.report.ReportSettings.Detail;
import io.github.dokuconformance.diagnosis.Diagnosis;
import io.github.dokuconformance.diagnosis.text.DiagnosisText;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What a person reads in a terminal. */
public final class TextReport implements ExchangeReport {
  private static final String INDENT = "           ";
  private static final int MOST_MISSING = 5;

  private final PrintWriter out;
  private final Style style;
  private final Severity failOn;
  private final Detail detail;
  private final Repeats repeats = new Repeats();

  private TextReport(PrintWriter out, Style style, Severity failOn, Detail detail) {
    this.out = out;
    this.style = style;
    this.failOn = failOn;
    this.detail = detail;
  }

  TextReport(PrintWriter out, ReportSettings settings) {
    this(out, settings.style(), settings.failOn(), settings.detail());
  }

  /** Returns a report that says neither more nor less than usual. */
  public static TextReport plain(PrintWriter out, Style style, Severity failOn) {
    return new TextReport(out, style, failOn, Detail.NORMAL);
  }

  @Override
  public void exchange(ReportedExchange exchange) {
    ExchangeVerdict verdict = exchange.verdict(failOn);
    if (verdict != ExchangeVerdict.NOT_CONFORMANT && detail == Detail.QUIET) {
      return;
    }
    out.println(
        style.bold(exchange.source())
            + "  "
            + exchange.operation()
            + "  "
            + verdict.text(style)
            + signatures(exchange.result()));
    Set<String> again = new LinkedHashSet<>();
    exchange
        .heaviestFirst()
        .filter(this::isShown)
        .forEach(
            one -> {
              if (repeats.isFirst(one, exchange.source()) || detail == Detail.VERBOSE) {
                finding(one);
              } else {
                again.add(one.finding().code());
              }
            });
    if (!again.isEmpty()) {
      out.println("  as above: " + String.join(", ", again));
    }
    if (detail == Detail.VERBOSE) {
      diagnoses(exchange.result());
      exchange.commands().forEach(command -> out.println("  again: " + command));
    }
  }

  private boolean isShown(ReportedFinding one) {
    return one.counts(failOn)
        || detail == Detail.VERBOSE
        || (detail == Detail.NORMAL && one.finding().severity() != Severity.NOTE);
  }

  private static String signatures(CheckResult result) {
    SignatureStatus request = result.requestSignature().status();
    String text = "  request signature " + request.id();
    return result.exchange().response().isPresent()
        ? text + ", response " + result.responseSignature().status().id()
        : text;
  }

  private void finding(ReportedFinding one) {
    Finding finding = one.finding();
    String severity = String.format("%-7s", finding.severity().id());
    out.println(
        "  "
            + style.of(finding.severity(), severity)
            + "  "
            + style.bold(finding.code())
            + "  "
            + one.where());
    say(INDENT + finding.message());
    say(INDENT + "→ " + finding.hint());
    one.accepted().ifPresent(why -> say(INDENT + "accepted by the baseline: " + why));
    say(INDENT + style.dim("source: " + finding.source()));
    if (detail == Detail.VERBOSE) {
      one.place().ifPresent(place -> out.println(INDENT + style.dim("place: " + place)));
      out.println(INDENT + style.dim("see: " + CodeReference.link(finding.code())));
    }
  }

  private void say(String line) {
    style.folded(line).forEach(out::println);
  }

  private void diagnoses(CheckResult result) {
    for (Part part : Part.values()) {
      Optional<Diagnosis> diagnosis = result.signature(part).diagnosis();
      if (diagnosis.isPresent()) {
        out.println("  the " + part.id() + "'s signature");
        DiagnosisText.lines(diagnosis.get())
            .forEach(line -> out.println(("    " + line).stripTrailing()));
      }
    }
  }

  @Override
  public void end(Summary summary) {
    if (summary.checked() == 0 && summary.unreadable() > 0) {
      return; // Standard error has said it.
    }
    for (RunProblem problem : summary.problems()) {
      out.println(
          style.bold(problem.place().map(Object::toString).orElse(problem.group()))
              + "  "
              + style.red("NOT CONFORMANT")
              + "\n  "
              + style.of(problem.type().severity(), "error  ")
              + "  "
              + style.bold(problem.type().code()));
      say(INDENT + problem.message());
      say(INDENT + "→ " + problem.type().hint());
    }
    if (detail == Detail.QUIET && summary.isConformant()) {
      return;
    }
    summary.coverage().ifPresent(this::coverage);
    List<String> repeated = detail == Detail.VERBOSE ? List.of() : repeats.lines();
    if (!repeated.isEmpty()) {
      out.println("\nmore than once");
      repeated.forEach(line -> out.println("  " + line));
    }
    out.println();
    if (summary.explanations().wrong() > 1) {
      summary.explanations().lines().forEach(out::println);
    }
    String verdict = summary.verdict();
    out.println(
        (summary.isConformant() ? style.green(verdict) : style.red(verdict))
            + ": "
            + summary.counts());
  }

  private void coverage(Coverage coverage) {
    out.printf(
        Locale.ROOT,
        "%ncoverage: %d of the contract's %d requirements were exercised%n",
        coverage.exercised(),
        coverage.all());
    for (Coverage.Row row : coverage.rows()) {
      out.printf(
          Locale.ROOT,
          "  %-24s %3d of %3d%s%n",
          row.operation(),
          row.exercised(),
          row.all(),
          not(row));
    }
  }

  private String not(Coverage.Row row) {
    List<String> missing = row.missing();
    if (missing.isEmpty()) {
      return "";
    }
    int shown = detail == Detail.VERBOSE ? missing.size() : Math.min(MOST_MISSING, missing.size());
    String rest = shown < missing.size() ? ", … " + (missing.size() - shown) + " more" : "";
    return "  not: " + String.join(", ", missing.subList(0, shown)) + rest;
  }
}
