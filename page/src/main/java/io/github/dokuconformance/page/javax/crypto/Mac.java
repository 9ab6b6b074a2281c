package io.github.dokuconformance.page.javax.crypto;

import io.github.dokuconformance.page.javax.crypto.spec.SecretKeySpec;
import java.security.Key;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/** {@code javax.crypto.Mac} for the browser: HMAC (RFC 2104). */
public class Mac implements Cloneable {
  private final String hash;
  private final int block;
  private byte[] key = new byte[0];

  private Mac(String hash, int block) {
    this.hash = hash;
    this.block = block;
  }

  public static Mac getInstance(String name) throws NoSuchAlgorithmException {
    return switch (name) {
      case "HmacMD5" -> new Mac("MD5", 64);
      case "HmacSHA1" -> new Mac("SHA-1", 64);
      case "HmacSHA256" -> new Mac("SHA-256", 64);
      case "HmacSHA384" -> new Mac("SHA-384", 128);
      case "HmacSHA512" -> new Mac("SHA-512", 128);
      case "HmacSHA512/256" -> new Mac("SHA-512/256", 128);
      default -> throw new NoSuchAlgorithmException(name);
    };
  }

  public void init(Key secret) {
    byte[] bytes = ((SecretKeySpec) secret).getEncoded();
    key = Arrays.copyOf(bytes.length > block ? newDigest().digest(bytes) : bytes, block);
  }

  public byte[] doFinal(byte[] text) {
    return outer(0x5c, outer(0x36, text));
  }

  private byte[] outer(int pad, byte[] text) {
    byte[] padded = key.clone();
    for (int i = 0; i < block; i++) {
      padded[i] ^= (byte) pad;
    }
    MessageDigest digest = newDigest();
    digest.update(padded);
    return digest.digest(text);
  }

  private MessageDigest newDigest() {
    try {
      return MessageDigest.getInstance(hash);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public Object clone() throws CloneNotSupportedException {
    return super.clone();
  }
}
