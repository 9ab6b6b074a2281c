package io.github.dokuconformance.rules;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.KeyRing;
import java.time.Instant;
import java.util.Optional;

/**
 * What a check knows beside the exchange.
 *
 * @param contract whose operations the exchange may be
 * @param schemes by which it may be signed
 * @param now when the exchange is taken to happen, for the window of Request-Timestamp; without it
 *     the time that the recording names is used, and without that the window is not judged
 * @param notificationPath path of the Notification URL configured at DOKU
 * @param showsExpectedSignature whether a finding may hold a signature made with the secret; only
 *     for a person who owns it and asked, for with that signature anybody can send the message
 */
public record CheckContext(
    Contract contract,
    Schemes schemes,
    KeyRing keys,
    Optional<Instant> now,
    Optional<String> notificationPath,
    boolean showsExpectedSignature) {
  private static final CheckContext NOTHING =
      new CheckContext(
          Contract.bundled(),
          Schemes.bundled(),
          KeyRing.empty(),
          Optional.empty(),
          Optional.empty(),
          false);

  /** Returns a context of the bundled contract that knows nothing: signatures stay unchecked. */
  public static CheckContext nothing() {
    return NOTHING;
  }

  public CheckContext withContract(Contract other) {
    return new CheckContext(other, schemes, keys, now, notificationPath, showsExpectedSignature);
  }

  public CheckContext withSchemes(Schemes other) {
    return new CheckContext(contract, other, keys, now, notificationPath, showsExpectedSignature);
  }

  public CheckContext withKeys(KeyRing other) {
    return new CheckContext(
        contract, schemes, other, now, notificationPath, showsExpectedSignature);
  }

  public CheckContext withNow(Instant instant) {
    return new CheckContext(
        contract, schemes, keys, Optional.of(instant), notificationPath, showsExpectedSignature);
  }

  public CheckContext withNotificationPath(String path) {
    return new CheckContext(
        contract, schemes, keys, now, Optional.of(path), showsExpectedSignature);
  }

  public CheckContext showingExpectedSignature() {
    return new CheckContext(contract, schemes, keys, now, notificationPath, true);
  }
}
