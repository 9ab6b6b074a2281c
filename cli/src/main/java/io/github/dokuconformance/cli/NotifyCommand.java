package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.report.ProbeJsonReport;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.probe.Desk;
import io.github.dokuconformance.probe.EffectUrl;
import io.github.dokuconformance.probe.HttpEndpoint;
import io.github.dokuconformance.probe.Merchant;
import io.github.dokuconformance.probe.NotificationForm;
import io.github.dokuconformance.probe.NotificationUrl;
import io.github.dokuconformance.probe.Probe;
import io.github.dokuconformance.probe.ProbeCatalogue;
import io.github.dokuconformance.probe.ProbeResult;
import io.github.dokuconformance.probe.ProbeRun;
import io.github.dokuconformance.probe.ProbedOrders;
import io.github.dokuconformance.probe.Requirement;
import io.github.dokuconformance.probe.RetrySchedule;
import io.github.dokuconformance.probe.UnusableEndpointException;
import io.github.dokuconformance.sandbox.token.RequestIds;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code notify}: probes a merchant's notification endpoint. */
@Command(
    name = "notify",
    mixinStandardHelpOptions = true,
    description =
        "Sends genuine and hostile notifications to a merchant's endpoint and grades the answers. "
            + "Nothing is sent anywhere else; use a test system and a test secret.",
    footer = {
      "",
      "Examples:",
      "  doku-conformance notify http://localhost:8080/payments/notifications",
      "  doku-conformance notify --channel va --only 'forged.*' http://localhost:8080/notify",
      "  doku-conformance notify --scheme snap --doku-key doku.pem http://localhost:8080/v1.1/pay",
      "  doku-conformance notify --list"
    })
final class NotifyCommand implements Callable<Integer> {
  private static final int MOST_SECONDS = 3600;

  private final Env env;

  @Parameters(
      arity = "0..1",
      paramLabel = "URL",
      description = "The notification URL, with the path that is configured at DOKU.")
  private @Nullable String url;

  @Mixin private MerchantOptions merchants;

  @Mixin private ProbeOptions options;

  @Mixin private DeskOptions desks;

  @Option(
      names = "--operation",
      paramLabel = "ID",
      completionCandidates = Operations.class,
      description = "Which notification is sent, by its id in the contract (default: the first).")
  private @Nullable String operation;

  @Option(
      names = "--channel",
      paramLabel = "NAME",
      description =
          "Which channel's notification is sent, by its name in the contract, in place of"
              + " --operation.")
  private @Nullable String channel;

  @Option(
      names = "--scheme",
      paramLabel = "ID",
      description =
          "By which scheme the notification is signed, such as snap: its first notification is sent"
              + " where neither --operation nor --channel says which.")
  private @Nullable String scheme;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "How the customer paid, where the notification differs by that (default: the first"
              + " method of the channel's page).")
  private @Nullable String method;

  @Option(
      names = "--only",
      paramLabel = "GLOB",
      description =
          "Send the probes of this id alone, such as 'forged.*'; repeatable. genuine.plain always"
              + " goes first.")
  private List<String> only = List.of();

  @Option(
      names = "--await-expiry",
      paramLabel = "SECONDS",
      defaultValue = "0",
      description =
          "For SNAP: where the merchant's token lives no longer than that, wait at last until it has"
              + " ended, and send it once more; DOKU's live 900 seconds (default: 0).")
  private int awaitExpiry;

  @Option(names = "--list", description = "List the probes and send nothing.")
  private boolean list;

  @Option(
      names = "--effect-url",
      paramLabel = "URL",
      description =
          "URL whose GET returns a number or a JSON value that payments change; it shows whether a"
              + " message had an effect.")
  private @Nullable String effectUrl;

  @Option(
      names = "--effect-wait",
      paramLabel = "MS",
      defaultValue = "100",
      description =
          "How long after an answer its effect may come about, in milliseconds (default: 100).")
  private int effectWait;

  @Option(
      names = "--retries",
      paramLabel = "N",
      defaultValue = "0",
      description =
          "Repeat a genuine message that gets 5xx or no answer up to N times, at most 3 as DOKU"
              + " does; its 12 hours take 6 seconds (default: 0).")
  private int retries;

  @Option(
      names = "--order-file",
      paramLabel = "FILE",
      description =
          "JSON with orders that the endpoint knows: bodies of generate-order requests or"
              + " notifications, one or an array. Without it orders are invented.")
  private @Nullable Path orderFile;

  NotifyCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws InputException {
    ProbeSelection selection = ProbeSelection.of(only);
    if (list) {
      return list(selection);
    }
    List<Probe> probes = selection.probes(form());
    if (probes.isEmpty()) {
      env.say("nothing was sent: no probe fits " + String.join(", ", only) + "; see --list");
      return ExitCode.NOTHING_CHECKED;
    }
    if (url == null) {
      throw options.wrong("expected the URL of a notification endpoint, or --list");
    }
    NotificationUrl target = options.valid(NotificationUrl::parse, url);
    Duration patience = options.patience();
    Merchant merchant = merchants.merchant(env, form().scheme(), target.target());
    ProbeRun run = run(HttpEndpoint.of(target, patience), merchant, patience);
    if (!form().needsToken()) {
      return probe(run, probes);
    }
    Optional<Desk> desk = desks.open(env, options, merchant.clientId(), URI.create(url), patience);
    return desk.isPresent()
        ? probe(awaiting(run.with(desk.get()), desk.get()), probes)
        : ExitCode.UNUSABLE_PEER;
  }

  private ProbeRun awaiting(ProbeRun run, Desk desk) {
    Duration longest =
        Duration.ofSeconds(options.within("--await-expiry", awaitExpiry, 0, MOST_SECONDS));
    if (longest.isZero()) {
      return run;
    }
    Duration left = Duration.between(env.clock().instant(), desk.ends());
    if (left.compareTo(longest) <= 0) {
      return run.awaitingExpiry();
    }
    env.say(
        "the merchant's token lives "
            + left.toSeconds()
            + " s longer, and --await-expiry waits "
            + awaitExpiry
            + ": nothing is sent with it then");
    return run;
  }

  private int probe(ProbeRun run, List<Probe> probes) throws InputException {
    try (ProbeReports reports = options.report(env, "doku-conformance notify")) {
      List<ProbeResult> results =
          run.explaining(reports::reason)
              .run(
                  probes,
                  result -> {
                    reports.result(result);
                    warnOfEmptyRefusals(result);
                  });
      return reports.end(results);
    } catch (UnusableEndpointException e) {
      env.say(Failures.line(e));
      return ExitCode.UNUSABLE_PEER;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      env.say("interrupted");
      return ExitCode.UNUSABLE_PEER;
    }
  }

  private ProbeRun run(HttpEndpoint endpoint, Merchant merchant, Duration patience)
      throws InputException {
    ProbedOrders orders =
        orderFile == null
            ? ProbedOrders.invented(UUID.randomUUID().toString().substring(0, 8))
            : ProbedOrders.known(OrderFile.read(orderFile, form()));
    ProbeRun run =
        new ProbeRun(
                endpoint, merchant, orders, env.clock(), () -> RequestIds.next(form().scheme()))
            .sending(form())
            .retrying(options.valid(RetrySchedule::doku, retries));
    if (effectUrl == null) {
      return run;
    }
    int wait = options.within("--effect-wait", effectWait, 0, 60_000);
    return run.watching(
        options.valid(text -> EffectUrl.of(text, patience), effectUrl), Duration.ofMillis(wait));
  }

  private NotificationForm form() {
    if (operation != null && channel != null) {
      throw options.wrong("expected one of --operation and --channel, got both");
    }
    String wanted = operation != null ? operation : channel;
    String id = wanted != null ? wanted : options.valid(NotifyCommand::first, scheme());
    NotificationForm form =
        options.valid(
            one -> NotificationForm.of(Contract.bundled(), one, Optional.ofNullable(method)), id);
    if (!isOf(form.scheme().id(), scheme())) {
      throw options.wrong(
          "expected a notification of --scheme " + scheme() + ", got one of " + form.scheme().id());
    }
    return form;
  }

  private String scheme() {
    return scheme == null ? "" : scheme;
  }

  /** Tells whether a scheme is that one, or one of that family; any is where none is asked for. */
  private static boolean isOf(String id, String wanted) {
    return wanted.isEmpty() || id.equals(wanted) || id.startsWith(wanted + ".");
  }

  /** Returns the first notification that is signed so. */
  private static String first(String wanted) {
    return NotificationForm.ids(Contract.bundled()).stream()
        .filter(id -> isOf(NotificationForm.of(Contract.bundled(), id).scheme().id(), wanted))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "expected --scheme of a notification, such as snap or non-snap, got: "
                        + wanted));
  }

  private int list(ProbeSelection selection) {
    List<Requirement> chosen =
        Stream.concat(
                ProbeCatalogue.requirements(form()).stream(),
                ProbeCatalogue.expired(form()).stream().map(Probe::requirement))
            .filter(requirement -> selection.includes(requirement.id()))
            .toList();
    if (chosen.isEmpty()) {
      env.say("no probe fits " + String.join(", ", only));
      return ExitCode.NOTHING_CHECKED;
    }
    if (options.listsJson()) {
      new ProbeJsonReport(env.out()).list(chosen);
    } else {
      chosen.forEach(
          each ->
              env.out()
                  .printf(
                      "%-28s  %-13s  expects %s: %s%n",
                      each.id(), each.level().id(), each.expected(), each.subject()));
    }
    return ExitCode.CONFORMANT;
  }

  private void warnOfEmptyRefusals(ProbeResult result) {
    if (result.requirement().equals(ProbeCatalogue.baseline(form()).requirement())
        && !result.passed()) {
      env.say(
          "the first genuine message got "
              + result.got()
              + ": as long as it is not accepted, that others are refused shows nothing");
    }
  }
}
