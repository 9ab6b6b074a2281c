package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.message.Message;
import io.github.dokuconformance.signature.SignedPart;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs a message step by step as a sender would, with a place to go wrong at each step; knows
 * nothing of the search.
 */
final class Forgery {
  final Sample sample;
  byte[] key = Sample.SECRET.getBytes(UTF_8);
  String timestampName;
  final Map<String, String> values = new LinkedHashMap<>();
  List<String> order;
  UnaryOperator<String> spelling = name -> name;
  boolean names = true;
  String nameSeparator = ":";
  List<String> oddLines = List.of();
  String oddSeparator = "";
  String checksum;
  String lineSeparator = "\n";
  String lastLineEnd = "";
  byte[] body;
  boolean bodyChanged;
  boolean digestLine;
  boolean rawBody;
  String digestHash = "SHA-256";
  Function<byte[], String> digestEncoding = Forgery::base64;
  String digestPrefix = "";
  Function<String, byte[]> toBytes = text -> text.getBytes(UTF_8);
  String snapToken;
  boolean snapMinified;
  String snapMac;
  BinaryOperator<byte[]> mac;
  String prefix = "HMACSHA256=";
  Function<byte[], String> encoding = Forgery::base64;
  UnaryOperator<byte[]> cutBytes = bytes -> bytes;
  UnaryOperator<String> cutText = text -> text;

  Forgery(Sample sample) {
    this.sample = sample;
    DiagnosisInput input = sample.input();
    Message message = input.message();
    timestampName =
        input.part() == SignedPart.RESPONSE ? "Response-Timestamp" : "Request-Timestamp";
    for (String name : List.of("Client-Id", "Request-Id", timestampName)) {
      values.put(name, message.headers().first(name).orElseThrow());
    }
    values.put("Request-Target", input.request().target().path());
    body = message.body().toByteArray();
    digestLine = body.length > 0;
    order = new ArrayList<>(values.keySet());
    order.add("Digest");
  }

  void timestamp(String text) {
    values.put(timestampName, text);
  }

  String timestamp() {
    return values.get(timestampName);
  }

  String target() {
    return values.get("Request-Target");
  }

  void target(String text) {
    values.put("Request-Target", text);
  }

  void body(byte[] other) {
    body = other;
    bodyChanged = true;
  }

  void body(String other) {
    body(other.getBytes(UTF_8));
  }

  String sign() {
    if (checksum != null) {
      byte[] hash = hash("SHA-256", (checksum + Sample.SECRET).getBytes(UTF_8));
      return prefix + encoding.apply(hash);
    }
    byte[] text = toBytes.apply(snapToken == null ? lines() : snap());
    byte[] bytes =
        mac != null
            ? mac.apply(key, text)
            : hmac(snapMac == null ? "HmacSHA256" : snapMac, key, text);
    return prefix + cutText.apply(encoding.apply(cutBytes.apply(bytes)));
  }

  private String lines() {
    List<String> lines = new ArrayList<>();
    for (String name : order) {
      String value = values.get(name);
      if (name.equals("Digest")) {
        if (!digestLine) {
          continue;
        }
        value = digest();
      }
      String separator = oddLines.contains(name) ? oddSeparator : nameSeparator;
      lines.add(names ? spelling.apply(name) + separator + value : value);
    }
    return String.join(lineSeparator, lines) + lastLineEnd;
  }

  private String digest() {
    return rawBody
        ? new String(body, UTF_8)
        : digestPrefix + digestEncoding.apply(hash(digestHash, body));
  }

  private String snap() {
    byte[] digested = snapMinified && !bodyChanged ? minified(body) : body;
    return String.join(
        ":",
        sample.input().request().method(),
        target(),
        snapToken,
        HexFormat.of().formatHex(hash("SHA-256", digested)),
        timestamp());
  }

  static byte[] minified(byte[] json) {
    StringBuilder out = new StringBuilder();
    boolean inString = false;
    String text = new String(json, UTF_8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"') {
        inString = !inString;
      }
      if (inString || " \t\r\n".indexOf(c) < 0) {
        out.append(c);
      }
      if (inString && c == '\\') {
        out.append(text.charAt(++i));
      }
    }
    return out.toString().getBytes(UTF_8);
  }

  static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  static byte[] hash(String algorithm, byte[] bytes) {
    try {
      return MessageDigest.getInstance(algorithm).digest(bytes);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  static byte[] hmac(String algorithm, byte[] key, byte[] text) {
    try {
      Mac mac = Mac.getInstance(algorithm);
      mac.init(new SecretKeySpec(key.length == 0 ? new byte[1] : key, algorithm));
      return mac.doFinal(text);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
