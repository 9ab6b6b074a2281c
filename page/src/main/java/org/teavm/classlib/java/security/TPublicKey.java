package org.teavm.classlib.java.security;

/** {@code java.security.PublicKey}, for the browser. */
public interface TPublicKey extends TKey {}
