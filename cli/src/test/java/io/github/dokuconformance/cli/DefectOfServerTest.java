package io.github.dokuconformance.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ExchangeReport;
import io.github.dokuconformance.cli.report.ReportSettings;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.cli.report.RunProblem;
import io.github.dokuconformance.cli.report.Style;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.SandboxSummary;
import io.github.dokuconformance.scheme.Schemes;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A run in which the server itself failed is neither green, nor empty, nor the client's fault. */
class DefectOfServerTest {
  @Test
  void ofTheSandboxIsToldInTheVerdict() {
    SandboxVerdict verdict =
        SandboxVerdict.of(run(1, Map.of("unknown:defect", 1L)), empty(), List.of(), 0);

    assertThat(verdict.exitCode()).isEqualTo(ExitCode.USAGE);
    assertThat(verdict.name()).isEqualTo("not-judged");
    assertThat(verdict.reasons()).singleElement().asString().contains("a defect of the sandbox");
  }

  @Test
  void ofANotificationAloneIsToldToo() {
    SandboxVerdict verdict =
        SandboxVerdict.of(run(0, Map.of("akulaku.notification:defect", 1L)), empty(), List.of(), 0);

    assertThat(verdict.exitCode()).isEqualTo(ExitCode.USAGE);
  }

  @Test
  void hidesNothingThatTheClientDidWrong() {
    SandboxVerdict verdict =
        SandboxVerdict.of(run(2, Map.of("unknown:defect", 1L)), empty(), List.of(), 7);

    assertThat(verdict.exitCode()).isEqualTo(ExitCode.NOT_CONFORMANT);
    assertThat(verdict.reasons()).hasSize(2);
  }

  @Test
  void withoutOneTheRunIsAsItWas() {
    assertThat(SandboxVerdict.of(run(1, Map.of()), judged(), List.of(), 0).exitCode()).isZero();
    assertThat(SandboxVerdict.of(run(1, Map.of()), empty(), List.of(), 0).exitCode())
        .isEqualTo(ExitCode.NOTHING_CHECKED);
    assertThat(SandboxVerdict.of(run(0, Map.of()), empty(), List.of(), 0).exitCode())
        .isEqualTo(ExitCode.NOTHING_CHECKED);
  }

  @Test
  void ofTheProxyIsToldInTheVerdict() throws IOException, InputException {
    StringWriter out = new StringWriter();
    Env env =
        new Env(
            new ByteArrayInputStream(new byte[0]),
            new PrintWriter(out),
            new PrintWriter(new StringWriter()),
            Map.of(),
            Clock.systemUTC(),
            false,
            () -> 0,
            false,
            Schemes.bundled());
    List<RunProblem> problems = new ArrayList<>();
    ExchangeReport report =
        new ExchangeReport() {
          @Override
          public void exchange(ReportedExchange exchange) {}

          @Override
          public void end(Summary summary) {
            problems.addAll(summary.problems());
          }
        };
    ReportSettings settings =
        new ReportSettings("check", Style.PLAIN, Severity.ERROR, ReportSettings.Detail.NORMAL, "");
    try (Reports reports = Reports.open(env, List.of(), settings, report);
        ProxyLog log =
            new ProxyLog(
                env,
                env.out(),
                reports,
                CheckContext.nothing(),
                Severity.ERROR,
                new SignatureOnlyOption(),
                new ServerOptions())) {
      assertThat(log.end(0)).isEqualTo(ExitCode.NOTHING_CHECKED);
      log.failed(new IllegalStateException());

      assertThat(log.end(0)).isEqualTo(ExitCode.USAGE);
      assertThat(out.toString()).contains("a defect of the proxy");
      assertThat(problems)
          .extracting(one -> one.type().code())
          .containsExactly("client.not-judged");
    }
  }

  private static SandboxSummary run(long exchanges, Map<String, Long> outcomes) {
    return new SandboxSummary(
        exchanges, Map.of(), Map.of(), outcomes, Map.of(), List.of(), List.of());
  }

  private static Summary judged() {
    Request request =
        new Request(
            "POST", Target.of("/akulaku-peer-to-peer/v2/refund"), Headers.none(), Body.none());
    CheckResult result = Check.check(Exchange.of("refund", request, null), CheckContext.nothing());
    Summary summary = new Summary(Severity.ERROR);
    summary.add(
        ReportedExchange.of(
            new CheckResult(
                result.exchange(),
                result.operation(),
                result.requestSignature(),
                result.responseSignature(),
                List.of(),
                result.trace())));
    return summary;
  }

  private static Summary empty() {
    return new Summary(Severity.ERROR);
  }
}
