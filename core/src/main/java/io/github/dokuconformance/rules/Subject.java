package io.github.dokuconformance.rules;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * An exchange made ready for the rules: its operation recognised, its bodies read once.
 *
 * <p>Immutable and thread safe.
 *
 * @param requestJson tree of the request's body; missing where it has none
 * @param responseJson tree of the response's body; missing where it has none
 */
public record Subject(
    Exchange exchange,
    Optional<Operation> operation,
    CheckContext context,
    JsonBody requestBody,
    JsonBody responseBody,
    JsonNode requestJson,
    JsonNode responseJson) {
  public Subject {
    requireNonNull(exchange, "exchange");
    requireNonNull(operation, "operation");
    requireNonNull(context, "context");
  }

  /** Reads an exchange's bodies. */
  public static Subject of(
      Exchange exchange,
      Optional<Operation> operation,
      JsonBody requestBody,
      CheckContext context) {
    JsonBody responseBody =
        JsonBody.read(exchange.response().map(Response::body).orElse(Body.none()));
    return new Subject(
        exchange,
        operation,
        context,
        requestBody,
        responseBody,
        requestBody.root().orElse(MissingNode.getInstance()),
        responseBody.root().orElse(MissingNode.getInstance()));
  }

  public Request request() {
    return exchange.request();
  }

  public Optional<Response> response() {
    return exchange.response();
  }

  public Headers requestHeaders() {
    return exchange.request().headers();
  }

  public Headers responseHeaders() {
    return exchange.response().map(Response::headers).orElse(Headers.none());
  }

  /** Returns when the exchange is taken to happen, where anything tells. */
  public Optional<Instant> now() {
    return context.now().isPresent() ? context.now() : exchange.recordedAt();
  }

  public boolean is(String operationId) {
    return operation.isPresent() && operation.get().id().equals(operationId);
  }

  public boolean isNotification() {
    return operation.isPresent() && operation.get().isNotification();
  }

  /** Tells whether DOKU answered, and with success: only then the response's schema holds. */
  public boolean succeeded() {
    return exchange.response().isPresent()
        && exchange.response().get().status() >= 200
        && exchange.response().get().status() < 300;
  }
}
