package io.github.dokuconformance.cli;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.cli.command.Env;
import io.github.dokuconformance.cli.command.ExitCode;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Severity;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code sign}: prints the headers that a body needs, or a whole curl command. */
@Command(
    name = "sign",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the headers of a signed message, a curl command that sends it, or a script that"
          + " signs.",
      "The body is signed byte for byte: send the same bytes."
    },
    footer = {
      "",
      "Examples:",
      "  doku-conformance sign --client-id MCH-1 --operation akulaku.refund --body r.json",
      "  doku-conformance sign --client-id MCH-1 --target /orders/v1/status/INV-1 --curl",
      "  doku-conformance sign --script postman"
    })
final class SignCommand implements Callable<Integer> {
  private static final String NO_BODY = "body.missing";

  private final Env env;

  @Spec private CommandSpec spec;

  @Mixin private SecretOptions secrets;

  @Option(names = "--client-id", paramLabel = "ID", description = "The merchant's Client-Id.")
  private @Nullable String clientId;

  @Mixin private KeyOptions keyOptions;

  @Option(
      names = "--scheme",
      paramLabel = "SCHEME",
      description =
          "Scheme to sign by: non-snap, snap.token, snap.symmetric or snap.asymmetric (default: the"
              + " operation's, or non-snap).")
  private @Nullable String schemeId;

  @Option(
      names = "--profile",
      paramLabel = "BANK",
      defaultValue = "doku",
      description =
          "With a scheme of SNAP, whose headers to write: doku, aspi (the standard's own), or a"
              + " JSON file of another bank's (default: ${DEFAULT-VALUE}).")
  private String profile;

  @Option(
      names = "--method",
      paramLabel = "METHOD",
      description =
          "Method to sign, where no operation gives it (default: POST with a body, else GET).")
  private @Nullable String givenMethod;

  @Option(
      names = "--operation",
      paramLabel = "ID",
      completionCandidates = Operations.class,
      description = "Operation to sign for, such as akulaku.generate-order; gives method and path.")
  private @Nullable String operation;

  @Option(
      names = "--target",
      paramLabel = "PATH",
      description =
          "Path to sign, where the operation gives none: a notification's, or one with an id in"
              + " it.")
  private @Nullable String target;

  @Option(
      names = "--body",
      paramLabel = "FILE",
      description = "The body's exact bytes; - is standard input. Without it there is no body.")
  private @Nullable String bodyFile;

  @Option(
      names = "--request-id",
      paramLabel = "ID",
      description = "Request-Id (default: a new random UUID).")
  private @Nullable String requestId;

  @Option(
      names = "--timestamp",
      paramLabel = "INSTANT",
      description = "Request-Timestamp, or with --response Response-Timestamp (default: now).")
  private @Nullable String timestamp;

  @Option(names = "--response", description = "Sign a response to that target, as DOKU would.")
  private boolean response;

  @Option(
      names = "--curl",
      description = "Print a curl command in place of the headers; it works as pasted.")
  private boolean curl;

  @Option(
      names = "--base-url",
      paramLabel = "URL",
      defaultValue = "https://api-sandbox.doku.com",
      description = "With --curl, where to send it (default: ${DEFAULT-VALUE}).")
  private String baseUrl;

  @Option(
      names = "--script",
      paramLabel = "CLIENT",
      description =
          "Print a pre-request script that signs in that client: ${COMPLETION-CANDIDATES}. Alone;"
              + " the script reads its variables client_id and secret_key.")
  private @Nullable SigningScript script;

  SignCommand(Env env) {
    this.env = env;
  }

  @Override
  public Integer call() throws InputException {
    if (script != null) {
      requireAlone();
      env.out().print(script.text());
      return ExitCode.CONFORMANT;
    }
    if (clientId == null) {
      throw wrong("expected --client-id");
    }
    return sign(clientId);
  }

  /** A script takes its values where it runs, so none of the other options would have an effect. */
  private void requireAlone() {
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptionsSet()) {
      if (!option.longestName().equals("--script")) {
        throw wrong(
            option.longestName()
                + " has no effect on a script, which signs with the variables client_id and"
                + " secret_key where it runs; leave it out");
      }
    }
  }

  private int sign(String clientId) throws InputException {
    Optional<Operation> known =
        operation == null
            ? Optional.empty()
            : Optional.of(Operations.require(spec, Contract.bundled(), operation));
    Scheme scheme = scheme(known);
    Optional<SnapMessage> snap = SnapMessage.of(scheme, profile, spec, env, keyOptions.token());
    String path = path(known, snap);
    if (curl && response) {
      throw wrong("--curl sends a request; leave out --response");
    }
    Body body = bodyFile == null ? Body.none() : BodyFile.read(bodyFile, env.in());
    SignedPart part = part(known);
    SigningKey key = key(clientId, scheme, part);
    String method = method(known, snap, body);
    Components components =
        snap.isPresent()
            ? snap.get().components(part, method, path, body)
            : Components.of(part, method, path, body)
                .withRequestId(UUID.randomUUID().toString())
                .withTimestamp(Timestamps.format(env.clock().instant()));
    components = components.withClientId(clientId);
    if (requestId != null) {
      components = components.withRequestId(requestId);
    }
    if (timestamp != null) {
      components = components.withTimestamp(timestamp);
    }
    Headers headers;
    try {
      headers = scheme.sign(components, key);
    } catch (IllegalArgumentException e) {
      throw wrong(Objects.requireNonNullElse(e.getMessage(), "a value can't be signed"));
    }
    if (snap.isPresent()) {
      headers = snap.get().withOthers(headers);
      snap.get().remark(body).ifPresent(it -> env.say(it));
      body = snap.get().sent(body);
    }
    if (!response && known.isPresent()) {
      Request request =
          new Request(method, Target.of(target != null ? target : path), headers, body);
      doubts(request, known.get(), scheme).forEach(it -> env.say(it));
    }
    if (curl) {
      env.out()
          .println(
              CurlCommand.of(
                  method, join(baseUrl, target != null ? target : path), headers, body, bodyFile));
    } else {
      for (Header header : headers.list()) {
        env.out().println(header.name() + ": " + header.value());
      }
    }
    return ExitCode.CONFORMANT;
  }

  /** Returns what is signed as it was asked for, and yet will hardly be taken. */
  private static List<String> doubts(Request request, Operation operation, Scheme scheme) {
    Exchange exchange = Exchange.of("", request, null).withOperation(operation.id());
    Optional<String> timestamp = scheme.header(HeaderRole.TIMESTAMP, Part.REQUEST);
    return Check.check(exchange, CheckContext.nothing()).findings().stream()
        .filter(it -> it.severity() != Severity.NOTE)
        .filter(it -> it.code().equals(NO_BODY) || timestamp.equals(Optional.of(it.at())))
        .map(it -> it.severity().id() + " " + it.code() + ": " + it.message() + " → " + it.hint())
        .toList();
  }

  private Scheme scheme(Optional<Operation> known) {
    String id = schemeId;
    if (id == null) {
      return known
          .map(it -> env.schemes().of(it.scheme()))
          .orElseGet(() -> env.schemes().all().get(0).scheme());
    }
    return SchemeIds.require(spec, env, id);
  }

  private String method(Optional<Operation> known, Optional<SnapMessage> snap, Body body) {
    if (givenMethod != null) {
      if (!HttpSyntax.isToken(givenMethod)) {
        throw wrong("expected --method such as POST, got " + Visible.quoted(givenMethod));
      }
      return givenMethod;
    }
    boolean posts = !body.isEmpty() || snap.flatMap(SnapMessage::path).isPresent();
    return known.map(Operation::method).orElse(posts ? "POST" : "GET");
  }

  private String path(Optional<Operation> known, Optional<SnapMessage> snap) {
    String given = target;
    if (given != null) {
      String path = snap.map(it -> it.signedPath(given)).orElse(Target.of(given).path());
      if (!path.startsWith("/")) {
        throw wrong(
            "expected --target as a path that starts with /, or a whole URL, got: " + given);
      }
      return path;
    }
    if (known.isEmpty()) {
      return snap.flatMap(SnapMessage::path)
          .orElseThrow(() -> wrong("expected --operation or --target"));
    }
    String path = known.get().path();
    if (path.isEmpty() || path.contains("{")) {
      throw wrong(
          "expected --target beside --operation "
              + known.get().id()
              + ", whose path is "
              + (path.isEmpty() ? "the merchant's own" : path));
    }
    return path;
  }

  private SignedPart part(Optional<Operation> known) {
    Part part = response ? Part.RESPONSE : Part.REQUEST;
    boolean calledByDoku = known.isPresent() && known.get().isCalledByDoku();
    return SignedPart.of(part, calledByDoku == (part == Part.REQUEST));
  }

  private SigningKey key(String clientId, Scheme scheme, SignedPart part) throws InputException {
    KeyRing keys =
        keyOptions.addedTo(secrets.keysWithoutTokens(env), env, secrets.password(env.variables()));
    SigningKey key =
        keys.find(clientId)
            .flatMap(known -> scheme.signer(known, part))
            .orElseThrow(() -> wrong(missingKey(keys, scheme, clientId)));
    if (key instanceof AsymmetricKey pair && !pair.canSign()) {
      throw wrong("a private RSA key is needed to sign, got a public one; name it by --rsa-key");
    }
    return key;
  }

  private static String missingKey(KeyRing keys, Scheme scheme, String clientId) {
    if (SnapMessage.isSignedByRsa(scheme)) {
      return "a private RSA key is needed to sign by "
          + scheme.id()
          + "; name its PEM file by --rsa-key";
    }
    return keys.isEmpty()
        ? "a secret is needed to sign; set "
            + Env.SECRET_VARIABLE
            + " or use --secret-env, --secret-file or --credentials"
        : "no secret is given for the client id " + clientId;
  }

  private static String join(String base, String path) {
    return Target.of(path).authority().isPresent()
        ? path
        : (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + path;
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }
}
