package io.github.dokuconformance.cli;

import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.SandboxSummary;
import java.util.List;

/** The end of a sandbox: its summary and its verdict. */
final class SandboxRun implements ServedRun.End {
  private final Env env;
  private final Sandbox sandbox;
  private final SandboxLog log;
  private final List<String> required;

  SandboxRun(Env env, Sandbox sandbox, SandboxLog log, List<String> required) {
    this.env = env;
    this.sandbox = sandbox;
    this.log = log;
    this.required = required;
  }

  @Override
  public int end(int commandExit) {
    sandbox.close();
    log.endDiagnosis();
    SandboxSummary run = sandbox.summary();
    SandboxVerdict verdict = SandboxVerdict.of(run, log.summary(), required, commandExit);
    new SandboxReport(env.out()).print(run, log, verdict);
    return verdict.exitCode();
  }
}
