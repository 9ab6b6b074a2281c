package io.github.dokuconformance.page.javax.crypto;

import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.spec.PKCS8EncodedKeySpec;

/** {@code javax.crypto.EncryptedPrivateKeyInfo}: the browser opens none. */
public class EncryptedPrivateKeyInfo {
  public EncryptedPrivateKeyInfo(byte[] der) throws IOException {
    throw new IOException("the page opens no encrypted key");
  }

  public String getAlgName() {
    return "";
  }

  public AlgorithmParameters getAlgParameters() {
    return null;
  }

  public PKCS8EncodedKeySpec getKeySpec(Cipher cipher) {
    throw new IllegalStateException();
  }
}
