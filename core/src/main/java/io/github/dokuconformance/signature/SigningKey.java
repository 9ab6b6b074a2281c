package io.github.dokuconformance.signature;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.message.Body;

/**
 * A secret made ready on an engine, so that the key schedule is computed once for many messages.
 *
 * <p>Thread safe; prints as a placeholder.
 */
public final class SigningKey {
  private final MerchantSecret secret;
  private final HmacEngine engine;
  private final HmacEngine.Mac mac;

  private SigningKey(MerchantSecret secret, HmacEngine engine) {
    this.secret = requireNonNull(secret, "secret");
    this.engine = requireNonNull(engine, "engine");
    this.mac = engine.sha256(secret.exposeForMac());
  }

  /** Returns a key on the fast engine. */
  public static SigningKey of(MerchantSecret secret) {
    return of(secret, HmacEngine.fastest());
  }

  public static SigningKey of(MerchantSecret secret, HmacEngine engine) {
    return new SigningKey(secret, engine);
  }

  public MerchantSecret secret() {
    return secret;
  }

  String digest(Body body) {
    return StringToSign.digest(body, engine);
  }

  SignatureHeader sign(StringToSign stringToSign) {
    return new SignatureHeader(mac.mac(stringToSign.toUtf8()));
  }

  @Override
  public String toString() {
    return "SigningKey[***]";
  }
}
