package io.github.dokuconformance.sandbox;

import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantKeys;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.SymmetricKey;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** The merchants that the sandbox knows, their keys, and DOKU's own. Immutable. */
final class Merchants {
  private final KeyRing keys;
  private final Supplier<AsymmetricKey> doku;

  /**
   * @param doku DOKU's key pair, asked for when it is first needed
   */
  Merchants(Map<String, MerchantKeys> byClientId, Supplier<AsymmetricKey> doku) {
    this.keys = KeyRing.of(byClientId);
    this.doku = doku;
  }

  /** Returns what merchants' requests are verified with. */
  KeyRing keys() {
    return keys;
  }

  /** Returns what DOKU's requests can be verified with, too. */
  KeyRing keysWithDoku() {
    return keys.withEach(this::withDoku);
  }

  private MerchantKeys withDoku(MerchantKeys known) {
    return new MerchantKeys(known.secrets(), known.own(), List.of(doku.get()), known.tokens());
  }

  /** Returns what signs that part in a merchant's name by a scheme. */
  SigningKey key(String clientId, Scheme scheme, SignedPart part) {
    MerchantKeys known =
        keys.find(clientId)
            .orElseThrow(() -> new IllegalStateException("expected a merchant that is known"));
    Optional<? extends SigningKey> shared = scheme.signer(known, part);
    if (shared.isPresent() && shared.get() instanceof SymmetricKey secret) {
      return secret;
    }
    return scheme
        .signer(withDoku(known), part)
        .orElseThrow(
            () -> new IllegalStateException("expected a merchant with a key of " + scheme.id()));
  }

  /** Returns the only merchant; nothing where there are several. */
  Optional<String> onlyClientId() {
    return clientIds().size() == 1 ? clientIds().stream().findFirst() : Optional.empty();
  }

  Set<String> clientIds() {
    return keys.byClientId().keySet();
  }
}
