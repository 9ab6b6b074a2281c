package io.github.dokuconformance.message;

import static java.util.Objects.requireNonNull;

/** A response as it was received. */
public record Response(int status, Headers headers, Body body) implements Message {
  public Response {
    requireNonNull(headers, "headers");
    requireNonNull(body, "body");
  }

  public Response withHeaders(Headers other) {
    return new Response(status, other, body);
  }

  public Response withBody(Body other) {
    return new Response(status, headers, other);
  }
}
