package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.cli.place.Place;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Annotations for GitHub Actions: a workflow command for each finding that is not accepted.
 *
 * <p>GitHub shows ten errors, ten warnings and ten notices of a step and keeps the rest in its log.
 * Source: docs.github.com, Workflow commands for GitHub Actions.
 */
final class GithubReport implements ExchangeReport {
  private final PrintWriter out;

  GithubReport(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void exchange(ReportedExchange exchange) {
    for (ReportedFinding one : exchange.findings()) {
      if (one.accepted().isEmpty()) {
        Finding finding = one.finding();
        String message =
            one.where()
                + ": "
                + finding.message()
                + "\n→ "
                + finding.hint()
                + "\n"
                + CodeReference.link(finding.code())
                + String.join("", exchange.commands().stream().map(c -> "\nagain: " + c).toList());
        command(finding.severity(), exchange.file(), one.place(), finding.code(), message);
      }
    }
  }

  @Override
  public void end(Summary summary) {
    for (RunProblem problem : summary.problems()) {
      command(
          problem.type().severity(),
          problem.place().map(Place::file).orElse(""),
          problem.place(),
          problem.type().code(),
          problem.message() + "\n→ " + problem.type().hint());
    }
    for (String line : summary.unreadableLines()) {
      out.println("::error title=unreadable input::" + data(line));
    }
  }

  private void command(
      Severity severity, String file, Optional<Place> place, String title, String message) {
    StringBuilder line = new StringBuilder("::");
    line.append(severity == Severity.NOTE ? "notice" : severity.id());
    if (!file.isEmpty()) {
      line.append(" file=").append(property(FileUri.pathOf(file))).append(',');
    } else {
      line.append(' ');
    }
    if (place.isPresent()) {
      Place at = place.get();
      line.append("line=").append(at.line()).append(",col=").append(at.column());
      if (at.line() == at.endLine()) {
        line.append(",endColumn=").append(at.endColumn());
      }
      line.append(',');
    }
    line.append("title=").append(property(title)).append("::").append(data(message));
    out.println(line);
  }

  private static String data(String text) {
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A");
  }

  private static String property(String text) {
    return data(text).replace(":", "%3A").replace(",", "%2C");
  }
}
