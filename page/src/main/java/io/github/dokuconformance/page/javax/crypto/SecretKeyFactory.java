package io.github.dokuconformance.page.javax.crypto;

import java.security.GeneralSecurityException;
import java.security.spec.KeySpec;

/** {@code javax.crypto.SecretKeyFactory}: the browser opens no encrypted key. */
public class SecretKeyFactory {
  @SuppressWarnings("DoNotCallSuggester") // As on the platform, who calls it catches.
  public static SecretKeyFactory getInstance(String name) throws GeneralSecurityException {
    throw new GeneralSecurityException(name);
  }

  public SecretKey generateSecret(KeySpec spec) {
    throw new IllegalStateException();
  }
}
