package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.vectors.SuiteException;
import io.github.dokuconformance.vectors.harness.AdapterCheck;
import io.github.dokuconformance.vectors.harness.AdapterCheck.Step;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Tries whether an adapter speaks the protocol. */
@Command(
    name = "adapter-check",
    mixinStandardHelpOptions = true,
    description =
        "Try an adapter's protocol alone, in ten seconds: hello, one answer an operation, the end.",
    customSynopsis = "doku-conformance vectors adapter-check [OPTIONS] -- COMMAND [ARG...]",
    footer = {"", "Examples:", "  doku-conformance vectors adapter-check -- python3 adapter.py"})
final class AdapterCheckCommand implements Callable<Integer> {
  @Mixin private final Console console = new Console();
  @Mixin private final SuiteOption suite = new SuiteOption();

  @Parameters(arity = "1..*", paramLabel = "COMMAND", description = "The adapter's command line.")
  private List<String> command = List.of();

  @Override
  public Integer call() throws InterruptedException {
    List<Step> steps;
    try {
      steps = AdapterCheck.of(command, suite.load());
    } catch (SuiteException e) {
      return console.fail(ExitCode.USAGE, e.getMessage());
    }
    for (Step step : steps) {
      console
          .out()
          .printf("%-4s  %s: %s%n", step.passed() ? "ok" : "FAIL", step.name(), step.detail());
    }
    if (steps.stream().anyMatch(Step::isUnusable)) {
      return ExitCode.UNUSABLE_PEER;
    }
    return steps.stream().allMatch(Step::passed) ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }
}
