package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.sandbox.Outcomes;
import io.github.dokuconformance.sandbox.SandboxSummary;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.fault.Marks;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
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
    Map<String, List<String>> all = Outcomes.byOperation(Contract.bundled());
    Set<String> untouched = untouched(run, all);
    all.forEach(
        (operation, outcomes) -> {
          if (untouched.contains(channel(operation))) {
            return;
          }
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
    if (!untouched.isEmpty()) {
      out.printf("  %-24s nothing of %s%n", "others", String.join(", ", untouched));
    }
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

  /** Returns the channels of which nothing was asked, unless nothing was asked at all. */
  private static Set<String> untouched(SandboxSummary run, Map<String, List<String>> all) {
    Set<String> untouched = new LinkedHashSet<>();
    all.keySet().forEach(operation -> untouched.add(channel(operation)));
    all.forEach(
        (operation, outcomes) -> {
          if (outcomes.stream()
              .anyMatch(one -> run.outcomes().containsKey(Outcomes.id(operation, one)))) {
            untouched.remove(channel(operation));
          }
        });
    return run.outcomes().isEmpty() ? Set.of() : untouched;
  }

  private static String channel(String operation) {
    return Contract.bundled().operation(operation).map(Operation::channel).orElse(operation);
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
