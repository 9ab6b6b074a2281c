package io.github.dokuconformance.probe;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.signature.SigningKey;

/**
 * Whose endpoint it is.
 *
 * @param target path and query of the notification URL, as configured at DOKU
 */
public record Merchant(String clientId, SigningKey key, Target target) {
  public Merchant {
    requireNonNull(clientId, "clientId");
    requireNonNull(key, "key");
    requireNonNull(target, "target");
  }
}
