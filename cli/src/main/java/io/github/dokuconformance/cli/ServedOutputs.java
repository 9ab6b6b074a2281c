package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.FormatFile;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ExchangeReport;
import io.github.dokuconformance.cli.report.ReportFormat;
import io.github.dokuconformance.cli.report.ReportSettings;
import io.github.dokuconformance.cli.report.ReportedExchange;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.finding.Severity;
import java.io.PrintWriter;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/**
 * What a server reports on the exchanges that it judged, how, and where to. They stand in no file,
 * so the forms that point into one are not among its own.
 */
final class ServedOutputs {
  private static final ReportFormat[] FORMATS =
      Arrays.stream(ReportFormat.values())
          .filter(format -> !format.pointsIntoFiles())
          .toArray(ReportFormat[]::new);

  @Spec(Spec.Target.MIXEE)
  private CommandSpec spec;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      converter = FormatConverter.class,
      completionCandidates = Names.class,
      description =
          "Form of the report: ${COMPLETION-CANDIDATES} (default: text). In another form than text"
              + " it alone is standard output, and what happens is told on standard error.")
  private ReportFormat format;

  @Option(
      names = "--output",
      paramLabel = "FORMAT=FILE",
      converter = FileConverter.class,
      description = "Write a report to a file, whole or not at all; repeatable.")
  private List<FormatFile<ReportFormat>> files = List.of();

  /** Returns where what happens is told. */
  PrintWriter log(Env env) {
    return format == ReportFormat.TEXT ? env.out() : env.err();
  }

  /** Begins the reports, but for text on standard output, which a server writes as it goes. */
  Reports open(Env env, Severity failOn) throws InputException {
    ReportSettings settings =
        new ReportSettings(
            spec.name(), env.style(), failOn, ReportSettings.Detail.NORMAL, Version.text());
    return Reports.open(
        env,
        files,
        settings,
        format == ReportFormat.TEXT ? new Nothing() : format.open(env.out(), settings));
  }

  /** Where text is written already. */
  private static final class Nothing implements ExchangeReport {
    @Override
    public void exchange(ReportedExchange exchange) {
      // The server has told it.
    }

    @Override
    public void end(Summary summary) {
      // The server tells it.
    }
  }

  static final class Names implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Arrays.stream(FORMATS).map(ReportFormat::toString).iterator();
    }
  }

  static final class FormatConverter implements ITypeConverter<ReportFormat> {
    @Override
    public ReportFormat convert(String text) {
      return Arrays.stream(FORMATS)
          .filter(format -> format.toString().equals(text))
          .findFirst()
          .orElseThrow(
              () ->
                  new TypeConversionException(
                      "expected one of " + String.join(", ", new Names()) + ", got: " + text));
    }
  }

  static final class FileConverter extends FormatFile.Converter<ReportFormat> {
    FileConverter() {
      super(FORMATS);
    }
  }
}
