package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.check.Explanation;
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
import java.util.Optional;

/**
 * Tells a person what happens in the sandbox, and writes exchanges to a file.
 *
 * <p>Why a signature is invalid comes a little later than the finding itself. Thread safe.
 */
final class SandboxLog implements SandboxListener, Closeable {
  private final Env env;
  private final TextReport report;
  private final Summary summary;
  private final Severity failOn;
  private final boolean quiet;
  private final EvidenceFile evidence;
  private final BackgroundDiagnosis diagnosis;

  SandboxLog(Env env, Severity failOn, ServerOptions server, KeyRing keys) throws IOException {
    this.env = env;
    this.failOn = failOn;
    this.quiet = server.quiet();
    this.report = TextReport.plain(env.out(), env.style(), failOn);
    this.summary = new Summary(failOn);
    this.evidence = new EvidenceFile(env, server.evidence());
    this.diagnosis =
        new BackgroundDiagnosis(
            new Explainer(CheckContext.nothing().withSchemes(env.schemes()).withKeys(keys)),
            this::explained);
  }

  @Override
  public synchronized void judged(JudgedExchange judged) {
    ReportedExchange exchange = ReportedExchange.of(judged.result());
    summary.add(exchange);
    evidence.write(judged.exchange());
    if (quiet && judged.result().isConformant(failOn)) {
      return;
    }
    report.exchange(exchange);
    env.out().println("  → " + answer(judged));
    env.out().flush();
    diagnosis.explain(judged.result());
  }

  private synchronized void explained(CheckResult result) {
    for (Finding finding : result.findings()) {
      String mistakes = finding.facts().get(Explanation.DIAGNOSIS);
      if (mistakes != null) {
        env.out().println(result.exchange().source() + "  diagnosis: " + mistakes);
        env.out().println("  → " + finding.hint());
        env.out().flush();
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
    env.out()
        .println(
            "notification "
                + Visible.line(delivery.invoiceNumber())
                + ", attempt "
                + delivery.attempt()
                + "  → "
                + delivery.outcome()
                + (delivery.status() == 0 ? "" : " with " + delivery.status())
                + delivery.error().map(e -> " (" + Visible.line(e) + ")").orElse("")
                + fault(delivery.fault()));
    env.out().flush();
  }

  @Override
  public synchronized void turnedAway(String reason) {
    env.out().println("a request was refused: " + reason);
    env.out().flush();
  }

  @Override
  public void failed(RuntimeException defect) {
    Failures.print(env, Failures.line(defect));
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
