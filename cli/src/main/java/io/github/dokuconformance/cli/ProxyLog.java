package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explainer;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.proxy.Passed;
import io.github.dokuconformance.cli.report.ClientTypes;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.cli.report.RunProblem;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.cli.report.TextReport;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.rules.CheckContext;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells a person what passes a proxy, writes it to a file, and counts. Thread safe. */
final class ProxyLog implements Passed.Listener, ServedRun.End, Closeable {
  private final Env env;
  private final PrintWriter out;
  private final Reports reports;
  private final TextReport report;
  private final Summary summary;
  private final Explainer explainer;
  private final Severity failOn;
  private final SignatureOnlyOption signatureOnly;
  private final boolean quiet;
  private final EvidenceFile evidence;
  private long unanswered;
  private long defects;

  /**
   * Begins with nothing passed.
   *
   * @param out where what happens is told
   * @param reports of what passed; who made them closes them
   */
  ProxyLog(
      Env env,
      PrintWriter out,
      Reports reports,
      CheckContext context,
      Severity failOn,
      SignatureOnlyOption signatureOnly,
      ServerOptions server)
      throws IOException {
    this.env = env;
    this.out = out;
    this.reports = reports;
    this.report = TextReport.plain(out, env.style(), failOn);
    this.summary = new Summary(failOn);
    this.explainer = new Explainer(context);
    this.failOn = failOn;
    this.signatureOnly = signatureOnly;
    this.quiet = server.quiet();
    this.evidence = new EvidenceFile(env, server.evidence());
  }

  @Override
  public synchronized void passed(Passed passed) {
    CheckResult result = explainer.explain(passed.result());
    ReportedExchange exchange = ReportedExchange.of(result);
    summary.add(exchange);
    reports.exchange(exchange);
    evidence.write(result.exchange());
    if (quiet && result.isConformant(failOn)) {
      return;
    }
    report.exchange(exchange);
    String status = result.exchange().response().map(r -> r.status() + " ").orElse("");
    out.println("  → " + status + passed.outcome().label());
    out.flush();
  }

  @Override
  public synchronized void unusable(String reason) {
    unanswered++;
    env.say("the upstream server can't be used: " + reason);
  }

  @Override
  public synchronized void turnedAway(String reason) {
    out.println("a request was refused: " + reason);
    out.flush();
  }

  @Override
  public synchronized void failed(RuntimeException defect) {
    defects++;
    env.say(Failures.line(defect));
  }

  @Override
  public synchronized int end(int commandExit) throws InputException {
    explainer.remarks().forEach(env::say);
    report.end(summary);
    List<RunProblem> problems = new ArrayList<>();
    if (commandExit != 0) {
      out.println("! the command ended with exit code " + commandExit);
      problems.add(ClientTypes.commandFailed(commandExit));
    }
    if (defects > 0) {
      out.println("! met a defect of the proxy, and were not judged: " + defects);
      problems.add(ClientTypes.notJudged(defects));
    }
    int code = exitCode(commandExit);
    summary.setProblems(summary.checked() == 0 && defects == 0 ? List.of() : problems);
    reports.end(summary);
    reports.commit();
    return code;
  }

  private int exitCode(int commandExit) {
    if (summary.checked() == 0 && defects == 0) {
      return ExitCode.NOTHING_CHECKED;
    }
    if (summary.hasFailed() || commandExit != 0) {
      return ExitCode.NOT_CONFORMANT;
    }
    if (defects > 0) {
      return ExitCode.USAGE;
    }
    if (unanswered > 0) {
      return ExitCode.UNUSABLE_PEER;
    }
    Optional<String> emptiness = signatureOnly.emptiness(summary);
    emptiness.ifPresent(why -> out.println("! " + why));
    return emptiness.isPresent() ? ExitCode.NOTHING_CHECKED : ExitCode.CONFORMANT;
  }

  @Override
  public void close() throws IOException {
    evidence.close();
  }
}
