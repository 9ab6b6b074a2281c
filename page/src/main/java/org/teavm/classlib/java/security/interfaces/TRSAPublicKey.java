package org.teavm.classlib.java.security.interfaces;

import java.math.BigInteger;
import org.teavm.classlib.java.security.TPublicKey;

/** {@code java.security.interfaces.RSAPublicKey}, for the browser. */
public interface TRSAPublicKey extends TPublicKey, TRSAKey {
  BigInteger getPublicExponent();
}
