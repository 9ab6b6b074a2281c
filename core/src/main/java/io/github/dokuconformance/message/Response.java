package io.github.dokuconformance.message;

import static java.util.Objects.requireNonNull;

/** A response as it was received. */
public record Response(int status, Headers headers, Body body) implements Message {
  public Response {
    requireNonNull(headers, "headers");
    requireNonNull(body, "body");
  }

  /** Returns a response with a JSON body and the header that says so. */
  public static Response json(int status, Body body) {
    return new Response(status, Headers.of("Content-Type", "application/json"), body);
  }

  /** Tells whether the status is 2xx. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  public Response withHeaders(Headers other) {
    return new Response(status, other, body);
  }

  public Response withBody(Body other) {
    return new Response(status, headers, other);
  }
}
