package io.github.dokuconformance.cli.proxy;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.sandbox.SignatureRefusal;
import io.github.dokuconformance.sandbox.http.HttpFront;
import io.github.dokuconformance.sandbox.http.Outgoing;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Verifies requests, passes them on, and signs messages afresh where that is wanted.
 *
 * <p>A request whose signature is not right is answered as DOKU answers it, and goes no further.
 * One that breaks the contract otherwise is passed on: the report tells. Thread safe.
 */
public final class ReverseProxy implements HttpFront.Handler {
  private final Upstream upstream;
  private final CheckContext context;
  private final SignWhat sign;
  private final Optional<String> clientId;
  private final Clock clock;
  private final Passed.Listener listener;
  private final AtomicInteger number = new AtomicInteger();

  /**
   * Makes a proxy.
   *
   * @param clientId in whose name requests are signed; without it, in that of their Client-Id
   */
  public ReverseProxy(
      Upstream upstream,
      CheckContext context,
      SignWhat sign,
      Optional<String> clientId,
      Clock clock,
      Passed.Listener listener) {
    this.upstream = upstream;
    this.context = context;
    this.sign = sign;
    this.clientId = clientId;
    this.clock = clock;
    this.listener = listener;
  }

  @Override
  public Outgoing handle(Request request, InetAddress peer) {
    Instant now = clock.instant();
    String source =
        "#"
            + number.incrementAndGet()
            + " "
            + Visible.line(request.method() + " " + request.target().path());
    Request sent = sign.requests() ? signed(request, now) : request;
    CheckResult alone = check(source, sent, null, now);
    Optional<Response> refusal = SignatureRefusal.of(alone, context.contract(), now);
    if (refusal.isPresent()) {
      listener.passed(new Passed(alone, Passed.Outcome.REFUSED));
      return Outgoing.whole(refusal.get());
    }
    try {
      Response answer = upstream.send(sent);
      Response passed = sign.responses() && mayBeSigned(alone) ? signed(answer, sent, now) : answer;
      listener.passed(new Passed(check(source, sent, passed, now), Passed.Outcome.ANSWERED));
      return Outgoing.whole(passed);
    } catch (IOException e) {
      return unanswered(alone, String.valueOf(e.getMessage()));
    }
  }

  private CheckResult check(
      String source, Request request, @Nullable Response response, Instant now) {
    return Check.check(
        new Exchange(
            source, Optional.empty(), request, Optional.ofNullable(response), Optional.of(now)),
        context.withNow(now));
  }

  /** Nobody signs what a merchant answers to a notification. */
  private static boolean mayBeSigned(CheckResult result) {
    return result.operation().map(operation -> operation.isSigned(Part.RESPONSE)).orElse(true);
  }

  private Outgoing unanswered(CheckResult result, String reason) {
    listener.passed(new Passed(result, Passed.Outcome.UNANSWERED));
    listener.unusable(Visible.line(reason));
    return Outgoing.whole(error(502, "the upstream server can't be used: " + reason));
  }

  /** Signs as the client would; a request whose merchant is not known stays as it came. */
  private Request signed(Request request, Instant now) {
    Scheme scheme = scheme(request);
    String id = clientId.or(() -> value(scheme, HeaderRole.CLIENT_ID, request)).orElse("");
    Optional<? extends SigningKey> key = key(id, scheme, SignedPart.REQUEST);
    if (key.isEmpty() || id.isEmpty()) {
      return request;
    }
    Components components =
        Components.of(
                SignedPart.REQUEST,
                request.method(),
                upstream.path(request.target()),
                request.body())
            .withClientId(id)
            .withRequestId(UUID.randomUUID().toString())
            .withTimestamp(Timestamps.format(now));
    return request.withHeaders(replaced(request.headers(), scheme.sign(components, key.get())));
  }

  private Response signed(Response response, Request request, Instant now) {
    Scheme scheme = scheme(request);
    String id = value(scheme, HeaderRole.CLIENT_ID, request).orElse("");
    Optional<? extends SigningKey> key = key(id, scheme, SignedPart.RESPONSE);
    if (key.isEmpty()) {
      return response;
    }
    Components components =
        Components.of(
                SignedPart.RESPONSE, request.method(), request.target().path(), response.body())
            .withClientId(id)
            .withRequestId(value(scheme, HeaderRole.REQUEST_ID, request).orElse(""))
            .withTimestamp(Timestamps.format(now));
    return response.withHeaders(replaced(response.headers(), scheme.sign(components, key.get())));
  }

  /** Returns the scheme of the operation that is called; of none, that whose headers it carries. */
  private Scheme scheme(Request request) {
    String path = upstream.path(request.target());
    Optional<Operation> operation = context.contract().at(request.method(), path);
    return context.schemes().of(operation.map(Operation::scheme), request.headers());
  }

  private Optional<? extends SigningKey> key(String clientId, Scheme scheme, SignedPart part) {
    return context.keys().find(clientId).flatMap(keys -> scheme.signer(keys, part));
  }

  private static Optional<String> value(Scheme scheme, HeaderRole role, Request request) {
    return scheme.value(role, Part.REQUEST, request.headers());
  }

  private static Headers replaced(Headers headers, Headers made) {
    Headers all = headers;
    for (Header header : made.list()) {
      all = all.with(header.name(), header.value());
    }
    return all;
  }

  @Override
  public Outgoing refuse(int status, String reason) {
    if (status == HttpFront.MISDIRECTED || status == HttpFront.FORBIDDEN) {
      listener.turnedAway(reason);
    }
    return Outgoing.whole(error(status, reason));
  }

  @Override
  public Outgoing failed(RuntimeException defect) {
    listener.failed(defect);
    return Outgoing.whole(error(500, "defect of the proxy"));
  }

  private static Response error(int status, String message) {
    return Response.json(
        status, JsonTree.write(JsonNodeFactory.instance.objectNode().put("proxy", message)));
  }
}
