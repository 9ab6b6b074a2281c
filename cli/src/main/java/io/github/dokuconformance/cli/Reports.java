package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.FormatFile;
import io.github.dokuconformance.cli.command.OutputFiles;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ExchangeReport;
import io.github.dokuconformance.cli.report.ReportFormat;
import io.github.dokuconformance.cli.report.ReportSettings;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.cli.report.Summary;
import java.io.Closeable;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** The reports of one run, on standard output and in files. */
final class Reports implements ExchangeReport, Closeable {
  private final ExchangeReport standard;
  private final List<ExchangeReport> others = new ArrayList<>();
  private final OutputFiles files = new OutputFiles();

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
        PrintWriter writer = reports.files.open(each.file(), env.mask());
        reports.others.add(each.format().open(writer, settings.plain()));
      }
      return reports;
    } catch (InputException e) {
      reports.close();
      throw e;
    }
  }

  @Override
  public void prepare(ReportedExchange exchange) {
    standard.prepare(exchange);
    others.forEach(report -> report.prepare(exchange));
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
    files.commit();
  }

  @Override
  public void close() {
    files.close();
  }
}
