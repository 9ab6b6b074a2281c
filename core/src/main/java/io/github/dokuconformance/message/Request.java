package io.github.dokuconformance.message;

import static java.util.Objects.requireNonNull;

/** A request as it was sent. */
public record Request(String method, Target target, Headers headers, Body body) implements Message {
  public Request {
    requireNonNull(method, "method");
    requireNonNull(target, "target");
    requireNonNull(headers, "headers");
    requireNonNull(body, "body");
  }

  public Request withHeaders(Headers other) {
    return new Request(method, target, other, body);
  }

  public Request withBody(Body other) {
    return new Request(method, target, headers, other);
  }
}
