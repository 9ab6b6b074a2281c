package io.github.dokuconformance.sandbox.fault;

import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Instant;
import java.util.Optional;

/**
 * A response that is still to be signed.
 *
 * @param scheme by which it is signed
 * @param key that signs it; without one, it carries no signature
 * @param components what is signed, but for the timestamp
 */
public record FaultDraft(
    Scheme scheme, int status, Optional<SigningKey> key, Instant now, Components components) {
  /** Returns the answer to that request, with that body. */
  public static FaultDraft answering(
      Scheme scheme, Request request, int status, Body body, SigningKey key, Instant now) {
    return of(scheme, request, status, body, Optional.of(key), now);
  }

  /** As the other, of an operation whose answers carry no signature. */
  public static FaultDraft unsigned(
      Scheme scheme, Request request, int status, Body body, Instant now) {
    return of(scheme, request, status, body, Optional.empty(), now);
  }

  private static FaultDraft of(
      Scheme scheme,
      Request request,
      int status,
      Body body,
      Optional<SigningKey> key,
      Instant now) {
    return new FaultDraft(
        scheme,
        status,
        key,
        now,
        Components.of(SignedPart.RESPONSE, request.method(), request.target().path(), body)
            .withClientId(value(scheme, HeaderRole.CLIENT_ID, request))
            .withRequestId(value(scheme, HeaderRole.REQUEST_ID, request)));
  }

  private static String value(Scheme scheme, HeaderRole role, Request request) {
    return scheme.value(role, Part.REQUEST, request.headers()).orElse("");
  }

  public Response sign() {
    Headers headers =
        key.map(one -> scheme.sign(components.withTimestamp(Timestamps.format(now)), one))
            .orElse(Headers.of());
    return new Response(status, headers.with("Content-Type", "application/json"), body());
  }

  public Body body() {
    return components.body();
  }

  public String requestId() {
    return components.requestId();
  }

  FaultDraft withBody(Body other) {
    return new FaultDraft(scheme, status, key, now, components.withBody(other));
  }

  FaultDraft withKey(SigningKey other) {
    return new FaultDraft(scheme, status, Optional.of(other), now, components);
  }

  FaultDraft withRequestId(String other) {
    return new FaultDraft(scheme, status, key, now, components.withRequestId(other));
  }

  FaultDraft withNow(Instant other) {
    return new FaultDraft(scheme, status, key, other, components);
  }
}
