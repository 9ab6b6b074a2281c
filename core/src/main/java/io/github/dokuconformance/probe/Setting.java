package io.github.dokuconformance.probe;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Instant;

/**
 * Everything that a recipe may use.
 *
 * @param other an order that is not the message's own
 * @param requestId unused so far
 */
record Setting(Merchant merchant, Order order, Order other, String requestId, Instant now) {

  Setting withOrder(Order changed) {
    return new Setting(merchant, changed, other, requestId, now);
  }

  /** Returns a message as DOKU would send it, still to be signed. */
  Draft draft() {
    return draft(Body.ofUtf8(Spelling.compact(NotificationTree.success(this))));
  }

  Draft draft(String body) {
    return draft(Body.ofUtf8(body));
  }

  Draft draft(Body body) {
    return new Draft(
        merchant.target(),
        merchant.key(),
        Components.of(SignedPart.NOTIFICATION, "POST", merchant.target().path(), body)
            .withClientId(merchant.clientId())
            .withRequestId(requestId)
            .withTimestamp(Timestamps.format(now)));
  }

  /** Returns a message as DOKU would send it. */
  Request genuine() {
    return draft().sign();
  }
}
