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
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * One notification: its Request-Id and body stay the same over all attempts.
 *
 * <p>Source: dashboard.doku.com, Akulaku notification (documented: body, and a Request-Id by which
 * duplicates are known). That a retry is stamped and signed anew is assumed.
 */
record Notification(Operation operation, Order order, String requestId, Body body) {

  /** Returns the one that tells of an order as it stands, where its channel has one. */
  static Optional<Notification> of(
      Contract contract, Answers answers, Order order, String requestId) {
    return contract
        .operation(order.channel(), Role.NOTIFICATION)
        .filter(operation -> template(operation, answers, order).isPresent())
        .map(operation -> of(operation, answers, order, requestId));
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

  /** Returns an older one, which says that the payment failed. */
  Notification olderFailure(Answers answers, String otherRequestId) {
    Order earlier = order.with(OrderState.FAILED, order.changed().minusSeconds(1));
    return of(operation, answers, earlier, otherRequestId);
  }

  /** Returns the body with another status: what a forger would want. */
  Body altered(Answers answers) {
    OrderState other = order.state() == OrderState.SUCCESS ? OrderState.FAILED : OrderState.SUCCESS;
    return of(operation, answers, order.with(other, order.changed()), requestId).body();
  }

  /** Returns the request that carries it, signed for that URL's path. */
  Request sign(Scheme scheme, SigningKey key, URI url, Instant now) {
    Target target = Target.of(url);
    Headers headers =
        scheme
            .sign(
                Components.of(SignedPart.NOTIFICATION, operation.method(), target.path(), body)
                    .withClientId(order.clientId())
                    .withRequestId(requestId)
                    .withTimestamp(Timestamps.format(now)),
                key)
            .with("Content-Type", "application/json");
    return new Request(operation.method(), target, headers, body);
  }
}
