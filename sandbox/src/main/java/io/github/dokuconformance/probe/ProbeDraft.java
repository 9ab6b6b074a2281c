package io.github.dokuconformance.probe;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SigningKey;
import java.util.ArrayList;
import java.util.List;

/**
 * A notification before it is signed.
 *
 * @param scheme by which it is signed
 * @param target where it is sent; the path that is signed stands among the components
 */
record ProbeDraft(Scheme scheme, Target target, SigningKey key, Components components) {

  ProbeDraft to(Target other) {
    return new ProbeDraft(scheme, other, key, components);
  }

  ProbeDraft key(SigningKey other) {
    return new ProbeDraft(scheme, target, other, components);
  }

  ProbeDraft clientId(String other) {
    return new ProbeDraft(scheme, target, key, components.withClientId(other));
  }

  ProbeDraft requestId(String other) {
    return new ProbeDraft(scheme, target, key, components.withRequestId(other));
  }

  ProbeDraft timestamp(String other) {
    return new ProbeDraft(scheme, target, key, components.withTimestamp(other));
  }

  ProbeDraft token(AccessToken other) {
    return new ProbeDraft(scheme, target, key, components.withToken(other));
  }

  ProbeDraft path(String other) {
    return new ProbeDraft(scheme, target, key, components.withTarget(other));
  }

  Body body() {
    return components.body();
  }

  /** Returns the POST with the scheme's headers and those that any HTTP client adds. */
  Request sign() {
    List<Header> headers = new ArrayList<>(scheme.sign(components, key).list());
    headers.add(new Header("Content-Type", "application/json"));
    headers.add(new Header("Accept", "*/*"));
    headers.add(new Header("User-Agent", "doku-conformance-notify"));
    return new Request(components.method(), target, new Headers(headers), body());
  }
}
