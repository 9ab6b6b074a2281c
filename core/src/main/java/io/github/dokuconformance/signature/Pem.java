package io.github.dokuconformance.signature;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Cipher;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.pkcs.RSAPublicKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x509.SubjectPublicKeyInfo;

/**
 * Reads an RSA key from a PEM text (RFC 7468), also from one that a setting holds on one line, with
 * line ends or with the two characters {@code \n} in their place.
 *
 * <p>Messages say what the text is and how to convert it, and repeat nothing of it.
 */
final class Pem {
  /** The halves of a key. */
  record Halves(PublicKey publicKey, Optional<PrivateKey> privateKey) {}

  private static final Pattern BLOCK =
      Pattern.compile("-----BEGIN ([A-Z0-9 ]++)-----([^-]*+)-----END \\1-----");
  private static final Pattern OLD_ENCRYPTION =
      Pattern.compile("-----BEGIN RSA PRIVATE KEY-----\\s*Proc-Type:");
  private static final String WANTED =
      "expected an RSA key in PEM: PRIVATE KEY, ENCRYPTED PRIVATE KEY, RSA PRIVATE KEY, PUBLIC KEY"
          + " or CERTIFICATE";
  private static final String PBES2 = "PBES2";

  private final Optional<MerchantSecret> password;

  private Pem(Optional<MerchantSecret> password) {
    this.password = password;
  }

  /**
   * Reads the first key of a text.
   *
   * @param password for a key that is encrypted
   * @throws IllegalArgumentException if there is none that can be read
   */
  static Halves read(String text, Optional<MerchantSecret> password) {
    String lines = text.replace("\\r", "").replace("\\n", "\n");
    if (OLD_ENCRYPTION.matcher(lines).find()) {
      throw wrong(
          "RSA PRIVATE KEY that is encrypted as OpenSSL 0.9 did, which openssl pkcs8 -topk8 -in KEY"
              + " -out NEW converts");
    }
    Matcher block = BLOCK.matcher(lines);
    if (!block.find()) {
      throw wrong("no such text");
    }
    String label = block.group(1);
    byte[] der;
    try {
      der = Base64.getDecoder().decode(block.group(2).replaceAll("[^A-Za-z0-9+/=]", ""));
    } catch (IllegalArgumentException e) {
      throw wrong("a " + label + " that is not base64");
    }
    try {
      return new Pem(password).halves(label, der);
    } catch (GeneralSecurityException | IOException e) {
      // Its message may quote the key.
      throw wrong("a " + label + " that can't be read");
    }
  }

  private Halves halves(String label, byte[] der) throws GeneralSecurityException, IOException {
    KeyFactory rsa = KeyFactory.getInstance("RSA");
    return switch (label) {
      case "PUBLIC KEY" -> known(rsa.generatePublic(new X509EncodedKeySpec(der)));
      case "RSA PUBLIC KEY" -> known(rsa.generatePublic(new X509EncodedKeySpec(wrapped(der))));
      case "CERTIFICATE" -> certified(der);
      case "PRIVATE KEY" -> pair(rsa, rsa.generatePrivate(new PKCS8EncodedKeySpec(der)));
      case "RSA PRIVATE KEY" ->
          pair(rsa, rsa.generatePrivate(new PKCS8EncodedKeySpec(wrappedPrivate(der))));
      case "ENCRYPTED PRIVATE KEY" -> pair(rsa, rsa.generatePrivate(decrypted(der)));
      default -> throw wrong(label);
    };
  }

  private static Halves known(PublicKey key) {
    return new Halves(key, Optional.empty());
  }

  private static Halves certified(byte[] der) throws GeneralSecurityException {
    PublicKey key =
        CertificateFactory.getInstance("X.509")
            .generateCertificate(new ByteArrayInputStream(der))
            .getPublicKey();
    if (!(key instanceof java.security.interfaces.RSAPublicKey)) {
      throw wrong("a CERTIFICATE of another kind of key");
    }
    return known(key);
  }

  private static Halves pair(KeyFactory rsa, PrivateKey key) throws GeneralSecurityException {
    if (!(key instanceof RSAPrivateCrtKey crt)) {
      throw wrong("one without its public exponent");
    }
    RSAPublicKeySpec half = new RSAPublicKeySpec(crt.getModulus(), crt.getPublicExponent());
    return new Halves(rsa.generatePublic(half), Optional.of(key));
  }

  private static byte[] wrapped(byte[] pkcs1) throws IOException, InvalidKeyException {
    try {
      return new SubjectPublicKeyInfo(algorithm(), RSAPublicKey.getInstance(pkcs1)).getEncoded();
    } catch (RuntimeException e) {
      // What it throws for another structure depends on where that differs.
      throw new InvalidKeyException(e);
    }
  }

  private static byte[] wrappedPrivate(byte[] pkcs1) throws IOException, InvalidKeyException {
    try {
      return new PrivateKeyInfo(algorithm(), RSAPrivateKey.getInstance(pkcs1)).getEncoded();
    } catch (RuntimeException e) {
      // What it throws for another structure depends on where that differs.
      throw new InvalidKeyException(e);
    }
  }

  private static AlgorithmIdentifier algorithm() {
    return new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE);
  }

  private PKCS8EncodedKeySpec decrypted(byte[] der) throws IOException {
    if (password.isEmpty()) {
      throw wrong("an ENCRYPTED PRIVATE KEY and no password for it");
    }
    EncryptedPrivateKeyInfo info = new EncryptedPrivateKeyInfo(der);
    AlgorithmParameters parameters = info.getAlgParameters();
    // PBES2 names its cipher in its parameters.
    String algorithm =
        info.getAlgName().equals(PBES2) && parameters != null
            ? parameters.toString()
            : info.getAlgName();
    char[] characters = new String(password.get().exposeForMac(), US_ASCII).toCharArray();
    try {
      Key key = SecretKeyFactory.getInstance(algorithm).generateSecret(new PBEKeySpec(characters));
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(Cipher.DECRYPT_MODE, key, parameters);
      return info.getKeySpec(cipher);
    } catch (GeneralSecurityException e) {
      throw wrong("an ENCRYPTED PRIVATE KEY (" + algorithm + ") that the password does not open");
    }
  }

  private static IllegalArgumentException wrong(String got) {
    return new IllegalArgumentException(WANTED + "; got " + got);
  }
}
