package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.InputFormat;
import io.github.dokuconformance.cli.report.ExchangeReport;
import io.github.dokuconformance.cli.report.JsonReport;
import io.github.dokuconformance.cli.report.Style;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.cli.report.TextReport;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.rules.KeyRing;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code check}: reads exchanges and reports what is wrong with them. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description =
        "Reads recorded exchanges and reports what is wrong with them, or that they are conformant.")
final class CheckCommand implements Callable<Integer> {
  /** The forms of a report. */
  enum Format {
    TEXT,
    JSON,
    JSONL;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  private final Env env;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description = "Recordings: .http, .har, .curl, .json, .jsonl; - is standard input.")
  private List<String> files;

  @Mixin private SecretOptions secrets;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Form of the report: ${COMPLETION-CANDIDATES} (default: text).")
  private Format format;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "Lightest finding that makes an exchange not conformant: ${COMPLETION-CANDIDATES} (default: error).")
  private Severity failOn;

  @Option(
      names = "--operation",
      paramLabel = "ID",
      description =
          "Operation of exchanges that name none, such as akulaku.notification; without it it is recognised.")
  private @Nullable String operation;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description =
          "Time at which the exchanges are taken to happen, as 2026-01-31T09:30:00Z, or \"now\"; turns on the check of the 3600 s window.")
  private @Nullable String now;

  @Option(
      names = "--notification-url",
      paramLabel = "URL",
      description =
          "Notification URL configured at DOKU, or its path; an override must have the same path.")
  private @Nullable String notificationUrl;

  @Option(
      names = "--input-format",
      paramLabel = "FORMAT",
      description = "What the files are, whatever their names: ${COMPLETION-CANDIDATES}.")
  private @Nullable InputFormat inputFormat;

  CheckCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws InputException {
    KeyRing keys = secrets.keys(env.variables());
    CheckRun run =
        new CheckRun(env, context(keys), operationId(), Optional.ofNullable(inputFormat));
    Summary summary = new Summary(failOn);
    ExchangeReport report = report();
    run.check(files, report, summary);
    if (summary.checked() == 0) {
      if (summary.unreadable() == 0) {
        report.end(summary);
        Failures.print(env, "nothing was checked: the input holds no exchange");
        return ExitCode.NOTHING_CHECKED;
      }
      return ExitCode.USAGE;
    }
    report.end(summary);
    if (keys.isEmpty()) {
      Failures.print(
          env,
          "no secret is given, so signatures are not verified; set "
              + SecretOptions.DEFAULT_VARIABLE
              + " or use --secret-file or --credentials");
    }
    if (summary.unreadable() > 0) {
      return ExitCode.USAGE;
    }
    return summary.isConformant() ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
  }

  private ExchangeReport report() {
    return switch (format) {
      case TEXT -> new TextReport(env.out(), new Style(env.colour()), failOn);
      case JSON -> JsonReport.document(env.out());
      case JSONL -> JsonReport.lines(env.out());
    };
  }

  private CheckContext context(KeyRing keys) {
    CheckContext context = CheckContext.nothing().withKeys(keys);
    if (now != null) {
      context = context.withNow(instant(now));
    }
    if (notificationUrl != null) {
      context = context.withNotificationPath(Target.of(notificationUrl).path());
    }
    return context;
  }

  private Instant instant(String text) {
    if (text.equals("now")) {
      return env.clock().instant();
    }
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw new ParameterException(
          spec.commandLine(),
          "expected --now as an instant such as 2026-01-31T09:30:00Z, or \"now\", got: " + text);
    }
  }

  private Optional<String> operationId() {
    if (operation == null) {
      return Optional.empty();
    }
    return Optional.of(Operations.require(spec, Contract.bundled(), operation).id());
  }
}
