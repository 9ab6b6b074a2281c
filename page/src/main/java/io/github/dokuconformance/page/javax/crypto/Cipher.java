package io.github.dokuconformance.page.javax.crypto;

import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.Key;

/** {@code javax.crypto.Cipher}: the browser opens no encrypted key. */
public class Cipher {
  public static final int DECRYPT_MODE = 2;

  @SuppressWarnings("DoNotCallSuggester") // As on the platform, who calls it catches.
  public static Cipher getInstance(String name) throws GeneralSecurityException {
    throw new GeneralSecurityException(name);
  }

  public void init(int mode, Key key, AlgorithmParameters parameters) {}
}
