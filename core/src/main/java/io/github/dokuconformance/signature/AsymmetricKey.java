package io.github.dokuconformance.signature;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;

/**
 * An RSA key pair that signs, or the public key alone, which can only verify.
 *
 * <p>Thread safe; prints as a placeholder.
 */
public final class AsymmetricKey implements SigningKey {
  private static final Pattern PEM =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([^-]*)-----END \\1-----");
  private static final String WANTED =
      "expected an RSA key in PEM: PRIVATE KEY (PKCS #8, not encrypted) or PUBLIC KEY";

  /** How many bytes a line of a PEM text stands for. */
  private static final int PEM_LINE = 48;

  private final PublicKey publicKey;
  private final Optional<PrivateKey> privateKey;

  private AsymmetricKey(PublicKey publicKey, Optional<PrivateKey> privateKey) {
    this.publicKey = publicKey;
    this.privateKey = privateKey;
  }

  /**
   * Reads the first key of a PEM text; the public half of a private key is computed.
   *
   * @throws IllegalArgumentException if the text holds no such key; the message says what it is and
   *     how to convert it, and repeats nothing of it
   */
  public static AsymmetricKey ofPem(String text) {
    Matcher pem = PEM.matcher(text);
    if (!pem.find()) {
      throw new IllegalArgumentException(WANTED + "; got no such text");
    }
    String label = pem.group(1);
    try {
      byte[] der = Base64.getMimeDecoder().decode(pem.group(2));
      KeyFactory rsa = KeyFactory.getInstance("RSA");
      return switch (label) {
        case "PUBLIC KEY" ->
            new AsymmetricKey(rsa.generatePublic(new X509EncodedKeySpec(der)), Optional.empty());
        case "PRIVATE KEY" -> pair(rsa, rsa.generatePrivate(new PKCS8EncodedKeySpec(der)));
        case "RSA PRIVATE KEY", "ENCRYPTED PRIVATE KEY" ->
            throw new IllegalArgumentException(
                WANTED
                    + "; got "
                    + label
                    + ", which openssl pkcs8 -topk8 -nocrypt -in KEY -out NEW converts");
        default -> throw new IllegalArgumentException(WANTED + "; got " + label);
      };
    } catch (GeneralSecurityException e) {
      // Its message may quote the key.
      throw new IllegalArgumentException(WANTED + "; got a " + label + " that can't be read");
    }
  }

  private static AsymmetricKey pair(KeyFactory rsa, PrivateKey key)
      throws GeneralSecurityException {
    if (!(key instanceof RSAPrivateCrtKey crt)) {
      throw new IllegalArgumentException(WANTED + "; got one without its public exponent");
    }
    RSAPublicKeySpec half = new RSAPublicKeySpec(crt.getModulus(), crt.getPublicExponent());
    return new AsymmetricKey(rsa.generatePublic(half), Optional.of(key));
  }

  public PublicKey publicKey() {
    return publicKey;
  }

  /** Returns the beginning of the SHA-256 of the public key, which both halves have. */
  @Override
  public String checkValue() {
    return HexFormat.of().formatHex(Hash.SHA256.of(publicKey.getEncoded()), 0, 3);
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

  private static java.security.Signature signature(Hash hash) throws GeneralSecurityException {
    return java.security.Signature.getInstance(hash.label().replace("-", "") + "withRSA");
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
