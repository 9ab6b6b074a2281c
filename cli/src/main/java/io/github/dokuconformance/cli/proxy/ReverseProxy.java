package io.github.dokuconformance.cli.proxy;

import io.github.dokuconformance.check.Check;
import io.github.dokuconformance.check.CheckResult;
import io.github.dokuconformance.contract.Operation;
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
import io.github.dokuconformance.signature.Component;
import io.github.dokuconformance.signature.Signer;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.io.IOException;
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
  public Outgoing handle(Request request) {
    Instant now = clock.instant();
    String source =
        "#"
            + number.incrementAndGet()
            + " "
            + Visible.line(request.method() + " " + request.target().path());
    Request sent = sign.requests() ? signed(request, now) : request;
    CheckResult alone = check(source, sent, null, now);
    Optional<Response> refusal = SignatureRefusal.of(alone.requestSignature().status());
    if (refusal.isPresent()) {
      listener.passed(new Passed(alone, Passed.Outcome.REFUSED));
      return Outgoing.whole(refusal.get());
    }
    try {
      Response answer = upstream.send(sent);
      Response passed =
          sign.responses() && !isNotification(alone) ? signed(answer, sent, now) : answer;
      listener.passed(new Passed(check(source, sent, passed, now), Passed.Outcome.ANSWERED));
      return Outgoing.whole(passed);
    } catch (IOException e) {
      return unanswered(alone, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return unanswered(alone, "interrupted");
    }
  }

  private CheckResult check(
      String source, Request request, @Nullable Response response, Instant now) {
    return Check.check(
        new Exchange(
            source, Optional.empty(), request, Optional.ofNullable(response), Optional.of(now)),
        context.withNow(now));
  }

  private static boolean isNotification(CheckResult result) {
    return result.operation().map(Operation::isNotification).orElse(false);
  }

  private Outgoing unanswered(CheckResult result, String reason) {
    listener.passed(new Passed(result, Passed.Outcome.UNANSWERED));
    listener.unusable(Visible.line(reason));
    return Outgoing.whole(error(502, "the upstream server can't be used: " + reason));
  }

  /** Signs as the client would; a request whose merchant is not known stays as it came. */
  private Request signed(Request request, Instant now) {
    String id = clientId.or(() -> request.headers().first(Component.CLIENT_ID)).orElse("");
    Optional<SigningKey> key = context.keys().find(id);
    if (key.isEmpty() || id.isEmpty()) {
      return request;
    }
    Headers made =
        Signer.request(
            key.get(),
            id,
            UUID.randomUUID().toString(),
            Timestamps.format(now),
            upstream.path(request.target()),
            request.body());
    return request.withHeaders(replaced(request.headers(), made));
  }

  private Response signed(Response response, Request request, Instant now) {
    String id = request.headers().first(Component.CLIENT_ID).orElse("");
    Optional<SigningKey> key = context.keys().find(id);
    if (key.isEmpty()) {
      return response;
    }
    Headers made =
        Signer.response(
            key.get(),
            id,
            request.headers().first(Component.REQUEST_ID).orElse(""),
            Timestamps.format(now),
            request.target().path(),
            response.body());
    return response.withHeaders(replaced(response.headers(), made));
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
