package org.teavm.classlib.java.security;

/** {@code java.security.Security}, for the browser: there are no properties. */
public final class TSecurity {
  private TSecurity() {}

  public static String getProperty(String name) {
    return null;
  }
}
