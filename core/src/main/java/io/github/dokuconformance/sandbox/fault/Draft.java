package io.github.dokuconformance.sandbox.fault;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.signature.Signer;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Instant;

/**
 * A response that is still to be signed.
 *
 * @param path of the request
 */
public record Draft(
    int status,
    Body body,
    SigningKey key,
    String clientId,
    String requestId,
    Instant now,
    String path) {

  public Response sign() {
    Headers headers = Signer.response(key, clientId, requestId, Timestamps.format(now), path, body);
    return new Response(status, headers.with("Content-Type", "application/json"), body);
  }

  Draft withBody(Body other) {
    return new Draft(status, other, key, clientId, requestId, now, path);
  }

  Draft withKey(SigningKey other) {
    return new Draft(status, body, other, clientId, requestId, now, path);
  }

  Draft withRequestId(String other) {
    return new Draft(status, body, key, clientId, other, now, path);
  }

  Draft withNow(Instant other) {
    return new Draft(status, body, key, clientId, requestId, other, path);
  }
}
