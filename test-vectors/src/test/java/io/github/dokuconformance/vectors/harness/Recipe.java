package io.github.dokuconformance.vectors.harness;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.toCollection;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import tools.jackson.databind.JsonNode;

/**
 * The right way to sign and verify, each step of which a mutant can exchange.
 *
 * <p>Written from the documented scheme on the JDK alone, apart from the generator's oracle.
 */
final class Recipe {
  static final String PREFIX = "HMACSHA256=";

  // What is signed.
  UnaryOperator<Parts> parts = it -> it.withTarget(it.target().split("\\?", 2)[0]);
  Predicate<Parts> isDigested = it -> it.body().get().length > 0;
  UnaryOperator<byte[]> body = UnaryOperator.identity();
  Function<byte[], String> digest = it -> base64(hash("SHA-256", it));
  Function<Parts, String> digestLine = it -> digestOf(it.body().get());
  UnaryOperator<List<Line>> lines = UnaryOperator.identity();
  Function<Line, String> line = it -> it.name() + ":" + it.value();
  Function<List<String>, String> join = it -> String.join("\n", it);

  // How it is signed.
  Function<String, byte[]> encode = it -> it.getBytes(UTF_8);
  Function<Parts, byte[]> key = it -> it.secret().get();
  BiFunction<byte[], byte[], byte[]> mac = (key, text) -> mac("HmacSHA256", key, text);
  Function<byte[], String> present = it -> PREFIX + base64(it);

  // How a message is verified.
  BiPredicate<String, String> isHeader = String::equalsIgnoreCase;
  Function<List<String>, Optional<String>> choose =
      it -> it.size() == 1 ? Optional.of(it.get(0)) : Optional.empty();
  boolean toleratesMissing = false;
  Predicate<List<Map.Entry<String, String>>> isTrusted = it -> false;
  BiPredicate<String, String> matches =
      (expected, actual) -> MessageDigest.isEqual(expected.getBytes(UTF_8), actual.getBytes(UTF_8));
  UnaryOperator<Boolean> verdict = UnaryOperator.identity();

  // How a body is validated.
  UnaryOperator<JsonNode> read = UnaryOperator.identity();
  Predicate<SchemaError> isNoticed = it -> true;

  /** Other ways of signing that a verifier takes as well. */
  final List<Recipe> alternatives = new ArrayList<>();

  String digestOf(byte[] bytes) {
    return digest.apply(body.apply(bytes));
  }

  String stringToSign(Parts original) {
    Parts it = parts.apply(original);
    List<Line> all = new ArrayList<>();
    all.add(new Line("Client-Id", it.clientId()));
    all.add(new Line("Request-Id", it.requestId()));
    all.add(new Line(it.timestampName(), it.timestamp()));
    all.add(new Line("Request-Target", it.target()));
    if (isDigested.test(it)) {
      all.add(new Line("Digest", digestLine.apply(it)));
    }
    List<String> texts = lines.apply(all).stream().map(line).collect(toCollection(ArrayList::new));
    return join.apply(texts);
  }

  String signature(Parts parts) {
    return signature(parts, stringToSign(parts));
  }

  String signature(Parts parts, String stringToSign) {
    return present.apply(mac.apply(key.apply(parts), encode.apply(stringToSign)));
  }

  static byte[] mac(String algorithm, byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] hash(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** A line of the string to sign before name and value are put together. */
  record Line(String name, String value) {}
}
