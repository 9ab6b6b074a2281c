package io.github.dokuconformance.sandbox.http;

import io.github.dokuconformance.message.Response;

/** A response and how much of it reaches the client. */
public record Outgoing(Response response, Delivery delivery) {

  /** How much of a response is sent. */
  public enum Delivery {
    WHOLE,
    /** The announced length, but only half of the body, then the connection is closed. */
    TRUNCATED,
    /** The connection is closed without an answer. */
    DROPPED
  }

  public static Outgoing whole(Response response) {
    return new Outgoing(response, Delivery.WHOLE);
  }
}
