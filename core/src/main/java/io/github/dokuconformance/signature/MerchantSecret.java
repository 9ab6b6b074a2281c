package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HexFormat;

/**
 * A merchant's Secret Key (DOKU also says "Shared Key"), used as UTF-8 bytes.
 *
 * <p>Prints as a placeholder. The only way to the bytes is {@link #exposeForMac()}, a name to grep
 * for. Immutable; there is no equality, so that a secret is never compared in variable time.
 */
public final class MerchantSecret {
  /** The text whose HMAC-SHA256 begins with a secret's check value. */
  public static final String CHECK_TEXT = "doku-conformance check value";

  private final byte[] bytes;

  private MerchantSecret(byte[] bytes) {
    this.bytes = bytes;
  }

  /** Returns the secret whose key is the UTF-8 form of the text, white space and all. */
  public static MerchantSecret of(String text) {
    return new MerchantSecret(text.getBytes(UTF_8));
  }

  public static MerchantSecret of(byte[] bytes) {
    return new MerchantSecret(bytes.clone());
  }

  /** Returns the key's bytes, to compute a MAC with and for nothing else. */
  public byte[] exposeForMac() {
    return bytes.clone();
  }

  public boolean isEmpty() {
    return bytes.length == 0;
  }

  /**
   * Returns six hex digits by which two people can compare secrets without showing them: the
   * beginning of the HMAC-SHA256 of a fixed text.
   */
  public String checkValue() {
    byte[] mac = HmacEngine.fastest().hmac(Hash.SHA256, bytes).mac(CHECK_TEXT.getBytes(UTF_8));
    return HexFormat.of().formatHex(mac, 0, 3);
  }

  @Override
  public String toString() {
    return "MerchantSecret[***]";
  }
}
