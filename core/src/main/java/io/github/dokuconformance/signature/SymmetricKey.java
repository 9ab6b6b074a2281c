package io.github.dokuconformance.signature;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.message.Body;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A secret made ready on an engine, so that a key schedule is computed once for many messages.
 *
 * <p>Thread safe; prints as a placeholder.
 */
public final class SymmetricKey implements SigningKey {
  private final MerchantSecret secret;
  private final HmacEngine engine;
  private final Map<Hash, HmacEngine.Mac> macs = new ConcurrentHashMap<>();

  private SymmetricKey(MerchantSecret secret, HmacEngine engine) {
    this.secret = requireNonNull(secret, "secret");
    this.engine = requireNonNull(engine, "engine");
  }

  static SymmetricKey of(MerchantSecret secret, HmacEngine engine) {
    return new SymmetricKey(secret, engine);
  }

  public MerchantSecret secret() {
    return secret;
  }

  @Override
  public String checkValue() {
    return secret.checkValue();
  }

  /** Returns the HMAC of the bytes. */
  public byte[] hmac(Hash hash, byte[] bytes) {
    HmacEngine.Mac mac = macs.get(hash);
    if (mac == null) {
      mac = macs.computeIfAbsent(hash, it -> engine.hmac(it, secret.exposeForMac()));
    }
    return mac.mac(bytes);
  }

  /** Returns the hash of the body's exact bytes, from the key's engine. */
  public byte[] digest(Hash hash, Body body) {
    return engine.digest(hash, body);
  }

  @Override
  public String toString() {
    return "SymmetricKey[***]";
  }
}
