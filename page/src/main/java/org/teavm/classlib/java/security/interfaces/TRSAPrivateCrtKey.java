package org.teavm.classlib.java.security.interfaces;

import java.math.BigInteger;
import org.teavm.classlib.java.security.TPrivateKey;

/** {@code java.security.interfaces.RSAPrivateCrtKey}, for the browser, which never signs. */
public interface TRSAPrivateCrtKey extends TPrivateKey, TRSAKey {
  BigInteger getPublicExponent();
}
