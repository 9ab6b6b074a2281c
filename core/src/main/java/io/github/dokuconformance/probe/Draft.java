package io.github.dokuconformance.probe;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.Signer;
import io.github.dokuconformance.signature.SigningKey;
import java.util.ArrayList;
import java.util.List;

/**
 * A notification before it is signed.
 *
 * @param target where it is sent
 * @param path what is signed as Request-Target
 */
record Draft(
    Target target,
    SigningKey key,
    String clientId,
    String requestId,
    String timestamp,
    String path,
    Body body) {

  Draft to(Target other) {
    return new Draft(other, key, clientId, requestId, timestamp, path, body);
  }

  Draft key(SigningKey other) {
    return new Draft(target, other, clientId, requestId, timestamp, path, body);
  }

  Draft clientId(String other) {
    return new Draft(target, key, other, requestId, timestamp, path, body);
  }

  Draft requestId(String other) {
    return new Draft(target, key, clientId, other, timestamp, path, body);
  }

  Draft timestamp(String other) {
    return new Draft(target, key, clientId, requestId, other, path, body);
  }

  Draft path(String other) {
    return new Draft(target, key, clientId, requestId, timestamp, other, body);
  }

  /** Returns the POST with DOKU's four headers and those that any HTTP client adds. */
  Request sign() {
    List<Header> headers =
        new ArrayList<>(Signer.request(key, clientId, requestId, timestamp, path, body).list());
    headers.add(new Header("Content-Type", "application/json"));
    headers.add(new Header("Accept", "*/*"));
    headers.add(new Header("User-Agent", "doku-conformance-notify"));
    return new Request("POST", target, new Headers(headers), body);
  }
}
