package io.github.dokuconformance.sandbox;

import java.security.SecureRandom;
import java.util.Base64;

/** Makes what nobody can guess. */
final class Nonce {
  private static final int BYTES = 24;

  private Nonce() {}

  /** Returns 32 characters that stand in URLs, headers and forms as they are. */
  static String make() {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
