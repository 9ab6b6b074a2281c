package io.github.dokuconformance.vectors.authoring;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.node.ObjectNode;

/** Hashes, MACs and the ways in which a sender may write them, right and wrong ones. */
final class Oracle {
  private Oracle() {}

  /** Returns the hash of that name; {@code none} returns the bytes themselves. */
  static byte[] hash(String algorithm, byte[] bytes) {
    try {
      return algorithm.equals("none") ? bytes : MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("expected a hash that the JDK has, got: " + algorithm, e);
    }
  }

  /** Returns the MAC of that name; any other name than {@code Hmac…} is a hash without a key. */
  static byte[] mac(String algorithm, byte[] key, byte[] bytes) {
    if (!algorithm.startsWith("Hmac")) {
      return hash(algorithm, bytes);
    }
    try {
      Mac mac = Mac.getInstance(algorithm);
      // The JDK refuses an empty key. HMAC pads keys with zeros, so one zero byte is the same key.
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("expected a MAC that the JDK has, got: " + algorithm, e);
    }
  }

  /**
   * Returns the signature by the private key of an entry of keys.json. PSS has no salt here, so
   * that it is always the same.
   */
  static byte[] sign(String algorithm, ObjectNode key, byte[] bytes) {
    String pem = key.required("privateKey").stringValue().replaceAll("-----[A-Z ]+-----|\\s", "");
    try {
      Signature signature = Signature.getInstance(algorithm);
      if (algorithm.equals("RSASSA-PSS")) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 0, 1));
      }
      signature.initSign(
          KeyFactory.getInstance("RSA")
              .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem))));
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalArgumentException("could not sign by " + algorithm, e);
    }
  }

  static String encode(String encoding, byte[] bytes) {
    String base64 = Base64.getEncoder().encodeToString(bytes);
    return switch (encoding) {
      case "base64" -> base64;
      case "none" -> new String(bytes, UTF_8);
      case "hex" -> HexFormat.of().formatHex(bytes);
      case "hex-upper" -> HexFormat.of().withUpperCase().formatHex(bytes);
      case "base64url" -> Base64.getUrlEncoder().encodeToString(bytes);
      case "unpadded" -> Base64.getEncoder().withoutPadding().encodeToString(bytes);
      case "base64-of-hex" -> base64OfText(HexFormat.of().formatHex(bytes));
      case "base64-twice" -> base64OfText(base64);
      case "base64-swapcase" -> swapCase(base64);
      case "base64-swapcase-first" -> swapCase(base64.substring(0, 20)) + base64.substring(20);
      case "base64-loose-bits" -> looseBits(base64);
      case "lines" -> Base64.getMimeEncoder(76, new byte[] {' '}).encodeToString(bytes);
      case "percent" -> base64.replace("+", "%2B").replace("/", "%2F").replace("=", "%3D");
      case "plus-to-space" -> base64.replace('+', ' ');
      default -> throw new IllegalArgumentException("expected an encoding, got: " + encoding);
    };
  }

  private static String base64OfText(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(US_ASCII));
  }

  private static String swapCase(String text) {
    StringBuilder swapped = new StringBuilder(text.length());
    text.chars()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .forEach(c -> swapped.append((char) c));
    return swapped.toString();
  }

  /** Sets the lowest of the bits that padded base64 leaves unused. */
  private static String looseBits(String base64) {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    int last = base64.indexOf('=') - 1;
    if (last < 0) {
      throw new IllegalArgumentException("expected padded base64, which alone has unused bits");
    }
    char loose = alphabet.charAt(alphabet.indexOf(base64.charAt(last)) | 1);
    return base64.substring(0, last) + loose + base64.substring(last + 1);
  }
}
