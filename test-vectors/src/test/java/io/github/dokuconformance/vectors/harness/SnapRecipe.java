package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The right way to sign and verify by SNAP, each step of which a mutant can exchange.
 *
 * <p>Written from the documented recipe on the JDK alone, apart from the generator's oracle.
 */
final class SnapRecipe {
  private static final Map<String, PrivateKey> PRIVATE = new ConcurrentHashMap<>();
  private static final Map<String, PublicKey> PUBLIC = new ConcurrentHashMap<>();

  // What is signed.
  UnaryOperator<String> method = UnaryOperator.identity();
  UnaryOperator<String> path = UnaryOperator.identity();
  UnaryOperator<String> token = UnaryOperator.identity();
  UnaryOperator<String> timestamp = UnaryOperator.identity();
  UnaryOperator<String> client = UnaryOperator.identity();
  UnaryOperator<byte[]> minify = SnapRecipe::minified;
  Function<byte[], String> hash = it -> hex(Recipe.hash("SHA-256", it));
  BiFunction<Values, String, String> hashOf = (values, hash) -> hash;
  UnaryOperator<List<String>> order = UnaryOperator.identity();
  Function<List<String>, String> join = it -> String.join(":", it);
  Function<List<String>, String> joinOfToken = it -> String.join("|", it);

  // How it is signed.
  Function<Values, byte[]> secret = Values::secret;
  BiFunction<byte[], byte[], byte[]> mac = (key, text) -> Recipe.mac("HmacSHA512", key, text);
  String rsa = "SHA256withRSA";
  UnaryOperator<byte[]> rsaText = UnaryOperator.identity();
  Function<byte[], String> present = Recipe::base64;

  // How a message is verified.
  BiPredicate<String, String> isHeader = String::equalsIgnoreCase;
  Function<List<String>, Optional<String>> choose =
      it -> it.size() == 1 ? Optional.of(it.get(0)) : Optional.empty();
  Predicate<String> isWellFormed = SnapRecipe::isBase64;
  BiPredicate<String, String> matches =
      (right, sent) -> MessageDigest.isEqual(right.getBytes(UTF_8), sent.getBytes(UTF_8));
  UnaryOperator<Boolean> verdict = UnaryOperator.identity();
  UnaryOperator<String> bearer = it -> it.replaceFirst("(?i)^bearer ", "");
  Predicate<String> toleratesMissing = name -> false;

  /** What comes from a caller or from a message. */
  record Values(
      String scheme,
      String method,
      String target,
      String token,
      String clientId,
      String timestamp,
      Parts.Bytes bodyBytes,
      Parts.Bytes secretBytes,
      Optional<String> privateKey,
      Optional<String> publicKey) {
    byte[] body() {
      return bodyBytes.get();
    }

    byte[] secret() {
      return secretBytes.get();
    }

    boolean asksForToken() {
      return scheme.equals("snap.token");
    }

    boolean isSymmetric() {
      return scheme.equals("snap.symmetric");
    }
  }

  Optional<String> digest(Values it) {
    return it.asksForToken() ? Optional.empty() : Optional.of(digest(it.body()));
  }

  String digest(byte[] body) {
    return hash.apply(minify.apply(body));
  }

  String stringToSign(Values it) {
    List<String> values = new ArrayList<>();
    if (it.asksForToken()) {
      values.add(client.apply(it.clientId()));
      values.add(timestamp.apply(it.timestamp()));
      return joinOfToken.apply(order.apply(values));
    }
    values.add(method.apply(it.method()));
    values.add(path.apply(it.target().split("\\?", 2)[0]));
    if (it.isSymmetric()) {
      values.add(token.apply(it.token()));
    }
    values.add(hashOf.apply(it, digest(it.body())));
    values.add(timestamp.apply(it.timestamp()));
    return join.apply(order.apply(values));
  }

  String signature(Values it, String stringToSign) {
    byte[] text = stringToSign.getBytes(UTF_8);
    return present.apply(
        it.isSymmetric()
            ? mac.apply(secret.apply(it), text)
            : sign(rsa, it.privateKey().orElseThrow(), rsaText.apply(text)));
  }

  /**
   * A signature of RSA is always the same, so it can be compared where the private half is known.
   */
  static byte[] sign(String algorithm, String pem, byte[] text) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initSign(PRIVATE.computeIfAbsent(pem, SnapRecipe::privateKey));
      signature.update(text);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static boolean verifies(String algorithm, String pem, byte[] text, byte[] sent) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      signature.initVerify(PUBLIC.computeIfAbsent(pem, SnapRecipe::publicKey));
      signature.update(text);
      return signature.verify(sent);
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static byte[] der(String pem) {
    return Base64.getMimeDecoder()
        .decode(pem.lines().filter(it -> !it.startsWith("-")).collect(joining()));
  }

  private static PrivateKey privateKey(String pem) {
    try {
      return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der(pem)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PublicKey publicKey(String pem) {
    try {
      return KeyFactory.getInstance("RSA").generatePublic(new X509EncodedKeySpec(der(pem)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Leaves white space out but in strings; in bytes, so that any text stays as it is. */
  static byte[] minified(byte[] body) {
    StringBuilder out = new StringBuilder();
    boolean inString = false;
    String text = new String(body, ISO_8859_1);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (inString && c == '\\' && i + 1 < text.length()) {
        out.append(c).append(text.charAt(++i));
        continue;
      }
      inString ^= c == '"';
      if (inString || " \t\r\n".indexOf(c) < 0) {
        out.append(c);
      }
    }
    return out.toString().getBytes(ISO_8859_1);
  }

  static boolean isBase64(String text) {
    try {
      return !text.isEmpty() && Recipe.base64(Base64.getDecoder().decode(text)).equals(text);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }
}
