package io.github.dokuconformance.message;

/** A request or a response: headers and the exact body bytes. */
public sealed interface Message permits Request, Response {
  Headers headers();

  Body body();
}
