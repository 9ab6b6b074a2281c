package io.github.dokuconformance.probe;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.sandbox.order.OrderState;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/**
 * Everything that a recipe may use.
 *
 * @param form what is sent
 * @param other an order that is not the message's own
 * @param requestId unused so far
 * @param given where the merchant gave a token, for what is sent with one
 */
record Setting(
    NotificationForm form,
    Merchant merchant,
    ProbedOrder order,
    ProbedOrder other,
    String requestId,
    Instant now,
    Optional<Desk> given) {

  Setting(
      NotificationForm form,
      Merchant merchant,
      ProbedOrder order,
      ProbedOrder other,
      String requestId,
      Instant now) {
    this(form, merchant, order, other, requestId, now, Optional.empty());
  }

  Setting withOrder(ProbedOrder changed) {
    return new Setting(form, merchant, changed, other, requestId, now, given);
  }

  /** Returns where the merchant gave a token. */
  Desk desk() {
    return given.orElseThrow();
  }

  AccessToken token() {
    return desk().token();
  }

  /** Returns the body of a payment that succeeded, before it is spelt. */
  ObjectNode success() {
    return form.of(this, OrderState.SUCCESS);
  }

  /** Returns the body of a payment that failed, before it is spelt. */
  ObjectNode failure() {
    return form.of(this, OrderState.FAILED);
  }

  /** Returns a message as DOKU would send it, still to be signed. */
  ProbeDraft draft() {
    return draft(Spelling.compact(success()));
  }

  ProbeDraft draft(String body) {
    return draft(Body.ofUtf8(body));
  }

  ProbeDraft draft(Body body) {
    Components components =
        Components.of(
                SignedPart.NOTIFICATION, form.operation().method(), merchant.target().path(), body)
            .withClientId(merchant.clientId())
            .withRequestId(requestId)
            .withTimestamp(Timestamps.format(now))
            .withToken(given.map(Desk::token));
    return new ProbeDraft(form.scheme(), merchant.target(), merchant.key(), components);
  }

  /** Returns a message as DOKU would send it. */
  Request genuine() {
    return draft().sign();
  }
}
