package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.vectors.SuiteException;
import io.github.dokuconformance.vectors.TestCase;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Prints one line a case: requirement, id, title. */
@Command(
    name = "list",
    mixinStandardHelpOptions = true,
    description = "List the cases: requirement, id and title, one a line.",
    footer = {
      "",
      "Examples:",
      "  doku-conformance vectors list --op digest --case 'digest/known/*'"
    })
final class ListCommand implements Callable<Integer> {
  @Mixin private final Console console = new Console();
  @Mixin private final SuiteOption suite = new SuiteOption();
  @Mixin private final SelectionOptions selection = new SelectionOptions();

  @Override
  public Integer call() {
    List<TestCase> cases;
    try {
      cases = selection.selection().of(suite.load());
    } catch (SuiteException e) {
      return console.fail(ExitCode.USAGE, e.getMessage());
    }
    if (cases.isEmpty()) {
      return console.fail(ExitCode.NOTHING_CHECKED, "no case matches; see vectors list for all");
    }
    PrintWriter out = console.out();
    int width = cases.stream().mapToInt(test -> test.id().length()).max().orElse(1);
    String format = "%-13s  %-" + width + "s  %s%n";
    cases.forEach(test -> out.printf(format, test.requirement().id(), test.id(), test.title()));
    return ExitCode.CONFORMANT;
  }
}
