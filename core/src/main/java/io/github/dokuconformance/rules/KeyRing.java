package io.github.dokuconformance.rules;

import io.github.dokuconformance.signature.SigningKey;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The keys of a run: by client id, and one for any other client id. Prints as a placeholder. */
public final class KeyRing {
  private static final KeyRing EMPTY = new KeyRing(Map.of(), null);

  private final Map<String, SigningKey> byClientId;
  private final @Nullable SigningKey any;

  private KeyRing(Map<String, SigningKey> byClientId, @Nullable SigningKey any) {
    this.byClientId = Map.copyOf(byClientId);
    this.any = any;
  }

  public static KeyRing empty() {
    return EMPTY;
  }

  /** Returns a ring with one key, whatever the client id. */
  public static KeyRing of(SigningKey key) {
    return new KeyRing(Map.of(), key);
  }

  public static KeyRing of(Map<String, SigningKey> byClientId) {
    return new KeyRing(byClientId, null);
  }

  public KeyRing withAny(SigningKey key) {
    return new KeyRing(byClientId, key);
  }

  /** Returns the key of that client id, or the one for any. */
  public Optional<SigningKey> find(String clientId) {
    SigningKey key = byClientId.get(clientId);
    return Optional.ofNullable(key != null ? key : any);
  }

  /** Returns the keys that belong to a client id. */
  public Map<String, SigningKey> byClientId() {
    return byClientId;
  }

  public boolean isEmpty() {
    return byClientId.isEmpty() && any == null;
  }

  @Override
  public String toString() {
    return "KeyRing[" + byClientId.size() + " client ids]";
  }
}
