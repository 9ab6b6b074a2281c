package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.cli.coverage.Coverage;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Markdown for a job summary or a comment: the verdict, how often each code was found, and the
 * findings that count, a hundred at most.
 */
final class MarkdownReport implements ExchangeReport {
  private final PrintWriter out;
  private final Severity failOn;
  private final List<String> rows = new ArrayList<>();
  private final List<String> commands = new ArrayList<>();
  private long more;

  MarkdownReport(PrintWriter out, Severity failOn) {
    this.out = out;
    this.failOn = failOn;
  }

  @Override
  public void exchange(ReportedExchange exchange) {
    boolean shown = false;
    for (ReportedFinding one : exchange.heaviestFirst().filter(f -> f.counts(failOn)).toList()) {
      if (rows.size() == Markdown.MOST_ROWS) {
        more += one.finding().count();
      } else {
        rows.add(row(exchange, one));
        shown = true;
      }
    }
    if (shown) {
      commands.addAll(exchange.commands());
    }
  }

  private static String row(ReportedExchange exchange, ReportedFinding one) {
    Finding finding = one.finding();
    return "| %s | %s | %s | %s<br>→ %s |"
        .formatted(
            Markdown.code(one.place().map(Object::toString).orElse(exchange.source())),
            Markdown.link(finding.code()),
            Markdown.code(one.where()),
            Markdown.cell(finding.message()),
            Markdown.cell(finding.hint()));
  }

  @Override
  public void end(Summary summary) {
    out.println("## doku-conformance: " + summary.verdict());
    out.println();
    out.println(summary.counts() + ".");
    if (!rows.isEmpty()) {
      out.println("\n### Not conformant\n\n| where | code | at | what |\n|---|---|---|---|");
      rows.forEach(out::println);
      if (more > 0) {
        out.println("\nAnd " + more + " more.");
      }
    }
    for (RunProblem problem : summary.problems()) {
      out.println(
          "\n- %s %s: %s → %s"
              .formatted(
                  Markdown.code(problem.place().map(Object::toString).orElse(problem.group())),
                  Markdown.link(problem.type().code()),
                  Markdown.cell(problem.message()),
                  Markdown.cell(problem.type().hint())));
    }
    summary
        .unreadableLines()
        .forEach(line -> out.println("\n- unreadable: " + Markdown.cell(line)));
    if (!summary.codes().isEmpty()) {
      out.println("\n### Findings\n\n| code | times |\n|---|---:|");
      summary
          .codes()
          .forEach((code, count) -> out.println("| " + Markdown.link(code) + " | " + count + " |"));
    }
    summary.coverage().ifPresent(this::coverage);
    if (!commands.isEmpty()) {
      out.println("\n### Again\n\n```sh");
      commands.forEach(out::println);
      out.println("```");
    }
  }

  private void coverage(Coverage coverage) {
    out.printf(
        Locale.ROOT,
        "%n### Coverage: %d of the contract's %d requirements%n%n"
            + "| operation | exercised | of |%n|---|---:|---:|%n",
        coverage.exercised(),
        coverage.all());
    for (Coverage.Row row : coverage.rows()) {
      out.println("| " + row.operation() + " | " + row.exercised() + " | " + row.all() + " |");
    }
  }
}
