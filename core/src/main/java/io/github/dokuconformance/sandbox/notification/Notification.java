package io.github.dokuconformance.sandbox.notification;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.sandbox.order.Bodies;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.net.URI;
import java.time.Instant;

/**
 * One notification: its Request-Id and body stay the same over all attempts.
 *
 * <p>Source: dashboard.doku.com, Akulaku notification (documented: body, and a Request-Id by which
 * duplicates are known). That a retry is stamped and signed anew is assumed.
 */
record Notification(Order order, String requestId, Body body) {

  static Notification of(Order order, String requestId) {
    return new Notification(
        order,
        requestId,
        Bodies.notification(order, order.state().transactionStatus(), order.changed()));
  }

  /** Returns an older one, which says that the payment failed. */
  Notification olderFailure(String otherRequestId) {
    Instant earlier = order.changed().minusSeconds(1);
    return new Notification(order, otherRequestId, Bodies.notification(order, "FAILED", earlier));
  }

  /** Returns the body with another status: what a forger would want. */
  Body altered() {
    String text = body.toDisplayText();
    return Body.ofUtf8(
        text.contains("\"SUCCESS\"")
            ? text.replace("\"SUCCESS\"", "\"FAILED\"")
            : text.replace("\"FAILED\"", "\"SUCCESS\""));
  }

  /** Returns the request that carries it, signed for that URL's path. */
  Request sign(SigningKey key, URI url, Instant now) {
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    Headers headers =
        NonSnap.SCHEME
            .sign(
                Components.of(SignedPart.NOTIFICATION, "POST", path, body)
                    .withClientId(order.clientId())
                    .withRequestId(requestId)
                    .withTimestamp(Timestamps.format(now)),
                key)
            .with("Content-Type", "application/json");
    return new Request("POST", Target.of(target), headers, body);
  }
}
