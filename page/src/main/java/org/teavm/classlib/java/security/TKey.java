package org.teavm.classlib.java.security;

import java.io.Serializable;

/** {@code java.security.Key}, for the browser. */
public interface TKey extends Serializable {
  String getAlgorithm();

  String getFormat();

  byte[] getEncoded();
}
