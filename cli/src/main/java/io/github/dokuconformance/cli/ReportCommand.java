package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.cli.baseline.Baseline;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.recognition.InputFormat;
import io.github.dokuconformance.cli.place.Places;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.cli.stored.StoredRun;
import io.github.dokuconformance.cli.stored.StoredSummary;
import io.github.dokuconformance.finding.Finding;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code report}: makes the reports of {@code check} of a run that a cluster has checked. */
@Command(
    name = "report",
    mixinStandardHelpOptions = true,
    description =
        "Makes the reports of check from the folder that a job on Apache Spark has written.",
    footer = {
      "",
      "Examples:",
      "  doku-conformance report results",
      "  doku-conformance report results --output sarif=doku.sarif"
    })
final class ReportCommand implements Callable<Integer> {
  private final Env env;

  @Parameters(paramLabel = "FOLDER", description = "What the job was told to write to.")
  private Path folder;

  @Mixin private ReportOptions reporting;

  @Mixin private BaselineOptions accepting;

  @Mixin private IgnoreOptions ignoring;

  @Mixin private SignatureOnlyOption signatureOnly;

  ReportCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws InputException {
    StoredRun run = StoredRun.open(folder);
    StoredSummary stored = run.summary();
    Optional<Baseline> baseline =
        accepting.read(
            LocalDate.ofInstant(env.clock().instant(), ZoneOffset.UTC), reporting.failOn());
    Summary summary = new Summary(reporting.failOn());
    try (Reports reports = Reports.open(env, reporting);
        Places places = new Places(Optional.of(InputFormat.JSONL))) {
      Presenter presenter =
          new Presenter(
              reporting.wantsPlaces() ? Optional.of(places) : Optional.empty(),
              baseline,
              reproduction(stored));
      Reporting reading = new Reporting(presenter, reports, summary, ignoring.read());
      run.read(reading);
      reading.progress.clear();
      stored.remarks().forEach(env::say);
      baseline.ifPresent(it -> summary.setProblems(it.problems()));
      reports.end(summary);
      reports.commit();
    } catch (IOException e) {
      throw InputException.of(
          FileNames.of(folder), "the recordings can't be closed: " + e.getMessage());
    }
    return RunEnd.exitCode(
        env, summary, stored.credentials().isPresent(), baseline, accepting, signatureOnly);
  }

  private Reproduction reproduction(StoredSummary stored) {
    List<String> check = new ArrayList<>();
    stored.credentials().ifPresent(file -> check.addAll(List.of("--credentials", file)));
    List<String> explain = List.copyOf(check);
    check.addAll(reporting.arguments());
    check.addAll(ignoring.arguments());
    check.addAll(signatureOnly.arguments());
    return new Reproduction(
        stored.inputs().stream().map(StoredSummary.Input::name).toList(),
        check,
        stored.credentials().map(file -> explain));
  }

  /** Hands on what was stored. */
  private final class Reporting implements StoredRun.Reader {
    private final Presenter presenter;
    private final Reports reports;
    private final Summary summary;
    private final Predicate<Finding> ignored;
    private final Progress progress = new Progress(env);

    Reporting(Presenter presenter, Reports reports, Summary summary, Predicate<Finding> ignored) {
      this.presenter = presenter;
      this.reports = reports;
      this.summary = summary;
      this.ignored = ignored;
    }

    @Override
    public void exchange(CheckResult found, String file) {
      CheckResult result = found.without(ignored);
      summary.addIgnored(found.findings().size() - result.findings().size());
      ReportedExchange exchange = presenter.present(result, file);
      summary.add(exchange);
      reports.exchange(exchange);
      progress.step(summary.checked());
    }

    @Override
    public void unreadable(String line) {
      summary.addUnreadable(line);
      progress.clear();
      env.say(line);
    }
  }
}
