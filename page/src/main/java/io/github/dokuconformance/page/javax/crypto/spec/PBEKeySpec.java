package io.github.dokuconformance.page.javax.crypto.spec;

import java.security.spec.KeySpec;

/** {@code javax.crypto.spec.PBEKeySpec}: the browser opens no encrypted key. */
public class PBEKeySpec implements KeySpec {
  public PBEKeySpec(char[] password) {}
}
