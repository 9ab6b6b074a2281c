package io.github.dokuconformance.message;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request with, where known, its response.
 *
 * @param source where the exchange was read from, for people: {@code orders.jsonl#1}
 * @param operation the contract's id where the recording names one; otherwise it is recognised
 * @param recordedAt when the request was sent, where the recording says so (a HAR does)
 */
public record Exchange(
    String source,
    Optional<String> operation,
    Request request,
    Optional<Response> response,
    Optional<Instant> recordedAt) {
  public Exchange {
    requireNonNull(source, "source");
    requireNonNull(operation, "operation");
    requireNonNull(request, "request");
    requireNonNull(response, "response");
    requireNonNull(recordedAt, "recordedAt");
  }

  public static Exchange of(String source, Request request, @Nullable Response response) {
    return new Exchange(
        source, Optional.empty(), request, Optional.ofNullable(response), Optional.empty());
  }

  public Exchange withOperation(String id) {
    return new Exchange(source, Optional.of(id), request, response, recordedAt);
  }
}
