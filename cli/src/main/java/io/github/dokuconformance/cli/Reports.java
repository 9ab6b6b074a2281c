package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.FileNames;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ExchangeReport;
import io.github.dokuconformance.cli.report.OutputFile;
import io.github.dokuconformance.cli.report.ReportFormat;
import io.github.dokuconformance.cli.report.ReportSettings;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.signature.SecretMask;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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

  static Reports open(Env env, ReportOptions options) throws InputException {
    ReportSettings settings = options.settings(env);
    return open(env, options.outputs(), settings, options.format().open(env.out(), settings));
  }

  static Reports open(
      Env env,
      List<FormatFile<ReportFormat>> outputs,
      ReportSettings settings,
      ExchangeReport standard)
      throws InputException {
    Reports reports = new Reports(standard);
    try {
      for (FormatFile<ReportFormat> each : outputs) {
        OutputFile file = file(each.file(), env.mask());
        reports.files.add(file);
        reports.others.add(each.format().open(file.writer(), settings.plain()));
      }
      return reports;
    } catch (InputException e) {
      reports.close();
      throw e;
    }
  }

  /** Begins to write a file. */
  static OutputFile file(Path path, SecretMask mask) throws InputException {
    try {
      return new OutputFile(path, mask);
    } catch (IOException e) {
      throw InputException.of(FileNames.of(path), "can't be written: " + reason(e));
    }
  }

  /** Puts a file into its place. */
  static void commit(OutputFile file) throws InputException {
    try {
      file.commit();
    } catch (IOException e) {
      throw InputException.of(
          FileNames.of(file.file()),
          "can't be written: " + Visible.line(String.valueOf(e.getMessage())));
    }
  }

  /** Leaves nothing of a file that was not put into its place. */
  static void discard(OutputFile file) {
    try {
      file.close();
    } catch (IOException e) {
      // It lies beside its place under another name; there is nothing else to do.
    }
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
      commit(file);
    }
  }

  @Override
  public void close() {
    files.forEach(Reports::discard);
  }
}
