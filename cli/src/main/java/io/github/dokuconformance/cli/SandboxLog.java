package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explainer;
import io.github.dokuconformance.check.Explanation;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.cli.report.TextReport;
import io.github.dokuconformance.finding.Finding;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.JudgedExchange;
import io.github.dokuconformance.sandbox.SandboxListener;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.notification.Delivery;
import io.github.dokuconformance.signature.KeyRing;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Optional;

/**
 * Tells a person what happens in the sandbox, and writes exchanges to a file.
 *
 * <p>Why a signature is invalid comes a little later than the finding itself. Thread safe.
 */
final class SandboxLog implements SandboxListener, Closeable {
  private final Env env;
  private final PrintWriter out;
  private final Reports reports;
  private final TextReport report;
  private final Summary summary;
  private final Severity failOn;
  private final boolean quiet;
  private final EvidenceFile evidence;
  private final BackgroundDiagnosis diagnosis;

  /**
   * Begins with nothing judged.
   *
   * @param out where what happens is told
   * @param reports of what was judged; who made them ends and closes them
   */
  SandboxLog(
      Env env,
      PrintWriter out,
      Reports reports,
      Severity failOn,
      ServerOptions server,
      KeyRing keys)
      throws IOException {
    this.env = env;
    this.out = out;
    this.reports = reports;
    this.failOn = failOn;
    this.quiet = server.quiet();
    this.report = TextReport.plain(out, env.style(), failOn);
    this.summary = new Summary(failOn);
    this.evidence = new EvidenceFile(env, server.evidence());
    this.diagnosis =
        new BackgroundDiagnosis(
            new Explainer(CheckContext.nothing().withSchemes(env.schemes()).withKeys(keys)),
            this::done);
  }

  @Override
  public synchronized void judged(JudgedExchange judged) {
    evidence.write(judged.exchange());
    if (!quiet || !judged.result().isConformant(failOn)) {
      report.exchange(ReportedExchange.of(judged.result()));
      out.println("  → " + answer(judged));
      out.flush();
    }
    diagnosis.explain(judged.result());
  }

  private synchronized void done(CheckResult result) {
    ReportedExchange exchange = ReportedExchange.of(result);
    summary.add(exchange);
    reports.exchange(exchange);
    for (Finding finding : result.findings()) {
      String mistakes = finding.facts().get(Explanation.DIAGNOSIS);
      if (mistakes != null) {
        out.println(result.exchange().source() + "  diagnosis: " + mistakes);
        out.println("  → " + finding.hint());
        out.flush();
      }
    }
  }

  private static String answer(JudgedExchange judged) {
    Optional<Response> response = judged.exchange().response();
    String status = response.map(r -> r.status() + " ").orElse("no answer, ");
    String said =
        response
            .filter(r -> r.status() >= 400)
            .map(r -> " " + Visible.line(r.body().toDisplayText()))
            .orElse("");
    return status + judged.outcome() + said + fault(judged.fault());
  }

  private static String fault(Optional<Fault> fault) {
    return fault.map(f -> "  [fault " + f.id() + ": " + f.summary() + "]").orElse("");
  }

  @Override
  public synchronized void delivered(Delivery delivery) {
    if (delivery.isSent()) {
      evidence.write(delivery.exchange());
    }
    if (quiet && delivery.isAcknowledged()) {
      return;
    }
    out.println(
        "notification "
            + Visible.line(delivery.invoiceNumber())
            + ", attempt "
            + delivery.attempt()
            + "  → "
            + delivery.outcome()
            + (delivery.status() == 0 ? "" : " with " + delivery.status())
            + delivery.error().map(e -> " (" + Visible.line(e) + ")").orElse("")
            + fault(delivery.fault()));
    out.flush();
  }

  @Override
  public synchronized void turnedAway(String reason) {
    out.println("a request was refused: " + reason);
    out.flush();
  }

  @Override
  public void failed(RuntimeException defect) {
    env.say(Failures.line(defect));
  }

  /**
   * Ends the diagnoses when the sandbox has stopped: waits for the last, tells of those left out.
   */
  void endDiagnosis() {
    diagnosis.close();
    diagnosis.tellOfSkipped(env);
  }

  /** Returns the counts so far; to be read when the sandbox has stopped. */
  Summary summary() {
    return summary;
  }

  @Override
  public void close() throws IOException {
    diagnosis.close();
    evidence.close();
  }
}
