package io.github.dokuconformance.cli;

import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.snap.Snap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** The values of a request, where there is no recording of it. */
final class LooseValues {
  private static final String SOURCE = "the values";

  @Option(
      names = "--client-id",
      paramLabel = "ID",
      description = "Without a recording: the request's Client-Id.")
  private @Nullable String clientId;

  @Option(names = "--request-id", paramLabel = "ID", description = "And its Request-Id.")
  private @Nullable String requestId;

  @Option(
      names = "--timestamp",
      paramLabel = "INSTANT",
      description = "And its Request-Timestamp, as it was sent.")
  private @Nullable String timestamp;

  @Option(
      names = "--signature",
      paramLabel = "SIGNATURE",
      description = "And its Signature, as it was sent.")
  private @Nullable String signature;

  @Option(
      names = "--body",
      paramLabel = "FILE",
      description = "And the exact bytes of its body; without it there is no body.")
  private @Nullable String bodyFile;

  boolean areGiven() {
    return clientId != null
        || requestId != null
        || timestamp != null
        || signature != null
        || bodyFile != null;
  }

  /** Returns the signature, where it is the only value. */
  Optional<String> signatureAlone() {
    boolean alone = clientId == null && requestId == null && timestamp == null && bodyFile == null;
    return alone ? Optional.ofNullable(signature) : Optional.empty();
  }

  /**
   * Returns the request that the values are of.
   *
   * @param forced the scheme that it is signed by, where the caller says it
   * @param target its path, or method and path
   * @param operation that gives path and method where it has them
   * @param token that it carries, where its scheme has one
   */
  Exchange exchange(
      CommandSpec spec,
      Env env,
      Optional<Scheme> forced,
      Optional<String> target,
      Optional<String> operation,
      Optional<AccessToken> token)
      throws InputException {
    Optional<Operation> known =
        operation.map(id -> Operations.require(spec, Contract.bundled(), id));
    Scheme scheme =
        forced.orElseGet(() -> env.schemes().of(known.map(Operation::scheme), Headers.none()));
    Optional<String> path =
        target
            .or(() -> known.map(Operation::path).filter(it -> it.matches("/[^{]*")))
            .or(() -> SnapMessage.tokenPath(scheme));
    Map<String, @Nullable String> required = new LinkedHashMap<>();
    required.put("--client-id", clientId);
    if (!Snap.SCHEMES.contains(scheme)) {
      required.put("--request-id", requestId);
    }
    required.put("--timestamp", timestamp);
    required.put("--target", path.orElse(null));
    required.put("--signature", signature);
    if (scheme == Snap.SYMMETRIC) {
      required.put("--token-file", token.map(AccessToken::expose).orElse(null));
    }
    List<String> missing = new ArrayList<>();
    required.forEach(
        (name, value) -> {
          if (value == null) {
            missing.add(name);
          }
        });
    if (!missing.isEmpty()) {
      throw new ParameterException(
          spec.commandLine(),
          "expected " + String.join(", ", missing) + " beside the values given");
    }
    Body body = bodyFile == null ? Body.none() : BodyFile.read(bodyFile, env.in());
    String[] words = path.orElseThrow().split(" ", 2);
    String method =
        words.length == 2
            ? words[0]
            : known
                .map(Operation::method)
                .orElse(body.isEmpty() && scheme != Snap.TOKEN ? "GET" : "POST");
    String sent = words[words.length - 1];
    if (!HttpSyntax.isToken(method) || !HttpSyntax.isTarget(sent)) {
      throw new ParameterException(
          spec.commandLine(),
          "expected --target as /path or https://host/path, got " + Visible.quoted(sent));
    }
    HeaderBlock headers = new HeaderBlock();
    if (scheme == Snap.SYMMETRIC) {
      String bearer = AccessToken.SCHEME + token.orElseThrow().expose();
      add(spec, headers, scheme, HeaderRole.AUTHORIZATION, bearer);
    }
    add(spec, headers, scheme, HeaderRole.CLIENT_ID, clientId);
    if (requestId != null) {
      add(spec, headers, scheme, HeaderRole.REQUEST_ID, requestId);
    }
    add(spec, headers, scheme, HeaderRole.TIMESTAMP, timestamp);
    add(spec, headers, scheme, HeaderRole.SIGNATURE, signature);
    Exchange exchange =
        Exchange.of(SOURCE, new Request(method, Target.of(sent), headers.toHeaders(), body), null);
    return operation.map(exchange::withOperation).orElse(exchange);
  }

  private static void add(
      CommandSpec spec,
      HeaderBlock headers,
      Scheme scheme,
      HeaderRole role,
      @Nullable String value) {
    String name = scheme.header(role, Part.REQUEST).orElseThrow();
    Optional<String> wanted = headers.add(name, value == null ? "" : value);
    if (wanted.isPresent()) {
      throw new ParameterException(spec.commandLine(), "expected " + wanted.get() + " for " + name);
    }
  }
}
