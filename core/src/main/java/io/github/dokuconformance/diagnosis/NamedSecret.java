package io.github.dokuconformance.diagnosis;

import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.signature.MerchantSecret;

/** Another secret that the user has, with the name to tell it by: a client id, say. */
public record NamedSecret(String name, MerchantSecret secret) {
  public NamedSecret {
    requireNonNull(name, "name");
    requireNonNull(secret, "secret");
  }
}
