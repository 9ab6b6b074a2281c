package org.teavm.classlib.java.security.spec;

/** {@code java.security.spec.KeySpec}, for the browser. */
public interface TKeySpec {}
