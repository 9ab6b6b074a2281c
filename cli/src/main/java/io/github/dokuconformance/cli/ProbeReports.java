package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.command.ItemOutputs;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.Item;
import io.github.dokuconformance.cli.report.ItemRun;
import io.github.dokuconformance.cli.report.ProbeJsonReport;
import io.github.dokuconformance.cli.report.ProbeReport;
import io.github.dokuconformance.cli.report.ProbeTextReport;
import io.github.dokuconformance.cli.report.Style;
import io.github.dokuconformance.probe.Grading;
import io.github.dokuconformance.probe.Level;
import io.github.dokuconformance.probe.ProbeResult;
import io.github.dokuconformance.probe.Requirement;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The reports of a command that probes an endpoint: text as it goes, all else at the end. */
final class ProbeReports implements AutoCloseable {
  private final ItemOutputs.Opened reports;
  private final Optional<ProbeReport> live;
  private final String title;
  private final Level gate;
  private final List<String> reasons = new ArrayList<>();

  ProbeReports(Env env, ItemOutputs outputs, String title, Level gate) throws InputException {
    this.reports = outputs.open(env);
    this.live =
        outputs.isText()
            ? Optional.of(new ProbeTextReport(env.out(), env.style(), gate))
            : Optional.empty();
    this.title = title;
    this.gate = gate;
  }

  void result(ProbeResult result) {
    live.ifPresent(report -> report.result(result));
  }

  /** Takes why the endpoint refuses what DOKU sends, as a sentence without a full stop. */
  void reason(String sentence) {
    reasons.add(sentence);
    live.ifPresent(report -> report.reason(sentence));
  }

  /** Ends the reports, and returns the exit code that the results come to. */
  int end(List<ProbeResult> results) throws InputException {
    live.ifPresent(report -> report.end(results, gate));
    reports.end(
        () -> run(results),
        out -> write(new ProbeJsonReport(out), results),
        out -> text(out, results));
    return Grading.isConformant(results, gate) ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  private void text(PrintWriter out, List<ProbeResult> results) {
    write(new ProbeTextReport(out, Style.PLAIN, gate), results);
  }

  private void write(ProbeReport report, List<ProbeResult> results) {
    results.forEach(report::result);
    reasons.forEach(report::reason);
    report.end(results, gate);
  }

  private ItemRun run(List<ProbeResult> results) {
    return new ItemRun(
        title,
        Grading.isConformant(results, gate) ? "conformant" : "not-conformant",
        reasons,
        results.stream().map(this::item).toList());
  }

  private Item item(ProbeResult result) {
    Requirement requirement = result.requirement();
    String group = requirement.level().id();
    if (result.passed()) {
      return Item.passed(group, requirement.id());
    }
    String message = "expected " + requirement.expected() + ", got " + result.got();
    return Item.of(
        group,
        requirement.id(),
        result.fails(gate) ? Item.Status.FAILED : Item.Status.SKIPPED,
        result.fails(gate) ? requirement.id() : "",
        message,
        String.join(
            "\n",
            (result.attempts() > 0 ? "sent: " : "about: ") + requirement.subject(),
            "why: " + requirement.why(),
            "→ " + requirement.next(),
            "source: " + requirement.source()));
  }

  @Override
  public void close() {
    reports.close();
  }
}
