package io.github.dokuconformance.diagnosis.snap;

import io.github.dokuconformance.signature.AsymmetricKey;
import io.github.dokuconformance.signature.Hash;
import java.io.IOException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.asn1.ASN1Primitive;
import org.bouncycastle.asn1.x509.DigestInfo;

/**
 * What a public key finds in an RSA signature. That it finds anything proves that the key is the
 * signer's: another key finds noise.
 */
final class OpenedSignature {
  private static final int PSS_TRAILER = 0xbc;

  private final byte[] digest;
  private final Optional<byte[]> salt;

  private OpenedSignature(byte[] digest, Optional<byte[]> salt) {
    this.digest = digest;
    this.salt = salt;
  }

  /** Opens a signature with a key; nothing where that key did not make it. */
  static Optional<OpenedSignature> of(byte[] signature, AsymmetricKey key) {
    Optional<byte[]> block = key.open(signature);
    return block.isEmpty()
        ? Optional.empty()
        : ofPkcs1(block.get()).or(() -> ofPss(block.get(), key.bits() - 1));
  }

  /** RFC 8017, section 9.2: 00 01 FF … FF 00, and the hash with its name. */
  private static Optional<OpenedSignature> ofPkcs1(byte[] block) {
    int at = 2;
    while (at < block.length && block[at] == (byte) 0xff) {
      at++;
    }
    boolean padded = block[0] == 0 && block[1] == 1 && at >= 10 && at < block.length;
    if (!padded || block[at] != 0) {
      return Optional.empty();
    }
    byte[] info = Arrays.copyOfRange(block, at + 1, block.length);
    try {
      return Optional.of(
          new OpenedSignature(
              DigestInfo.getInstance(ASN1Primitive.fromByteArray(info)).getDigest(),
              Optional.empty()));
    } catch (IOException | RuntimeException e) {
      // No name of a hash: some sign the digest, or the text, as it is.
      return Optional.of(new OpenedSignature(info, Optional.empty()));
    }
  }

  /** RFC 8017, section 9.1.2, with SHA-256 and its mask. */
  private static Optional<OpenedSignature> ofPss(byte[] block, int bits) {
    int hash = Hash.SHA256.length();
    int length = (bits + 7) / 8;
    byte[] encoded = Arrays.copyOfRange(block, block.length - length, block.length);
    if (length < hash + 2 || (encoded[length - 1] & 0xff) != PSS_TRAILER) {
      return Optional.empty();
    }
    byte[] digest = Arrays.copyOfRange(encoded, length - hash - 1, length - 1);
    byte[] data = Arrays.copyOf(encoded, length - hash - 1);
    byte[] mask = mask(digest, data.length);
    for (int i = 0; i < data.length; i++) {
      data[i] ^= mask[i];
    }
    data[0] &= (byte) (0xff >> (8 * length - bits));
    int at = 0;
    while (at < data.length && data[at] == 0) {
      at++;
    }
    return at < data.length && data[at] == 1
        ? Optional.of(
            new OpenedSignature(digest, Optional.of(Arrays.copyOfRange(data, at + 1, data.length))))
        : Optional.empty();
  }

  /** MGF1: hashes of the seed and a counter. */
  private static byte[] mask(byte[] seed, int length) {
    byte[] mask = new byte[length];
    byte[] counted = Arrays.copyOf(seed, seed.length + 4);
    for (int counter = 0, at = 0; at < length; counter++) {
      counted[seed.length + 2] = (byte) (counter >> 8);
      counted[seed.length + 3] = (byte) counter;
      byte[] hash = Hash.SHA256.of(counted);
      int taken = Math.min(hash.length, length - at);
      System.arraycopy(hash, 0, mask, at, taken);
      at += taken;
    }
    return mask;
  }

  /** Returns the salt of a PSS signature. */
  Optional<byte[]> salt() {
    return salt;
  }

  /** Returns the digest that was signed; of a PSS signature what stands in its place. */
  String hex() {
    return HexFormat.of().formatHex(digest);
  }
}
