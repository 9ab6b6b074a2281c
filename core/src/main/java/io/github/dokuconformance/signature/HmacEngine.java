package io.github.dokuconformance.signature;

import io.github.dokuconformance.message.Body;

/**
 * Something that computes SHA-256 and HMAC-SHA256.
 *
 * <p>There are two, held equal by every test vector: a readable reference and a fast one. Thread
 * safe; a {@link Mac} is too.
 */
public interface HmacEngine {
  /** Returns the SHA-256 of the body's exact bytes: 32 bytes. */
  byte[] digest(Body body);

  /** Returns HMAC-SHA256 with that key; an empty key is allowed, as RFC 2104 does. */
  Mac sha256(byte[] key);

  /** Returns the engine on Bouncy Castle's lightweight API: the reference. */
  static HmacEngine reference() {
    return BouncyCastleEngine.INSTANCE;
  }

  /** Returns the engine on the JDK's provider, which uses the processor's SHA instructions. */
  static HmacEngine fastest() {
    return JdkEngine.INSTANCE;
  }

  /** HMAC-SHA256 with one key. */
  @FunctionalInterface
  interface Mac {
    /** Returns the MAC of the bytes: 32 bytes. */
    byte[] mac(byte[] bytes);
  }
}
