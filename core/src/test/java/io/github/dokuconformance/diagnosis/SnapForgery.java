package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.signature.snap.SnapKeys;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.PSSParameterSpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a message of SNAP step by step as a sender would, with a place to go wrong at each step;
 * knows nothing of the search.
 */
final class SnapForgery {
  static final PrivateKey MERCHANT = privateKey("merchant-NOT-A-SECRET.pem");
  static final PrivateKey DOKU = privateKey("doku-NOT-A-SECRET.pem");

  final SnapSample sample;
  byte[] key = SnapKeys.SECRET.getBytes(UTF_8);
  String method;
  String path;
  String token;
  String clientKey;
  String timestamp;
  byte[] body;
  Function<byte[], String> hash = bytes -> hex(digest("SHA-256", bytes));
  List<String> order;
  String separator;
  String ending = "";
  String extra = "";
  String whole;
  Function<byte[], byte[]> mac;
  Function<byte[], String> encoding = bytes -> Base64.getEncoder().encodeToString(bytes);
  String prefix = "";

  private SnapForgery(SnapSample sample) {
    this.sample = sample;
    this.method = sample.method();
    this.path = sample.path();
    this.token = SnapSample.TOKEN;
    this.clientKey = SnapSample.CLIENT_ID;
    this.timestamp = SnapSample.TIMESTAMP;
    this.body = sample.minified().getBytes(UTF_8);
    this.separator = sample.kind() == SnapSample.Kind.TOKEN ? "|" : ":";
    this.order =
        new ArrayList<>(
            switch (sample.kind()) {
              case SYMMETRIC -> List.of("method", "path", "token", "hash", "timestamp");
              case ASYMMETRIC -> List.of("method", "path", "hash", "timestamp");
              case TOKEN -> List.of("client", "timestamp");
            });
    this.mac =
        sample.kind() == SnapSample.Kind.SYMMETRIC
            ? text -> hmac("HmacSHA512", key, text)
            : text -> rsa("SHA256withRSA", MERCHANT, text);
  }

  static String sign(SnapSample sample, SnapForging... forgings) {
    SnapForgery forgery = new SnapForgery(sample);
    for (SnapForging forging : forgings) {
      forging.change().accept(forgery);
    }
    return forgery.sign();
  }

  static String sign(SnapSample sample, Consumer<SnapForgery> change) {
    SnapForgery forgery = new SnapForgery(sample);
    change.accept(forgery);
    return forgery.sign();
  }

  private String sign() {
    String text = whole != null ? whole : text();
    return prefix + encoding.apply(mac.apply(text.getBytes(UTF_8)));
  }

  String text() {
    return order.stream().flatMap(this::value).collect(Collectors.joining(separator)) + ending;
  }

  private Stream<String> value(String name) {
    String value =
        switch (name) {
          case "method" -> method;
          case "path" -> path;
          case "token" -> token;
          case "hash" -> hash.apply(body);
          case "timestamp" -> timestamp;
          case "client" -> clientKey;
          default -> extra;
        };
    return Stream.ofNullable(value);
  }

  static byte[] digest(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] hmac(String algorithm, byte[] key, byte[] bytes) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] rsa(String algorithm, PrivateKey key, byte[] bytes) {
    try {
      Signature signature = Signature.getInstance(algorithm);
      if (algorithm.equals("RSASSA-PSS")) {
        signature.setParameter(
            new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
      }
      signature.initSign(key);
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String hex(byte[] bytes) {
    return HexFormat.of().formatHex(bytes);
  }

  /** Returns bytes as a text whose UTF-8 form is longer, as careless code makes it. */
  static String latin(byte[] bytes) {
    return new String(bytes, ISO_8859_1);
  }

  private static PrivateKey privateKey(String file) {
    String pem = SnapKeys.pem(file).replaceAll("-----[^-]+-----|\\s", "");
    try {
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(pem)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
