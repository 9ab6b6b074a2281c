package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ProbeJsonReport;
import io.github.dokuconformance.cli.report.ProbeReport;
import io.github.dokuconformance.cli.report.ProbeTextReport;
import io.github.dokuconformance.cli.report.Style;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.inquiry.InquiryForm;
import io.github.dokuconformance.inquiry.InquiryRequirements;
import io.github.dokuconformance.inquiry.InquiryRun;
import io.github.dokuconformance.probe.Grading;
import io.github.dokuconformance.probe.Level;
import io.github.dokuconformance.probe.Merchant;
import io.github.dokuconformance.probe.NotificationUrl;
import io.github.dokuconformance.probe.ProbeResult;
import io.github.dokuconformance.sandbox.http.Peer;
import io.github.dokuconformance.sandbox.http.RawClient;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code inquire}: probes a merchant's inquiry endpoint. */
@Command(
    name = "inquire",
    mixinStandardHelpOptions = true,
    description =
        "Asks a merchant's inquiry endpoint what there is to pay, with genuine and forged questions,"
            + " and judges its signed answers. Nothing is sent anywhere else; use a test system and"
            + " a test secret.")
final class InquireCommand implements Callable<Integer> {
  private static final int MOST_BYTES = 1 << 20;

  private final Env env;

  @Spec private CommandSpec spec;

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = "The inquiry URL, with the path that is configured at DOKU.")
  private @Nullable String url;

  @Mixin private MerchantOptions merchants;

  @Option(
      names = "--number",
      paramLabel = "NUMBER",
      description =
          "The account number or payment code that is asked about; the endpoint knows it.")
  private @Nullable String number;

  @Option(
      names = "--amount",
      paramLabel = "RUPIAH",
      description = "What the order of that number costs; without it the amount is not judged.")
  private @Nullable Long amount;

  @Option(
      names = "--channel",
      paramLabel = "NAME",
      description = "Which channel asks, by its name in the contract (default: the first).")
  private @Nullable String channel;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description = "Which bank or store asks (default: the first of the channel).")
  private @Nullable String method;

  @Option(
      names = "--level",
      paramLabel = "LEVEL",
      defaultValue = "must",
      description =
          "Lightest level whose failures make the endpoint not conformant: ${COMPLETION-CANDIDATES}"
              + " (default: must).")
  private Level level;

  @Option(names = "--list", description = "List what is judged and send nothing.")
  private boolean list;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      description = "Form of the report: ${COMPLETION-CANDIDATES} (default: text).")
  private NotifyCommand.Format format;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "10",
      description = "How long to wait for an answer (default: 10).")
  private int timeout;

  InquireCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws InputException {
    InquiryForm form = form();
    if (list) {
      return list();
    }
    if (url == null) {
      throw wrong("expected the URL of an inquiry endpoint, or --list");
    }
    if (number == null || !number.matches("[0-9A-Za-z-]{1,64}")) {
      throw wrong("expected --number, an account number or payment code that the endpoint knows");
    }
    if (timeout < 1 || timeout > 300) {
      throw wrong("expected --timeout from 1 to 300, got: " + timeout);
    }
    NotificationUrl target = url(url);
    Merchant merchant = merchants.merchant(env, form.scheme(), target.target());
    return ask(form, target, merchant, number);
  }

  private int ask(InquiryForm form, NotificationUrl target, Merchant merchant, String about) {
    ProbeReport report = report();
    Peer peer = new Peer(target.isSecure(), target.host(), target.port(), target.authority());
    try (RawClient client = new RawClient(Duration.ofSeconds(timeout))) {
      List<ProbeResult> results =
          new InquiryRun(
                  request -> client.send(peer, request, MOST_BYTES),
                  merchant,
                  form,
                  env.clock(),
                  () -> UUID.randomUUID().toString(),
                  report::result)
              .run(about, amount == null ? OptionalLong.empty() : OptionalLong.of(amount));
      report.end(results, level);
      return Grading.isConformant(results, level) ? ExitCode.CONFORMANT : ExitCode.NOT_CONFORMANT;
    } catch (IOException e) {
      Failures.print(env, target.authority() + ": " + Failures.line(e));
      return ExitCode.UNUSABLE_PEER;
    }
  }

  private InquiryForm form() {
    try {
      String wanted = channel != null ? channel : InquiryForm.channels(Contract.bundled()).get(0);
      return InquiryForm.of(Contract.bundled(), wanted, Optional.ofNullable(method));
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private NotificationUrl url(String text) {
    try {
      return NotificationUrl.parse(text);
    } catch (IllegalArgumentException e) {
      throw wrong(String.valueOf(e.getMessage()));
    }
  }

  private int list() {
    if (format == NotifyCommand.Format.JSON) {
      new ProbeJsonReport(env.out()).list(InquiryRequirements.all());
    } else {
      InquiryRequirements.all()
          .forEach(
              each ->
                  env.out()
                      .printf(
                          "%-20s  %-6s  %s: expects %s%n",
                          each.id(), each.level().id(), each.subject(), each.expected()));
    }
    return ExitCode.CONFORMANT;
  }

  private ProbeReport report() {
    return format == NotifyCommand.Format.JSON
        ? new ProbeJsonReport(env.out())
        : new ProbeTextReport(env.out(), new Style(env.colour()), level);
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
