package io.github.dokuconformance.signature;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * An RSA key pair that signs, or the public key alone, which can only verify.
 *
 * <p>Thread safe; prints as a placeholder.
 */
public final class AsymmetricKey implements SigningKey {
  /** Shorter keys can be broken; the pages have merchants make one of this length. */
  private static final int FEWEST_BITS = 2048;

  /** How many bytes a line of a PEM text stands for. */
  private static final int PEM_LINE = 48;

  private final PublicKey publicKey;
  private final Optional<PrivateKey> privateKey;

  private AsymmetricKey(PublicKey publicKey, Optional<PrivateKey> privateKey) {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  /** Makes a new pair, which takes some tenths of a second. */
  public static AsymmetricKey make() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(FEWEST_BITS);
      KeyPair pair = generator.generateKeyPair();
      return new AsymmetricKey(pair.getPublic(), Optional.of(pair.getPrivate()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("each Java runtime makes RSA keys", e);
    }
  }

  /** As {@link #ofPem(String, Optional)}, for a key that is not encrypted. */
  public static AsymmetricKey ofPem(String text) {
    return ofPem(text, Optional.empty());
  }

  /**
   * Reads the first key of a PEM text; the public half of a private key is computed.
   *
   * @param password of a key that is encrypted
   * @throws IllegalArgumentException if the text holds no such key; the message says what it is and
   *     how to convert it, and repeats nothing of it
   */
  public static AsymmetricKey ofPem(String text, Optional<MerchantSecret> password) {
    Pem.Halves halves = Pem.read(text, password);
    return new AsymmetricKey(halves.publicKey(), halves.privateKey());
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  /** Returns the key without its private half, which then can only verify. */
  public AsymmetricKey publicHalf() {
    return new AsymmetricKey(publicKey, Optional.empty());
  }

  /** Returns the beginning of the SHA-256 of the public key, which both halves have. */
  @Override
  public String checkValue() {
    return HexFormat.of().formatHex(Hash.SHA256.of(publicKey.getEncoded()), 0, 3);
  }

  /** Returns the length of the modulus in bits; 2048 is the least that is safe. */
  public int bits() {
    return ((RSAKey) publicKey).getModulus().bitLength();
  }

  /** Tells whether the key is so short that it can be broken. */
  public boolean isShort() {
    return bits() < FEWEST_BITS;
  }

  public boolean canSign() {
    return privateKey.isPresent();
  }

  /**
   * Returns RSASSA-PKCS1-v1_5 with that hash over the bytes.
   *
   * @throws IllegalStateException if the private half is not known
   */
  public byte[] sign(Hash hash, byte[] bytes) {
    try {
      java.security.Signature rsa = signature(hash);
      rsa.initSign(
          privateKey.orElseThrow(
              () -> new IllegalStateException("expected a private key, got the public one alone")));
      rsa.update(bytes);
      return rsa.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("a " + hash.label() + " does not fit into this RSA key", e);
    }
  }

  /** Tells whether that is the key's signature over the bytes. */
  public boolean verifies(Hash hash, byte[] bytes, byte[] signature) {
    try {
      java.security.Signature rsa = signature(hash);
      rsa.initVerify(publicKey);
      rsa.update(bytes);
      return rsa.verify(signature);
    } catch (GeneralSecurityException e) {
      // One of another length, or that is no number below the modulus.
      return false;
    }
  }

  /**
   * Returns the block that a signature was made of: its number raised to the public exponent, as
   * many bytes as the modulus has; nothing where it is no number below the modulus.
   */
  public Optional<byte[]> open(byte[] signature) {
    RSAPublicKey key = (RSAPublicKey) publicKey;
    BigInteger number = new BigInteger(1, signature);
    int length = (bits() + 7) / 8;
    if (signature.length != length || number.compareTo(key.getModulus()) >= 0) {
      return Optional.empty();
    }
    byte[] opened = number.modPow(key.getPublicExponent(), key.getModulus()).toByteArray();
    byte[] block = new byte[length];
    int from = Math.max(0, opened.length - length);
    System.arraycopy(opened, from, block, length - (opened.length - from), opened.length - from);
    return Optional.of(block);
  }

  private static java.security.Signature signature(Hash hash) throws GeneralSecurityException {
    return java.security.Signature.getInstance(hash.label().replace("-", "") + "withRSA");
  }

  /**
   * Returns the PEM texts of the private half, for a client that is to sign with it, or to try as a
   * secret by mistake, and for nothing else.
   */
  public List<String> exposePems() {
    if (privateKey.isEmpty()) {
      return List.of();
    }
    byte[] pkcs8 = privateKey.get().getEncoded();
    byte[] pkcs1 = PrivateKeyInfo.getInstance(pkcs8).getPrivateKey().getOctets();
    return List.of(pem("PRIVATE KEY", pkcs8), pem("RSA PRIVATE KEY", pkcs1));
  }

  /** Returns the PEM text of the public half, without a line end at its end. */
  public String publicPem() {
    return pem("PUBLIC KEY", publicKey.getEncoded());
  }

  private static String pem(String label, byte[] der) {
    StringBuilder text = new StringBuilder("-----BEGIN ").append(label).append("-----\n");
    for (int at = 0; at < der.length; at += PEM_LINE) {
      byte[] line = Arrays.copyOfRange(der, at, Math.min(at + PEM_LINE, der.length));
      text.append(Base64.getEncoder().encodeToString(line)).append('\n');
    }
    return text.append("-----END ").append(label).append("-----").toString();
  }

  /**
   * Returns what no text may hold of the private half: the lines of both of its PEM forms, without
   * what the public key tells as well.
   */
  List<MerchantSecret> secrets() {
    if (privateKey.isEmpty()) {
      return List.of();
    }
    byte[] pkcs8 = privateKey.get().getEncoded();
    List<MerchantSecret> lines = new ArrayList<>();
    for (byte[] der :
        List.of(pkcs8, PrivateKeyInfo.getInstance(pkcs8).getPrivateKey().getOctets())) {
      // The modulus, which is public, fills less than the first quarter.
      int first = der.length / 4 / PEM_LINE + 1;
      for (int at = first * PEM_LINE; at + PEM_LINE <= der.length; at += PEM_LINE) {
        lines.add(MerchantSecret.of(Arrays.copyOfRange(der, at, at + PEM_LINE)));
      }
    }
    return lines;
  }

  @Override
  public String toString() {
    return "AsymmetricKey[***]";
  }
}
