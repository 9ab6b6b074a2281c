package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.SandboxSummary;
import java.io.PrintWriter;
import java.util.List;

/** The end of a sandbox: its summary, its verdict and its reports. */
final class SandboxRun implements ServedRun.End {
  private final PrintWriter out;
  private final Sandbox sandbox;
  private final SandboxLog log;
  private final Reports reports;
  private final List<String> required;

  SandboxRun(
      PrintWriter out, Sandbox sandbox, SandboxLog log, Reports reports, List<String> required) {
    this.out = out;
    this.sandbox = sandbox;
    this.log = log;
    this.reports = reports;
    this.required = required;
  }

  @Override
  public int end(int commandExit) throws InputException {
    sandbox.close();
    log.endDiagnosis();
    SandboxSummary run = sandbox.summary();
    SandboxVerdict verdict = SandboxVerdict.of(run, log.summary(), required, commandExit);
    new SandboxReport(out).print(run, log, verdict);
    log.summary().setProblems(verdict.problems());
    reports.end(log.summary());
    reports.commit();
    return verdict.exitCode();
  }
}
