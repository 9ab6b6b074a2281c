package io.github.dokuconformance.cli.report;

import io.github.dokuconformance.check.SignatureStatus;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * JUnit XML for CI servers: for each message of an exchange a test case of its contract and one of
 * its signature; classname is the operation, and the name begins with the exchange's.
 *
 * <p>A finding that does not count, for it is too light or accepted, is output of its case. What
 * can't be read and each problem of the baseline are cases of their own. A case is skipped where
 * there is no contract, or no secret, to judge by.
 */
final class JunitReport implements ExchangeReport {
  private final PrintWriter out;
  private final String command;
  private final Severity failOn;
  private final JunitWriter junit = new JunitWriter();

  JunitReport(PrintWriter out, ReportSettings settings) {
    this.out = out;
    this.command = settings.command();
    this.failOn = settings.failOn();
  }

  @Override
  public void exchange(ReportedExchange exchange) {
    message(exchange, Part.REQUEST);
    if (exchange.result().exchange().response().isPresent()) {
      message(exchange, Part.RESPONSE);
    }
  }

  private void message(ReportedExchange exchange, Part part) {
    List<ReportedFinding> contract = new ArrayList<>();
    List<ReportedFinding> signature = new ArrayList<>();
    for (ReportedFinding one : exchange.findings()) {
      if (one.finding().part() == part) {
        (one.finding().code().startsWith("signature.") ? signature : contract).add(one);
      }
    }
    write(
        exchange,
        part.id() + " contract",
        contract,
        exchange.result().operation().isPresent() ? "" : "no contract: its operation is unknown");
    boolean unchecked = exchange.result().signature(part).status() == SignatureStatus.UNCHECKED;
    write(
        exchange,
        part.id() + " signature",
        signature,
        unchecked ? "no secret to check it with, or no signature is due" : "");
  }

  private void write(
      ReportedExchange exchange, String what, List<ReportedFinding> findings, String skip) {
    junit.start(exchange.operation(), exchange.source() + " " + what, Duration.ZERO);
    List<ReportedFinding> failing = findings.stream().filter(one -> one.counts(failOn)).toList();
    if (!failing.isEmpty()) {
      Finding first = failing.get(0).finding();
      junit.failure(first.code(), first.message(), text(failing) + again(exchange));
    } else if (!skip.isEmpty()) {
      junit.skipped(skip);
    }
    List<ReportedFinding> others = findings.stream().filter(one -> !one.counts(failOn)).toList();
    if (!others.isEmpty()) {
      junit.output(text(others));
    }
    junit.end();
  }

  private static String text(List<ReportedFinding> findings) {
    return findings.stream().map(JunitReport::text).collect(Collectors.joining("\n", "", "\n"));
  }

  private static String text(ReportedFinding one) {
    Finding finding = one.finding();
    return "%s %s %s\n  %s\n  → %s%s%s\n  %s"
        .formatted(
            finding.severity().id(),
            finding.code(),
            one.where(),
            finding.message(),
            finding.hint(),
            one.accepted().map(why -> "\n  accepted by the baseline: " + why).orElse(""),
            one.place().map(place -> "\n  place: " + place).orElse(""),
            CodeReference.link(finding.code()));
  }

  private static String again(ReportedExchange exchange) {
    return exchange.commands().stream()
        .map(c -> "again: " + c + "\n")
        .collect(Collectors.joining());
  }

  @Override
  public void end(Summary summary) {
    for (RunProblem problem : summary.problems()) {
      junit.start(problem.group(), problem.name(), Duration.ZERO);
      junit.failure(problem.type().code(), problem.message(), problem.type().hint());
      junit.end();
    }
    for (String line : summary.unreadableLines()) {
      junit.start("input", line, Duration.ZERO);
      junit.error("unreadable", line, "");
      junit.end();
    }
    junit.moveTo(out, "doku-conformance " + command);
  }
}
