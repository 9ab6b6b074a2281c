package org.teavm.classlib.java.security.interfaces;

import java.math.BigInteger;

/** {@code java.security.interfaces.RSAKey}, for the browser. */
public interface TRSAKey {
  BigInteger getModulus();
}
