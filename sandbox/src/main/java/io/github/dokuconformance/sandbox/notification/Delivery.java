package io.github.dokuconformance.sandbox.notification;

import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.fault.Fault;
import java.util.Optional;

/**
 * One attempt to deliver a notification.
 *
 * @param attempt 1 for the first
 * @param exchange the notification as sent, with the merchant's answer where one came
 * @param error why none came
 * @param fault what was wrong with it on purpose
 */
public record Delivery(
    String clientId,
    String invoiceNumber,
    int attempt,
    Exchange exchange,
    Optional<String> error,
    Optional<Fault> fault) {

  /** Returns the id of the notification's operation. */
  public String operation() {
    return exchange.operation().orElse("");
  }

  /** Tells whether it went out: without a token that it has to carry, it does not. */
  public boolean isSent() {
    return !exchange.request().headers().list().isEmpty();
  }

  /** Tells whether the merchant took it: any 2xx, as DOKU's best practice page has it. */
  public boolean isAcknowledged() {
    return status() / 100 == 2;
  }

  /** Returns the status of the merchant's answer, or 0. */
  public int status() {
    return exchange.response().map(Response::status).orElse(0);
  }

  /** Returns {@code acknowledged}, {@code rejected} or {@code unreachable}. */
  public String outcome() {
    if (exchange.response().isEmpty()) {
      return "unreachable";
    }
    return isAcknowledged() ? "acknowledged" : "rejected";
  }
}
