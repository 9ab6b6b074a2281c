package io.github.dokuconformance.probe;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Whether a requirement was met.
 *
 * @param got what came, as a phrase
 * @param status the answer's, where there is one; never for a requirement on the whole run
 * @param attempts how often the message was sent; 0 for a requirement on the whole run
 * @param culprits for a requirement on the whole run, the probes at which it failed
 */
public record ProbeResult(
    Requirement requirement,
    boolean passed,
    String got,
    OptionalInt status,
    int attempts,
    Optional<Effect> effect,
    List<String> culprits) {
  public ProbeResult {
    culprits = List.copyOf(culprits);
  }

  /** Says whether the result makes an endpoint not conformant that is held to that level. */
  public boolean fails(Level gate) {
    return !passed && requirement.level().reaches(gate);
  }
}
