package org.teavm.classlib.java.security;

/** {@code java.security.PrivateKey}, for the browser. */
public interface TPrivateKey extends TKey {}
