package io.github.dokuconformance.probe;

import java.util.Optional;

/**
 * What one probe showed.
 *
 * @param answer the last, where the message was sent more than once
 * @param attempts how often it was sent
 */
record Observation(Probe probe, ReceiverAnswer answer, int attempts, Optional<Effect> effect) {
  boolean hasEffect() {
    return effect.isPresent() && effect.get().isSeen();
  }

  /** Says whether it is shown that nothing changed. */
  boolean isWithoutEffect() {
    return effect.isPresent() && effect.get().isKnown() && !effect.get().isSeen();
  }

  /** Says whether an endpoint failed at a message that it had to refuse. */
  boolean isFailureToRefuse() {
    if (probe.expectation() != Expectation.REFUSED || answer.isSuccess()) {
      return false;
    }
    return answer.isServerError()
        || (answer.silence().isPresent()
            && !(probe.mayClose() && answer.is(ReceiverAnswer.Silence.CLOSED)));
  }
}
