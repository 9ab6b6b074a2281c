package org.teavm.classlib.java.security;

/** {@code java.security.AlgorithmParameters}, for the browser, which has none. */
public class TAlgorithmParameters {}
