package io.github.dokuconformance.signature;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The keys of a run: by client id, and those for any other client id. Immutable and thread safe;
 * prints as a placeholder.
 */
public final class KeyRing {
  private static final KeyRing EMPTY = new KeyRing(Map.of(), null);

  private final Map<String, MerchantKeys> byClientId;
  private final @Nullable MerchantKeys any;

  private KeyRing(Map<String, MerchantKeys> byClientId, @Nullable MerchantKeys any) {
    this.byClientId = Collections.unmodifiableMap(new LinkedHashMap<>(byClientId));
    this.any = any;
  }

  public static KeyRing empty() {
    return EMPTY;
  }

  /** Returns a ring with one key, whatever the client id. */
  public static KeyRing of(SigningKey key) {
    return EMPTY.withAny(MerchantKeys.of(key));
  }

  /** Returns a ring with one key of one client id. */
  public static KeyRing of(String clientId, SigningKey key) {
    return of(Map.of(clientId, MerchantKeys.of(key)));
  }

  public static KeyRing of(Map<String, MerchantKeys> byClientId) {
    return new KeyRing(byClientId, null);
  }

  public KeyRing withAny(MerchantKeys keys) {
    return new KeyRing(byClientId, requireNonNull(keys, "keys"));
  }

  /** Returns a ring in which the keys of each client id, and those for any, are changed alike. */
  public KeyRing withEach(UnaryOperator<MerchantKeys> change) {
    Map<String, MerchantKeys> changed = new LinkedHashMap<>();
    byClientId.forEach((id, keys) -> changed.put(id, change.apply(keys)));
    return new KeyRing(changed, change.apply(any != null ? any : MerchantKeys.none()));
  }

  /** Returns a ring without the tokens. */
  public KeyRing withoutTokens() {
    Map<String, MerchantKeys> changed = new LinkedHashMap<>();
    byClientId.forEach((id, keys) -> changed.put(id, keys.withoutTokens()));
    return new KeyRing(changed, any == null ? null : any.withoutTokens());
  }

  /** Returns the keys of that client id, or those for any. */
  public Optional<MerchantKeys> find(String clientId) {
    MerchantKeys keys = byClientId.get(clientId);
    return Optional.ofNullable(keys != null ? keys : any);
  }

  /** Returns the keys that belong to a client id, in the order in which they were given. */
  public Map<String, MerchantKeys> byClientId() {
    return byClientId;
  }

  /** Returns what nobody else may read of the keys, as a text could hold it. */
  public List<MerchantSecret> secrets() {
    List<MerchantSecret> secrets = new ArrayList<>();
    Stream.concat(byClientId.values().stream(), Stream.ofNullable(any))
        .forEach(
            keys -> {
              keys.secrets().forEach(key -> secrets.add(key.secret()));
              keys.own().forEach(key -> secrets.addAll(key.secrets()));
              keys.ofDoku().forEach(key -> secrets.addAll(key.secrets()));
              keys.tokens().values().forEach(t -> secrets.add(MerchantSecret.of(t.expose())));
            });
    return secrets;
  }

  /** Returns what takes the secrets out of a text. */
  public SecretMask mask() {
    return SecretMask.of(secrets());
  }

  public boolean isEmpty() {
    return byClientId.isEmpty() && any == null;
  }

  @Override
  public String toString() {
    return "KeyRing[" + byClientId.size() + " client ids]";
  }
}
