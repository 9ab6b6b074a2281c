package io.github.dokuconformance.signature;

/**
 * Something to sign or to verify with. Thread safe; prints as a placeholder.
 *
 * <p>A scheme takes one kind, and refuses the other by IllegalArgumentException.
 */
public sealed interface SigningKey permits SymmetricKey, AsymmetricKey {
  /** Returns a secret that both sides have, on the fast engine. */
  static SymmetricKey of(MerchantSecret secret) {
    return SymmetricKey.of(secret, HmacEngine.fastest());
  }

  static SymmetricKey of(MerchantSecret secret, HmacEngine engine) {
    return SymmetricKey.of(secret, engine);
  }

  /** Returns six hex digits by which two people can compare keys without showing them. */
  String checkValue();
}
