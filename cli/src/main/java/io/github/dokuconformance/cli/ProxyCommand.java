package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.proxy.ReverseProxy;
import io.github.dokuconformance.cli.proxy.SignWhat;
import io.github.dokuconformance.cli.proxy.Upstream;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.http.Authority;
import io.github.dokuconformance.sandbox.http.HttpFront;
import io.github.dokuconformance.signature.KeyRing;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code proxy}: verifies and signs what passes between two parties. */
@Command(
    name = "proxy",
    mixinStandardHelpOptions = true,
    description =
        "A reverse proxy that verifies what passes, signs responses or requests afresh, and"
            + " reports: for mocks, stubs and verifiers that know nothing of signatures, or for"
            + " DOKU itself.",
    footer = {
      "",
      "A request whose signature is not right is answered as DOKU does, and not sent on.",
      "Until SIGINT, or until the command after --for ends; then the verdict. The command gets"
          + " DOKU_BASE_URL.",
      "",
      "Examples:",
      "  doku-conformance proxy --upstream http://localhost:4010 --for npm test",
      "  doku-conformance proxy --upstream https://api-sandbox.doku.com --sign none"
    })
final class ProxyCommand implements Callable<Integer> {
  private static final int DEFAULT_PORT = 8581;

  private final Env env;

  @Spec private CommandSpec spec;

  @Option(
      names = "--upstream",
      paramLabel = "URL",
      required = true,
      description = "Where requests are sent on to.")
  private String upstream;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "Port; 0 takes a free one (default: " + DEFAULT_PORT + ", with --for 0).")
  private @Nullable Integer port;

  @Mixin private ServerOptions server;

  @Mixin private ServedOutputs outputs;

  @Mixin private SecretOptions secrets;

  @Mixin private SignatureOnlyOption signatureOnly;

  @Option(
      names = "--sign",
      paramLabel = "WHAT",
      defaultValue = "responses",
      description =
          "What is signed afresh; the rest is verified: ${COMPLETION-CANDIDATES} (default:"
              + " responses).")
  private SignWhat sign;

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description = "Client-Id to sign requests with (default: the one that they carry).")
  private @Nullable String clientId;

  @Option(
      names = "--timeout",
      paramLabel = "SECONDS",
      defaultValue = "30",
      description = "How long to wait for an answer (default: 30).")
  private int timeout;

  @Option(
      names = "--fail-on",
      paramLabel = "SEVERITY",
      defaultValue = "error",
      description =
          "Lightest finding that makes an exchange not conformant: ${COMPLETION-CANDIDATES}"
              + " (default: error).")
  private Severity failOn;

  @Option(
      names = "--ready-file",
      paramLabel = "FILE",
      description = "Writes url as JSON when the proxy answers.")
  private @Nullable Path readyFile;

  ProxyCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws InputException {
    URI url = url();
    Duration patience = Duration.ofSeconds(seconds());
    InetSocketAddress address = server.address(port, DEFAULT_PORT);
    Optional<String> signer = signer();
    CheckContext context = CheckContext.nothing().withSchemes(env.schemes()).withKeys(keys(signer));
    try (Upstream origin = Upstream.at(url, patience);
        Reports reports = outputs.open(env, failOn);
        ProxyLog log =
            new ProxyLog(env, outputs.log(env), reports, context, failOn, signatureOnly, server);
        HttpFront front = bind(address, server.allowedHosts())) {
      front.start(new ReverseProxy(origin, context, sign, signer, env.clock(), log));
      return serve(front, log);
    } catch (IOException e) {
      throw wrong("can't write: " + e.getMessage());
    }
  }

  private int serve(HttpFront front, ProxyLog log) throws IOException {
    String base = "http://" + literal(front.address());
    ServedRun.End end =
        exit -> {
          front.close();
          return log.end(exit);
        };
    return new ServedRun(env, end)
        .run(() -> announce(base), server.command(), Map.of("DOKU_BASE_URL", base));
  }

  private URI url() {
    try {
      URI url = new URI(upstream);
      boolean http = "http".equalsIgnoreCase(url.getScheme());
      if ((http || "https".equalsIgnoreCase(url.getScheme()))
          && url.getHost() != null
          && url.getRawQuery() == null
          && url.getRawFragment() == null) {
        return url;
      }
    } catch (URISyntaxException e) {
      // Told below, in the same words.
    }
    throw wrong(
        "expected --upstream as an URL such as http://localhost:4010, got "
            + Visible.quoted(upstream));
  }

  private int seconds() {
    if (timeout < 1 || timeout > 300) {
      throw wrong("expected --timeout from 1 to 300, got: " + timeout);
    }
    return timeout;
  }

  private Optional<String> signer() {
    if (clientId != null && (clientId.isBlank() || !HttpSyntax.isFieldValue(clientId))) {
      throw wrong(
          "expected a --client-id that a header can carry, got " + Visible.quoted(clientId));
    }
    return Optional.ofNullable(clientId);
  }

  private KeyRing keys(Optional<String> signer) throws InputException {
    KeyRing keys = secrets.keys(env);
    if (keys.isEmpty()) {
      throw wrong(
          "a secret is needed to verify and to sign; set "
              + Env.SECRET_VARIABLE
              + " or use --secret-env, --secret-file or --credentials");
    }
    if (signer.isPresent() && keys.find(signer.get()).isEmpty()) {
      throw wrong("the credentials file has no secret for Client-Id " + signer.get());
    }
    return keys;
  }

  private HttpFront bind(InetSocketAddress address, List<Authority> allowed) {
    try {
      return HttpFront.bind(address, allowed.toArray(Authority[]::new));
    } catch (IOException e) {
      throw server.cannotListen(e);
    }
  }

  private void announce(String base) throws IOException {
    outputs.log(env).println("proxy at " + base + " for " + upstream + ", signs " + sign);
    env.flush();
    if (readyFile != null) {
      ReadyFile.write(readyFile, Map.of("url", base));
    }
  }

  private static String literal(InetSocketAddress bound) {
    String name =
        bound.getAddress().isAnyLocalAddress() ? "localhost" : bound.getAddress().getHostAddress();
    return (name.indexOf(':') < 0 ? name : "[" + name + "]") + ":" + bound.getPort();
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
