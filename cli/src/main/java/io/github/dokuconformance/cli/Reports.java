package io.github.dokuconformance.cli;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ExchangeReport;
import io.github.dokuconformance.cli.report.OutputFile;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.finding.Visible;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;

/** The reports of one run, on standard output and in files. */
final class Reports implements ExchangeReport, Closeable {
  private final ExchangeReport standard;
  private final List<ExchangeReport> others = new ArrayList<>();
  private final List<OutputFile> files = new ArrayList<>();

  private Reports(ExchangeReport standard) {
    this.standard = standard;
  }

  static Reports open(Env env, ReportOptions options, Contract contract)
      throws InputException {
    Reports reports = new Reports(options.format().open(env.out(), options.settings(env, contract)));
    for (ReportOptions.Target target : options.outputs()) {
      try {
        OutputFile file = new OutputFile(target.file());
        reports.files.add(file);
        reports.others.add(target.format().open(file.writer(), options.settings(env, contract).plain()));
      } catch (IOException e) {
        reports.discard();
        throw InputException.of(FileNames.of(target.file()), "can't be written: " + reason(e));
      }
    }
    return reports;
  }

  private static String reason(IOException e) {
    return e instanceof NoSuchFileException
        ? "no such directory"
        : Visible.line(String.valueOf(e.getMessage()));
  }

  @Override
  public void exchange(ReportedExchange exchange) {
    standard.exchange(exchange);
    others.forEach(report -> report.exchange(exchange));
  }

  @Override
  public void end(Summary summary) {
    standard.end(summary);
    others.forEach(report -> report.end(summary));
  }

  /** Puts the files into their places. */
  void commit() throws InputException {
    for (OutputFile file : files) {
      try {
        file.commit();
      } catch (IOException e) {
        throw InputException.of(
            FileNames.of(file.file()),
            "can't be written: " + Visible.line(String.valueOf(e.getMessage())));
      }
    }
  }

  private void discard() {
    for (OutputFile file : files) {
      try {
        file.close();
      } catch (IOException e) {
        // It lies beside its place under another name; there is nothing else to do.
      }
    }
  }

  @Override
  public void close() {
    discard();
  }
}
