package io.github.dokuconformance.probe;

import io.github.dokuconformance.message.Request;

/** The one place that a run's messages go to. */
@FunctionalInterface
public interface Endpoint {
  /** Sends a message and returns the answer; a failure of the network is an answer too. */
  ReceiverAnswer send(Request request, Transmission delivery);
}
