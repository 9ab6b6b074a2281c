package org.teavm.classlib.java.security;

import java.io.IOException;
import org.teavm.classlib.java.security.spec.TInvalidKeySpecException;
import org.teavm.classlib.java.security.spec.TKeySpec;
import org.teavm.classlib.java.security.spec.TPKCS8EncodedKeySpec;
import org.teavm.classlib.java.security.spec.TRSAPublicKeySpec;
import org.teavm.classlib.java.security.spec.TX509EncodedKeySpec;

/** {@code java.security.KeyFactory} of RSA, for the browser. */
public class TKeyFactory {
  public static TKeyFactory getInstance(String algorithm) throws TNoSuchAlgorithmException {
    return new TKeyFactory();
  }

  public TPublicKey generatePublic(TKeySpec spec) throws TInvalidKeySpecException {
    if (spec instanceof TRSAPublicKeySpec numbers) {
      return TRsaKeys.publicKey(numbers.getModulus(), numbers.getPublicExponent());
    }
    try {
      return TRsaKeys.publicKey(((TX509EncodedKeySpec) spec).getEncoded());
    } catch (IOException | RuntimeException e) {
      throw new TInvalidKeySpecException(e);
    }
  }

  public TPrivateKey generatePrivate(TKeySpec spec) throws TInvalidKeySpecException {
    try {
      return TRsaKeys.privateKey(((TPKCS8EncodedKeySpec) spec).getEncoded());
    } catch (IOException | RuntimeException e) {
      throw new TInvalidKeySpecException(e);
    }
  }
}
