package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The merchants that the sandbox knows, and their keys. Immutable. */
final class Merchants {
  private final KeyRing keys;

  Merchants(Map<String, MerchantKeys> byClientId) {
    this.keys = KeyRing.of(byClientId);
  }

  KeyRing keys() {
    return keys;
  }

  /** Returns what signs that part in a merchant's name by a scheme. */
  SigningKey key(String clientId, Scheme scheme, SignedPart part) {
    return keys.find(clientId)
        .flatMap(known -> scheme.signer(known, part))
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "expected a merchant that is known, with a key of " + scheme.id()));
  }

  /** Returns the only merchant; nothing where there are several. */
  Optional<String> onlyClientId() {
    return clientIds().size() == 1 ? clientIds().stream().findFirst() : Optional.empty();
  }

  Set<String> clientIds() {
    return keys.byClientId().keySet();
  }
}
