package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.rules.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.SigningKey;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** The merchants that the sandbox knows, and their keys. Immutable. */
final class Merchants {
  private final KeyRing keys;

  Merchants(Map<String, MerchantSecret> secrets) {
    Map<String, SigningKey> byClientId = new HashMap<>();
    secrets.forEach((clientId, secret) -> byClientId.put(clientId, SigningKey.of(secret)));
    this.keys = KeyRing.of(byClientId);
  }

  KeyRing keys() {
    return keys;
  }

  SigningKey key(String clientId) {
    return keys.find(clientId)
        .orElseThrow(() -> new IllegalStateException("expected a merchant that is known"));
  }

  Set<String> clientIds() {
    return keys.byClientId().keySet();
  }
}
