package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ItemOutputs;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ItemFormat;
import io.github.dokuconformance.probe.Level;
import java.time.Duration;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The options of a command that probes an endpoint: how it is graded, reported and waited for. */
final class ProbeOptions {
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

  @Mixin private ItemOutputs outputs;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long to wait for an answer (default: 10).")
  private int timeout;

  /** Tells whether a list of what is judged is wanted as JSON. */
  boolean listsJson() {
    if (outputs.format() != ItemFormat.JSON && !outputs.isForPersonAlone()) {
      throw wrong("--list is text, or --format json, on standard output");
    }
    return !outputs.isText();
  }

  /**
   * Begins to report.
   *
   * @param title of the command, and what it probes
   * @throws InputException where a file can't be written
   */
  ProbeReports report(Env env, String title) throws InputException {
    return new ProbeReports(env, outputs, title, level);
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
