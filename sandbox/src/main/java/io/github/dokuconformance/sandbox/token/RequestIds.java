package io.github.dokuconformance.sandbox.token;

import io.github.dokuconformance.signature.Scheme;
import java.security.SecureRandom;
import java.util.UUID;

/** Makes the ids of what DOKU sends. */
public final class RequestIds {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final int DIGITS = 20;

  private RequestIds() {}

  /**
   * Returns one that was not used before.
   *
   * <p>Source: developers.doku.com, SNAP signature component (documented: what comes with a token
   * has an id of digits).
   */
  public static String next(Scheme scheme) {
    return TokenForm.isNeededBy(scheme)
        ? RANDOM
            .ints(DIGITS, '1', '9' + 1)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString()
        : UUID.randomUUID().toString();
  }
}
