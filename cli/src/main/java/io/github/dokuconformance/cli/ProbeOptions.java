package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.report.ProbeJsonReport;
import io.github.dokuconformance.cli.report.ProbeReport;
import io.github.dokuconformance.cli.report.ProbeTextReport;
import io.github.dokuconformance.probe.Grading;
import io.github.dokuconformance.probe.Level;
import io.github.dokuconformance.probe.ProbeResult;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a command that probes an endpoint: how it is graded, reported and waited for. */
final class ProbeOptions {
  /** The forms of a report. */
  enum Format {
    TEXT,
    JSON
  }

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "must",
      description =
          "Lightest level whose failures make the endpoint not conformant: ${COMPLETION-CANDIDATES}"
              + " (default: must).")
  private Level level;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Form of the report: ${COMPLETION-CANDIDATES} (default: text).")
  private Format format;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long to wait for an answer (default: 10).")
  private int timeout;

  boolean isJson() {
    return format == Format.JSON;
  }

  ProbeReport report(Env env) {
    return isJson()
        ? new ProbeJsonReport(env.out())
        : new ProbeTextReport(env.out(), env.style(), level);
  }

  /** Ends the report, and returns the exit code that the results come to. */
  int end(ProbeReport report, List<ProbeResult> results) {
    report.end(results, level);
    return Grading.isConformant(results, level) ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  /** Returns how long to wait for an answer. */
  Duration patience() {
    return Duration.ofSeconds(within("--timeout", timeout, 1, 300));
  }

  int within(String option, int value, int least, int most) {
    if (value < least || value > most) {
      throw wrong("expected " + option + " from " + least + " to " + most + ", got: " + value);
    }
    return value;
  }

  /** Returns what an argument stands for; what is said of a wrong one is for the user. */
  <A, T> T valid(Function<A, T> parse, A argument) {
    try {
      return parse.apply(argument);
    } catch (IllegalArgumentException e) {
      throw wrong(e.getMessage() == null ? "wrong value" : e.getMessage());
    }
  }

  ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
