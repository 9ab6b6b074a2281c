package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import java.util.Map;
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

  SigningKey key(String clientId) {
    return keys.find(clientId)
        .flatMap(known -> NonSnap.SCHEME.signer(known, SignedPart.RESPONSE))
        .orElseThrow(() -> new IllegalStateException("expected a merchant that is known"));
  }

  Set<String> clientIds() {
    return keys.byClientId().keySet();
  }
}
