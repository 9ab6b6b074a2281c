package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.baseline.Baseline;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.place.Places;
import io.github.dokuconformance.cli.report.Summary;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.KeyRing;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
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
        "Reads recorded exchanges and reports what is wrong with them, or that they are"
            + " conformant.",
    footer = {
      "",
      "Examples:",
      "  doku-conformance check --secret-file secret.txt order.http recordings",
      "  doku-conformance check --secret-env SHOP_SECRET --format json proxy.har",
      "  doku-conformance check --fail-on warning --output html=doku.html recordings",
      "  doku-conformance check --baseline accepted.json --update-baseline recordings"
    })
final class CheckCommand implements Callable<Integer> {
  private final Env env;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE",
      description =
          "Recordings: .http, .har, .curl, .json, .jsonl, .log, .bru, and folders of them; - is"
              + " standard input.")
  private List<String> files;

  @Mixin private SecretOptions secrets;

  @Mixin private KeyOptions keyOptions;

  @Mixin private ReadingOptions reading;

  @Mixin private ReportOptions reporting;

  @Mixin private BaselineOptions accepting;

  @Mixin private IgnoreOptions ignoring;

  @Mixin private SignatureOnlyOption signatureOnly;

  @Mixin private ExpectedSignatureOption expectedSignature;

  @Option(
      names = "--coverage",
      description = "Say which of the contract's requirements the run exercised.")
  private boolean coverage;

  @Option(
      names = "--operation",
      paramLabel = "ID",
      completionCandidates = Operations.class,
      description =
          "Operation of exchanges that name none, such as akulaku.notification; without it it is"
              + " recognised.")
  private @Nullable String operation;

  @Option(
      names = "--now",
      paramLabel = "INSTANT",
      description =
          "Time at which the exchanges are taken to happen, as 2026-01-31T09:30:00Z, or \"now\";"
              + " turns on the check of the 3600 s window.")
  private @Nullable String now;

  @Option(
      names = "--notification-url",
      paramLabel = "URL",
      description =
          "Notification URL configured at DOKU, or its path; an override must have the same path.")
  private @Nullable String notificationUrl;

  CheckCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws InputException {
    KeyRing keys =
        keyOptions.addedToWithToken(secrets.keys(env), env, secrets.password(env.variables()));
    Instant time = now == null ? env.clock().instant() : instant(now);
    CheckContext context = context(keys);
    if (expectedSignature.isAsked(spec, env.variables(), reporting)) {
      context = context.showingExpectedSignature();
    }
    Optional<Baseline> baseline =
        accepting.read(LocalDate.ofInstant(time, ZoneOffset.UTC), reporting.failOn());
    Summary summary = new Summary(reporting.failOn());
    CheckRun run =
        new CheckRun(
            env,
            context,
            operationId(),
            reading.toInputOptions(),
            SecretAdvice.of(env, secrets, context),
            ignoring.read(),
            coverage);
    try (Reports reports = Reports.open(env, reporting);
        Places places = new Places(reading.inputFormat())) {
      Presenter presenter =
          new Presenter(
              reporting.wantsPlaces() ? Optional.of(places) : Optional.empty(),
              baseline,
              reproduction(keys, time));
      run.check(files, presenter, reports, summary);
      baseline.ifPresent(it -> summary.setProblems(it.problems()));
      reports.end(summary);
      reports.commit();
    } catch (IOException e) {
      throw InputException.of(String.join(", ", files), "can't be closed: " + e.getMessage());
    }
    return RunEnd.exitCode(env, summary, !keys.isEmpty(), baseline, accepting, signatureOnly);
  }

  private Reproduction reproduction(KeyRing keys, Instant time) {
    List<String> check = new ArrayList<>(secrets.arguments());
    check.addAll(keyOptions.arguments());
    check.addAll(reading.arguments());
    List<String> explain = new ArrayList<>(check);
    for (List<String> options : List.of(check, explain)) {
      add(options, "--operation", operation);
    }
    add(check, "--now", now == null ? null : time);
    add(check, "--notification-url", notificationUrl);
    check.addAll(reporting.arguments());
    add(explain, "--url", notificationUrl);
    check.addAll(ignoring.arguments());
    check.addAll(signatureOnly.arguments());
    return new Reproduction(files, check, keys.isEmpty() ? Optional.empty() : Optional.of(explain));
  }

  private static void add(List<String> options, String name, @Nullable Object value) {
    if (value != null) {
      options.add(name);
      options.add(value.toString());
    }
  }

  private CheckContext context(KeyRing keys) {
    CheckContext context = CheckContext.nothing().withSchemes(env.schemes()).withKeys(keys);
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
