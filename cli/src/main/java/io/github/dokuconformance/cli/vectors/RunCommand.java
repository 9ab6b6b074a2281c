package io.github.dokuconformance.cli.vectors;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.command.ItemOutputs;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.OutputFile;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.vectors.SuiteException;
import io.github.dokuconformance.vectors.VectorSuite;
import io.github.dokuconformance.vectors.harness.AdapterUnusableException;
import io.github.dokuconformance.vectors.harness.ConformanceLevel;
import io.github.dokuconformance.vectors.harness.ExpectedFailures;
import io.github.dokuconformance.vectors.harness.ExpectedFailuresUpdate;
import io.github.dokuconformance.vectors.harness.InvalidFileException;
import io.github.dokuconformance.vectors.harness.RunOptions;
import io.github.dokuconformance.vectors.harness.RunReport;
import io.github.dokuconformance.vectors.harness.Strictness;
import io.github.dokuconformance.vectors.harness.SuiteRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Grades an adapter and writes the reports. */
@Command(
    name = "run",
    mixinStandardHelpOptions = true,
    description = "Put the cases to an adapter, a program that answers them over stdin and stdout.",
    customSynopsis = "doku-conformance vectors run [OPTIONS] -- COMMAND [ARG...]",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:conformant",
      "1:not conformant, or the expected-failures file has bad entries",
      "2:wrong usage or unreadable input",
      "3:the adapter could not be used",
      "4:nothing was executed"
    },
    footer = {
      "",
      "Examples:",
      "  doku-conformance vectors run -- node adapter.js",
      "  doku-conformance vectors run --op digest,sign -- python3 adapter.py",
      "  doku-conformance vectors run --output junit=report.xml -- node adapter.js"
    })
final class RunCommand implements Callable<Integer> {
  private final Env env;

  @Mixin private final Console console = new Console();
  @Mixin private final SuiteOption suiteOption = new SuiteOption();
  @Mixin private final SelectionOptions selectionOptions = new SelectionOptions();

  @Option(
      names = "--level",
      paramLabel = "must|should",
      converter = Converters.LevelConverter.class,
      description = "Which cases decide (default: must). The others are run too.")
  private ConformanceLevel level = ConformanceLevel.MUST;

  @Option(
      names = "--expected",
      paramLabel = "FILE",
      description =
          "Known failures; one that is mended, or that fails in another way, fails the run.")
  private @Nullable Path expectedFile;

  @Option(
      names = "--update-expected",
      description = "Rewrite the file of --expected so that it says what this run found.")
  private boolean updateExpected;

  @Option(names = "--strict-reasons", description = "Fail a rejection that gives a wrong reason.")
  private boolean strictReasons;

  @Option(
      names = "--strict-errors",
      description = "Fail a validation that reports other errors besides those of the case.")
  private boolean strictErrors;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      converter = Converters.DurationConverter.class,
      description = "How long one answer may take (default: 5s).")
  private Duration timeout = RunOptions.STANDARD.timeout();

  @Mixin private ItemOutputs outputs;

  @Parameters(
      arity = "1..*",
      paramLabel = "COMMAND",
      description = "The adapter's command line, started without a shell.")
  private List<String> command = List.of();

  RunCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws InterruptedException {
    try {
      checkOptions();
      VectorSuite suite = suiteOption.load();
      RunOptions options =
          new RunOptions(
              selectionOptions.selection(),
              level,
              new Strictness(strictReasons, strictErrors),
              timeout);
      if (options.selection().of(suite).isEmpty()) {
        return console.fail(
            ExitCode.NOTHING_CHECKED,
            "no case matches --op, --scheme and --case; see vectors list");
      }
      try (ItemOutputs.Opened reports = outputs.open(env)) {
        return end(AdapterMistakes.named(run(suite, options)), reports);
      }
    } catch (SuiteException | InvalidFileException | InputException e) {
      return console.fail(ExitCode.USAGE, e.getMessage());
    } catch (IOException e) {
      return console.fail(ExitCode.USAGE, "could not be written: " + e.getMessage());
    } catch (AdapterUnusableException e) {
      e.stderr().lines().forEach(line -> console.err().println("adapter: " + Visible.name(line)));
      return console.fail(ExitCode.UNUSABLE_PEER, e.getMessage());
    }
  }

  private int end(RunReport report, ItemOutputs.Opened reports) throws InputException {
    if (outputs.isText()) {
      boolean conformant = report.exitCode() == ExitCode.CONFORMANT;
      StyledReport.lines(report.toText(), conformant, env.style()).forEach(console.out()::println);
    }
    reports.end(
        () -> AdapterItems.of(report),
        out -> out.print(report.toJson()),
        out -> out.print(report.toText()));
    console.out().flush();
    return report.exitCode();
  }

  private void checkOptions() {
    if (updateExpected && expectedFile == null) {
      throw console.usage("--update-expected needs --expected FILE, the file to rewrite");
    }
    if (updateExpected && !selectionOptions.selection().isEverything()) {
      throw console.usage(
          "--update-expected needs the whole suite: leave --op, --scheme and --case out");
    }
  }

  private RunReport run(VectorSuite suite, RunOptions options)
      throws InvalidFileException, AdapterUnusableException, InterruptedException, IOException {
    ExpectedFailures expected = expected(suite);
    RunReport report = new SuiteRun(suite, options, expected, Instant.now()).runAdapter(command);
    if (expectedFile == null || !updateExpected || report.givenUp().isPresent()) {
      return report;
    }
    ExpectedFailures updated = ExpectedFailuresUpdate.of(expected, report);
    OutputFile.write(expectedFile, updated.toJson(), env.mask());
    console
        .err()
        .println(
            Visible.name(FileNames.of(expectedFile))
                + ": "
                + updated.entries().size()
                + " entries written");
    return report.against(updated);
  }

  private ExpectedFailures expected(VectorSuite suite) throws InvalidFileException {
    if (expectedFile == null || (updateExpected && Files.notExists(expectedFile))) {
      return ExpectedFailures.NONE;
    }
    return ExpectedFailures.load(expectedFile, suite);
  }
}
