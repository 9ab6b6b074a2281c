package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.FormatFile;
import io.github.dokuconformance.cli.report.ReportFormat;
import io.github.dokuconformance.cli.report.ReportSettings;
import io.github.dokuconformance.cli.report.ReportSettings.Detail;
import io.github.dokuconformance.finding.Severity;
import java.util.List;
import picocli.CommandLine.Option;

/** What is reported, how, and where to. */
final class ReportOptions {
  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Form of the report: ${COMPLETION-CANDIDATES} (default: text).")
  private ReportFormat format;

  @Option(
      names = "--output",
      paramLabel = "FORMAT=FILE",
      converter = FileConverter.class,
      description = "Write a report to a file, whole or not at all; repeatable.")
  private List<FormatFile<ReportFormat>> outputs = List.of();

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "Lightest finding that makes an exchange not conformant: ${COMPLETION-CANDIDATES} (default: error).")
  private Severity failOn;

  @Option(
      names = {"-q", "--quiet"},
      description = "As text, only what is not conformant; nothing where everything is.")
  private boolean quiet;

  @Option(
      names = {"-v", "--verbose"},
      description = "As text, also notes, places, links, diagnoses and commands to run again.")
  private boolean verbose;

  ReportFormat format() {
    return format;
  }

  List<FormatFile<ReportFormat>> outputs() {
    return outputs;
  }

  Severity failOn() {
    return failOn;
  }

  /** Returns as arguments what of these options decides the verdict. */
  List<String> arguments() {
    return failOn == Severity.ERROR ? List.of() : List.of("--fail-on", failOn.id());
  }

  boolean isForPersonAlone() {
    return format == ReportFormat.TEXT && outputs.isEmpty();
  }

  boolean isQuiet() {
    return quiet;
  }

  /** Tells whether a report says at which line and column a finding stands. */
  boolean wantsPlaces() {
    return verbose
        || format.showsPlaces()
        || outputs.stream().anyMatch(each -> each.format().showsPlaces());
  }

  ReportSettings settings(Env env) {
    Detail detail = verbose ? Detail.VERBOSE : quiet ? Detail.QUIET : Detail.NORMAL;
    return new ReportSettings("check", env.style(), failOn, detail, Version.text());
  }

  /** Reads {@code sarif=build/doku.sarif}. */
  static final class FileConverter extends FormatFile.Converter<ReportFormat> {
    FileConverter() {
      super(ReportFormat.values());
    }
  }
}
