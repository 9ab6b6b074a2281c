package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.Masking;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.KeyFile;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.finding.Closest;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.sandbox.Outcomes;
import io.github.dokuconformance.sandbox.Sandbox;
import io.github.dokuconformance.sandbox.SandboxOptions;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.signature.AsymmetricKey;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sandbox}: a local DOKU for a merchant's client. */
@Command(
    name = "sandbox",
    mixinStandardHelpOptions = true,
    description =
        "Starts a local DOKU that judges each call, keeps state, signs its answers, and lies on"
            + " request.",
    footer = {
      "",
      "Until SIGINT, or until the command after --for ends; then the summary and the verdict.",
      "The command gets DOKU_BASE_URL, DOKU_CLIENT_ID, DOKU_SECRET_KEY, DOKU_SANDBOX_CONTROL and",
      "DOKU_SANDBOX_TOKEN, which the control API wants of browsers and of other machines. For SNAP it",
      "gets DOKU_PRIVATE_KEY, the merchant's, and DOKU_PUBLIC_KEY, which verifies DOKU's requests for",
      "a token.",
      "",
      "Examples:",
      "  doku-conformance sandbox",
      "  doku-conformance sandbox --for npm test",
      "  doku-conformance sandbox --fault response.wrong-key:akulaku.refund --for mvn test",
      "  doku-conformance sandbox --require akulaku.refund:success --for npm test"
    })
final class SandboxCommand implements Callable<Integer> {
  private static final int DEFAULT_PORT = 8580;

  private final Env env;

  @Spec private CommandSpec spec;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port; 0 takes a free one (default: " + DEFAULT_PORT + ", with --for 0).")
  private @Nullable Integer port;

  @Mixin private ServerOptions server;

  @Option(
      names = "--credentials",
      paramLabel = "FILE",
      description =
          "JSON file with an object: client id to Secret Key (default: a merchant for"
              + " demonstration).")
  private @Nullable Path credentials;

  @Option(
      names = "--notification-url",
      paramLabel = "URL",
      description = "Where notifications go; without it none are sent.")
  private @Nullable String notificationUrl;

  @Option(
      names = "--inquiry-url",
      paramLabel = "URL",
      description = "Who is asked what there is to pay for a number; without it nobody is.")
  private @Nullable String inquiryUrl;

  @Option(
      names = "--token-url",
      paramLabel = "URL",
      description =
          "Who is asked for the token that SNAP's notifications carry (default: DOKU's own path on"
              + " the notification URL's host).")
  private @Nullable String tokenUrl;

  @Option(
      names = "--doku-key",
      paramLabel = "FILE",
      description =
          "The private RSA key, in PEM, that signs as DOKU (default: one is made at each start; for"
              + " the demonstration always the same).")
  private @Nullable Path dokuKey;

  @Option(
      names = "--fault",
      paramLabel = "NAME[:OPERATION][:TIMES]",
      converter = FaultOption.class,
      completionCandidates = FaultOption.Names.class,
      description =
          "Lies once, TIMES times or always; repeatable. GET /_sandbox/faults lists them.")
  private List<Armed> faults = List.of();

  @Option(
      names = "--require",
      paramLabel = "NAME",
      split = ",",
      completionCandidates = RequiredNames.class,
      description =
          "Operation, outcome (akulaku.refund:success) or fault that must have been exercised;"
              + " repeatable.")
  private List<String> required = List.of();

  @Mixin private ServedOutputs outputs;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "Lightest finding that makes a request not conformant: ${COMPLETION-CANDIDATES} (default:"
              + " error).")
  private Severity failOn;

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description =
          "Writes url, clientId, secretKey and controlToken as JSON when the sandbox answers.")
  private @Nullable Path readyFile;

  SandboxCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws InputException {
    checkRequired();
    SandboxCredentials merchants = SandboxCredentials.read(credentials);
    if (!merchants.isDemo()) {
      env.masking().know(merchants.keys().secrets());
    }
    PrintWriter out = outputs.log(env);
    try (Reports reports = outputs.open(env, failOn);
        SandboxLog log = new SandboxLog(env, out, reports, failOn, server, merchants.keys())) {
      SandboxOptions options = options(merchants, log);
      try (Sandbox sandbox = start(options)) {
        faults.forEach(sandbox::arm);
        return new ServedRun(env, new SandboxRun(out, sandbox, log, reports, required))
            .run(
                () -> announce(sandbox, merchants),
                server.command(),
                variables(sandbox, merchants));
      }
    } catch (IOException e) {
      throw wrong("can't write: " + e.getMessage());
    }
  }

  /** What may be required. */
  static final class RequiredNames implements Iterable<String> {
    @Override
    public Iterator<String> iterator() {
      return Outcomes.names(Contract.bundled()).iterator();
    }
  }

  private void checkRequired() {
    List<String> names = Outcomes.names(Contract.bundled());
    for (String name : required) {
      if (!names.contains(name)) {
        throw wrong(
            "got "
                + Visible.quoted(name)
                + Closest.hint(name, names)
                + ", expected --require as one of "
                + String.join(", ", names));
      }
    }
  }

  private SandboxOptions options(SandboxCredentials merchants, SandboxLog log)
      throws InputException {
    SandboxOptions.Builder options = SandboxOptions.builder().clock(env.clock()).listener(log);
    merchants.merchants().forEach(options::merchant);
    options.address(server.address(port, DEFAULT_PORT));
    server.allowedHosts().forEach(host -> options.allowHost(host.toString()));
    url("--notification-url", notificationUrl, options::notificationUrl);
    url("--inquiry-url", inquiryUrl, options::inquiryUrl);
    url("--token-url", tokenUrl, options::tokenUrl);
    if (dokuKey != null) {
      AsymmetricKey pair = KeyFile.read(dokuKey, Optional.empty());
      if (!pair.canSign()) {
        throw wrong("expected DOKU's private key in --doku-key, got the public one alone");
      }
      options.dokuKey(pair);
    } else if (merchants.isDemo()) {
      options.dokuKey(DemoKeys.doku());
    }
    return options.build();
  }

  private void url(String name, @Nullable String text, Consumer<URI> option) {
    if (text != null) {
      try {
        option.accept(URI.create(text));
      } catch (IllegalArgumentException e) {
        throw wrong(name + ": " + e.getMessage());
      }
    }
  }

  private Sandbox start(SandboxOptions options) {
    try {
      return Sandbox.start(options);
    } catch (IOException e) {
      throw server.cannotListen(e);
    }
  }

  private void announce(Sandbox sandbox, SandboxCredentials merchants) throws IOException {
    PrintWriter out = outputs.log(env);
    out.println("sandbox at " + sandbox.url() + ", control API at " + control(sandbox));
    if (merchants.isDemo()) {
      out.println(
          "client id "
              + SandboxCredentials.DEMO_CLIENT_ID
              + ", secret key "
              + Masking.PUBLIC_SECRET
              + " (for demonstration, known to everybody)");
    } else {
      out.println("client ids: " + String.join(", ", merchants.merchants().keySet()));
    }
    env.flush();
    if (readyFile != null) {
      Map<String, String> ready = new LinkedHashMap<>();
      ready.put("url", sandbox.url().toString());
      ready.put("clientId", merchants.clientId());
      ready.put("secretKey", merchants.secretForClient().orElse(""));
      ready.put("controlToken", sandbox.controlToken());
      merchants
          .keyForClient()
          .ifPresent(
              key -> {
                ready.put("privateKey", key);
                ready.put("dokuPublicKey", sandbox.dokuKey().publicPem());
              });
      ReadyFile.write(readyFile, ready);
    }
  }

  private static Map<String, String> variables(Sandbox sandbox, SandboxCredentials merchants) {
    Map<String, String> variables = new LinkedHashMap<>();
    variables.put("DOKU_BASE_URL", sandbox.url().toString());
    variables.put("DOKU_CLIENT_ID", merchants.clientId());
    variables.put("DOKU_SECRET_KEY", merchants.secretForClient().orElse(""));
    variables.put("DOKU_SANDBOX_CONTROL", control(sandbox));
    variables.put("DOKU_SANDBOX_TOKEN", sandbox.controlToken());
    merchants
        .keyForClient()
        .ifPresent(
            key -> {
              variables.put("DOKU_PRIVATE_KEY", key);
              variables.put("DOKU_PUBLIC_KEY", sandbox.dokuKey().publicPem());
            });
    return variables;
  }

  private static String control(Sandbox sandbox) {
    return sandbox.url() + "/_sandbox";
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
