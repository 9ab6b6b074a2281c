package io.github.dokuconformance.signature;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.message.Body;
import java.util.Optional;

/**
 * What a message says that its scheme may sign: the values as they are sent, none of them changed.
 *
 * <p>Which of them go into the string to sign, in what order and under what names, is the scheme's.
 * What is not set is empty.
 *
 * @param method of the request, also where its response is signed
 * @param target the path alone: of DOKU's API, or of the merchant's own URL that DOKU calls; for a
 *     response that of its request
 * @param token that the request carries, where its scheme has one
 * @param body the exact bytes
 */
public record Components(
    SignedPart part,
    String clientId,
    String requestId,
    String timestamp,
    String method,
    String target,
    Optional<AccessToken> token,
    Body body) {
  public Components {
    requireNonNull(part, "part");
    requireNonNull(clientId, "clientId");
    requireNonNull(requestId, "requestId");
    requireNonNull(timestamp, "timestamp");
    requireNonNull(method, "method");
    requireNonNull(target, "target");
    requireNonNull(token, "token");
    requireNonNull(body, "body");
  }

  public static Components of(SignedPart part, String method, String target, Body body) {
    return new Components(part, "", "", "", method, target, Optional.empty(), body);
  }

  public Components withClientId(String other) {
    return new Components(part, other, requestId, timestamp, method, target, token, body);
  }

  public Components withRequestId(String other) {
    return new Components(part, clientId, other, timestamp, method, target, token, body);
  }

  public Components withTimestamp(String other) {
    return new Components(part, clientId, requestId, other, method, target, token, body);
  }

  public Components withTarget(String other) {
    return new Components(part, clientId, requestId, timestamp, method, other, token, body);
  }

  public Components withToken(AccessToken other) {
    return new Components(
        part, clientId, requestId, timestamp, method, target, Optional.of(other), body);
  }

  /** Returns these with a token where there is one. */
  public Components withToken(Optional<AccessToken> other) {
    return other.map(this::withToken).orElse(this);
  }

  public Components withBody(Body other) {
    return new Components(part, clientId, requestId, timestamp, method, target, token, other);
  }

  /** Returns what a header of that role says; nothing of the signature. */
  public Optional<String> value(HeaderRole role) {
    return switch (role) {
      case CLIENT_ID -> Optional.of(clientId);
      case REQUEST_ID -> Optional.of(requestId);
      case TIMESTAMP -> Optional.of(timestamp);
      case AUTHORIZATION -> token.map(it -> AccessToken.SCHEME + it.expose());
      case SIGNATURE -> Optional.empty();
    };
  }
}
