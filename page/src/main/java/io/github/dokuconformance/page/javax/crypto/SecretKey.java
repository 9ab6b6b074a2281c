package io.github.dokuconformance.page.javax.crypto;

import java.security.Key;

/** {@code javax.crypto.SecretKey}: the browser opens no encrypted key. */
public interface SecretKey extends Key {}
