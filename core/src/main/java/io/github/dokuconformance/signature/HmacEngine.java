package io.github.dokuconformance.signature;

import io.github.dokuconformance.message.Body;

/**
 * Something that computes hashes and HMACs.
 *
 * <p>There are two, held equal by every test vector: a readable reference and a fast one. Thread
 * safe; a {@link Mac} is too.
 */
public interface HmacEngine {
  /** Returns the hash of the body's exact bytes. */
  byte[] digest(Hash hash, Body body);

  /** Returns the HMAC with that key; an empty key is allowed, as RFC 2104 does. */
  Mac hmac(Hash hash, byte[] key);

  /** Returns the engine on Bouncy Castle's lightweight API: the reference. */
  static HmacEngine reference() {
    return BouncyCastleEngine.INSTANCE;
  }

  /** Returns the engine on the JDK's provider, which uses the processor's SHA instructions. */
  static HmacEngine fastest() {
    return JdkEngine.INSTANCE;
  }

  /** An HMAC with one key. */
  @FunctionalInterface
  interface Mac {
    /** Returns the MAC of the bytes, as long as the hash. */
    byte[] mac(byte[] bytes);
  }
}
