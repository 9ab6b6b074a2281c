package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ProbeJsonReport;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.inquiry.InquiryForm;
import io.github.dokuconformance.inquiry.InquiryRequirements;
import io.github.dokuconformance.inquiry.InquiryRun;
import io.github.dokuconformance.probe.Desk;
import io.github.dokuconformance.probe.Merchant;
import io.github.dokuconformance.probe.NotificationUrl;
import io.github.dokuconformance.probe.ProbeResult;
import io.github.dokuconformance.sandbox.http.Peer;
import io.github.dokuconformance.sandbox.http.RawClient;
import io.github.dokuconformance.sandbox.token.RequestIds;
import io.github.dokuconformance.sandbox.token.TokenForm;
import io.github.dokuconformance.signature.AccessToken;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inquire}: probes a merchant's inquiry endpoint. */
@Command(
    name = "inquire",
    mixinStandardHelpOptions = true,
    description =
        "Asks a merchant's inquiry endpoint what there is to pay, with genuine and forged questions,"
            + " and judges its signed answers. Nothing is sent anywhere else; use a test system and"
            + " a test secret.",
    footer = {
      "",
      "Examples:",
      "  doku-conformance inquire --number 8896512345678123 --amount 150000 \\",
      "        http://localhost:3000/payments/inquiries",
      "  doku-conformance inquire --channel snap.va --number '    189920260131001' \\",
      "        --doku-key doku.pem http://localhost:3000/v1.1/transfer-va/inquiry",
      "  doku-conformance inquire --list"
    })
final class InquireCommand implements Callable<Integer> {
  private static final int MOST_BYTES = 1 << 20;

  private final Env env;

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = "The inquiry URL, with the path that is configured at DOKU.")
  private @Nullable String url;

  @Mixin private MerchantOptions merchants;

  @Mixin private ProbeOptions options;

  @Mixin private DeskOptions desks;

  @Option(
      names = "--number",
      paramLabel = "NUMBER",
      description =
          "The account number or payment code that is asked about; the endpoint knows it. Blanks"
              + " before a number of SNAP belong to it.")
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

  @Option(names = "--list", description = "List what is judged and send nothing.")
  private boolean list;

  InquireCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws InputException {
    InquiryForm form = form();
    if (list) {
      return list(form);
    }
    if (url == null) {
      throw options.wrong("expected the URL of an inquiry endpoint, or --list");
    }
    if (number == null || !number.matches(" {0,8}[0-9A-Za-z-]{1,64}")) {
      throw options.wrong(
          "expected --number, an account number or payment code that the endpoint knows");
    }
    Duration patience = options.patience();
    NotificationUrl target = options.valid(NotificationUrl::parse, url);
    Merchant merchant = merchants.merchant(env, form.scheme(), target.target());
    if (!TokenForm.isNeededBy(form.scheme())) {
      return ask(form, target, merchant, Optional.empty(), number, patience);
    }
    Optional<Desk> desk = desks.open(env, options, merchant.clientId(), URI.create(url), patience);
    return desk.isPresent()
        ? ask(form, target, merchant, desk.map(Desk::token), number, patience)
        : ExitCode.UNUSABLE_PEER;
  }

  private int ask(
      InquiryForm form,
      NotificationUrl target,
      Merchant merchant,
      Optional<AccessToken> token,
      String about,
      Duration patience)
      throws InputException {
    Peer peer = new Peer(target.isSecure(), target.host(), target.port(), target.authority());
    try (ProbeReports reports = options.report(env, "doku-conformance inquire");
        RawClient client = new RawClient(patience)) {
      List<ProbeResult> results =
          new InquiryRun(
                  request -> client.send(peer, request, MOST_BYTES),
                  merchant,
                  token,
                  form,
                  env.clock(),
                  () -> RequestIds.next(form.scheme()),
                  reports::result)
              .run(about, amount == null ? OptionalLong.empty() : OptionalLong.of(amount));
      return reports.end(results);
    } catch (IOException e) {
      env.say(target.authority() + ": " + Failures.line(e));
      return ExitCode.UNUSABLE_PEER;
    }
  }

  private InquiryForm form() {
    String wanted = channel != null ? channel : InquiryForm.channels(Contract.bundled()).get(0);
    return options.valid(
        one -> InquiryForm.of(Contract.bundled(), one, Optional.ofNullable(method)), wanted);
  }

  private int list(InquiryForm form) {
    if (options.listsJson()) {
      new ProbeJsonReport(env.out()).list(InquiryRequirements.of(form));
    } else {
      InquiryRequirements.of(form)
          .forEach(
              each ->
                  env.out()
                      .printf(
                          "%-20s  %-6s  %s: expects %s%n",
                          each.id(), each.level().id(), each.subject(), each.expected()));
    }
    return ExitCode.CONFORMANT;
  }
}
