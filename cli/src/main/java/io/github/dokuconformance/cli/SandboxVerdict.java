package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.report.ClientTypes;
import io.github.dokuconformance.cli.report.RunProblem;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.sandbox.SandboxSummary;
import io.github.dokuconformance.sandbox.fault.Marks;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether a client passed, and if not, why.
 *
 * @param reasons one line each; none where it passed
 * @param problems the same beside the exchanges, as reports show them
 */
record SandboxVerdict(int exitCode, List<String> reasons, List<RunProblem> problems) {

  /**
   * Returns the verdict.
   *
   * @param required names of what must have been exercised
   * @param commandExit of the client's own test command; 0 where there was none
   */
  static SandboxVerdict of(
      SandboxSummary run, Summary summary, List<String> required, int commandExit) {
    List<String> reasons = new ArrayList<>();
    List<RunProblem> problems = new ArrayList<>();
    if (summary.hasFailed()) {
      reasons.add("requests that are not conformant: " + summary.notConformant());
    }
    for (Marks.Served one : run.unnoticed()) {
      String lie =
          one.fault().id() + " of " + one.operation() + " for " + Visible.line(one.invoiceNumber());
      reasons.add("the client did not notice " + lie + ": " + one.evidence());
      problems.add(ClientTypes.lieBelieved(lie + ": " + one.evidence()));
    }
    Set<String> missing = new TreeSet<>(required);
    missing.removeAll(run.exercised());
    for (String name : missing) {
      reasons.add("required, but not exercised: " + name);
      problems.add(ClientTypes.notExercised(name));
    }
    if (commandExit != 0) {
      reasons.add("the command ended with exit code " + commandExit);
      problems.add(ClientTypes.commandFailed(commandExit));
    }
    if (run.exchanges() == 0 && run.defects() == 0) {
      reasons.add("nothing was checked: no request came");
      return new SandboxVerdict(ExitCode.NOTHING_CHECKED, reasons, List.of());
    }
    boolean isClients = !reasons.isEmpty();
    if (!isClients && run.defects() == 0 && summary.judged() == 0) {
      reasons.add("no contract judged any request: none was an operation of the contract");
      return new SandboxVerdict(ExitCode.NOTHING_CHECKED, reasons, List.of());
    }
    if (run.defects() > 0) {
      reasons.add("met a defect of the sandbox, and were not judged: " + run.defects());
      problems.add(ClientTypes.notJudged(run.defects()));
    }
    return new SandboxVerdict(
        isClients
            ? ExitCode.NOT_CONFORMANT
            : run.defects() > 0 ? ExitCode.USAGE : ExitCode.CONFORMANT,
        reasons,
        problems);
  }

  /** Returns the verdict in the words of every command. */
  String name() {
    return switch (exitCode) {
      case ExitCode.CONFORMANT -> "conformant";
      case ExitCode.NOTHING_CHECKED -> "nothing-checked";
      case ExitCode.USAGE -> "not-judged";
      default -> "not-conformant";
    };
  }
}
