package io.github.dokuconformance.sandbox.notification;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.sandbox.answer.AnswerTemplate;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.sandbox.order.OrderState;
import io.github.dokuconformance.sandbox.order.OrderValues;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/**
 * One notification: its Request-Id and body stay the same over all attempts.
 *
 * <p>Source: dashboard.doku.com, Akulaku notification (documented: body, and a Request-Id by which
 * duplicates are known). That a retry is stamped and signed anew is assumed.
 */
record Notification(Operation operation, Order order, String requestId, Body body) {

  /** Returns the one that tells of an order as it stands, where its channel has one. */
  static Optional<Notification> of(
      Contract contract, Answers answers, Order order, Function<Scheme, String> ids) {
    return contract
        .operation(order.channel(), Role.NOTIFICATION)
        .filter(operation -> isTold(operation, answers, order))
        .map(
            operation ->
                of(operation, answers, order, ids.apply(Schemes.bundled().of(operation.scheme()))));
  }

  private static boolean isTold(Operation operation, Answers answers, Order order) {
    return template(operation, answers, order)
        .map(template -> template.tellsOf(order.state().name()))
        .orElse(false);
  }

  private static Notification of(
      Operation operation, Answers answers, Order order, String requestId) {
    AnswerTemplate template = template(operation, answers, order).orElseThrow();
    Body body = JsonTree.write(template.render(OrderValues.of(order)));
    return new Notification(operation, order, requestId, body);
  }

  private static Optional<AnswerTemplate> template(
      Operation operation, Answers answers, Order order) {
    return answers.find(operation, order.channel(), order.method());
  }

  /** Returns an older one, which says that the payment failed; nothing where none says that. */
  Optional<Notification> olderFailure(Answers answers, String otherRequestId) {
    Order earlier = order.with(OrderState.FAILED, order.changed().minusSeconds(1));
    return isTold(operation, answers, earlier)
        ? Optional.of(of(operation, answers, earlier, otherRequestId))
        : Optional.empty();
  }

  /** Returns the body with another status, or another amount: what a forger would want. */
  Body altered(Answers answers) {
    OrderState other = order.state() == OrderState.SUCCESS ? OrderState.FAILED : OrderState.SUCCESS;
    Order changed = order.with(other, order.changed());
    return of(
            operation,
            answers,
            isTold(operation, answers, changed) ? changed : order.withAmount(order.amount() + 1),
            requestId)
        .body();
  }

  /** Returns the request that carries it, signed for that URL's path. */
  Request sign(Scheme scheme, SigningKey key, URI url, Optional<AccessToken> token, Instant now) {
    Target target = Target.of(url);
    Components components =
        Components.of(SignedPart.NOTIFICATION, operation.method(), target.path(), body)
            .withClientId(order.clientId())
            .withRequestId(requestId)
            .withTimestamp(Timestamps.format(now))
            .withToken(token);
    Headers headers = scheme.sign(components, key).with("Content-Type", "application/json");
    return new Request(operation.method(), target, headers, body);
  }

  /** Returns the request without a signature: what was not sent, for want of a token. */
  Request unsigned(URI url) {
    return new Request(operation.method(), Target.of(url), Headers.none(), body);
  }
}
