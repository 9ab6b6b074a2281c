package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.sandbox.Outcomes;
import io.github.dokuconformance.sandbox.SandboxSummary;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Marks;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Prints what a run came to: findings, coverage, faults, verdict. */
final class SandboxReport {
  private final PrintWriter out;

  SandboxReport(PrintWriter out) {
    this.out = out;
  }

  void print(SandboxSummary run, SandboxLog log, SandboxVerdict verdict) {
    findings(run);
    coverage(run);
    faults(run);
    run.notes().forEach(note -> out.println("note: " + note));
    out.println();
    verdict.reasons().forEach(reason -> out.println("! " + reason));
    Summary summary = log.summary();
    out.printf(
        Locale.ROOT,
        "%s: %d requests judged, %d conformant, %s%d not; %d errors, %d warnings, %d notes%n",
        verdict.name(),
        summary.checked(),
        summary.conformant(),
        summary.signatureOnly() == 0 ? "" : summary.signatureOnly() + " by signature only, ",
        summary.notConformant(),
        summary.count(Severity.ERROR),
        summary.count(Severity.WARNING),
        summary.count(Severity.NOTE));
  }

  private void findings(SandboxSummary run) {
    if (run.findings().isEmpty()) {
      return;
    }
    out.println();
    out.println("findings");
    run.findings()
        .forEach(
            (operation, codes) ->
                codes.forEach(
                    (code, count) ->
                        out.printf(Locale.ROOT, "  %-24s %6d  %s%n", operation, count, code)));
  }

  private void coverage(SandboxSummary run) {
    out.println();
    out.println("exercised");
    Outcomes.byOperation(Contract.bundled())
        .forEach(
            (operation, outcomes) -> {
              List<String> had = new ArrayList<>();
              List<String> not = new ArrayList<>();
              for (String outcome : outcomes) {
                Long count = run.outcomes().get(Outcomes.id(operation, outcome));
                if (count == null) {
                  not.add(outcome);
                } else {
                  had.add(outcome + " " + count);
                }
              }
              out.printf(
                  "  %-24s %s%s%n",
                  operation,
                  had.isEmpty() ? "nothing" : String.join(", ", had),
                  not.isEmpty() ? "" : "  (not: " + String.join(", ", not) + ")");
            });
    List<String> idle =
        Arrays.stream(Fault.values())
            .map(Fault::id)
            .filter(id -> !run.faults().containsKey(id))
            .toList();
    out.printf(
        Locale.ROOT,
        "  %-24s %s  (not: %d others)%n",
        "faults",
        run.faults().isEmpty() ? "none" : counts(run.faults()),
        idle.size());
  }

  private static String counts(Map<String, Long> counts) {
    return counts.entrySet().stream()
        .map(one -> one.getKey() + " " + one.getValue())
        .collect(Collectors.joining(", "));
  }

  private void faults(SandboxSummary run) {
    if (run.refusable().isEmpty()) {
      return;
    }
    out.println();
    out.println("faulty messages that had to be refused");
    for (Marks.Served one : run.refusable()) {
      out.printf(
          "  %-32s %s  %s%s%n",
          one.fault().id(),
          Visible.line(one.invoiceNumber()),
          one.reaction() == Marks.Reaction.ACTED
              ? "NOT NOTICED"
              : one.reaction().name().toLowerCase(Locale.ROOT),
          one.evidence().isEmpty() ? "" : ": " + one.evidence());
    }
  }
}
