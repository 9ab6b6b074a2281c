package io.github.dokuconformance.vectors.authoring;

import static java.util.stream.Collectors.joining;

import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs a message by a recipe that differs from the right one only in what is said.
 *
 * <p>An empty recipe is the right one. Its members, all optional: {@code digest} (algorithm,
 * encoding, prefix, of), {@code values}, {@code lines}, {@code names}, {@code nameSeparator},
 * {@code lineSeparator}, {@code end}, {@code text}, {@code textEdit}, {@code charset}, {@code key},
 * {@code mac} (algorithm, encoding, keep, flipBit, append, repeat, insert), {@code header}.
 */
final class Sender {
  private static final ObjectNode RIGHT = JsonNodeFactory.instance.objectNode();

  private final ObjectNode recipe;
  private final Authored authored;

  private Sender(ObjectNode recipe, Authored authored) {
    this.recipe = recipe;
    this.authored = authored;
  }

  /** Returns the three stages as a right implementation has them. */
  static Signed right(Message message, Authored authored) {
    return new Sender(RIGHT, authored).sign(message);
  }

  static Signed wrong(Message message, ObjectNode recipe, Authored authored) {
    return new Sender(recipe, authored).sign(message);
  }

  private Signed sign(Message message) {
    Optional<String> digest = message.body().filter(body -> message.hasBody()).map(this::digest);
    Map<String, String> values = values(message, digest);
    String text = text(values);
    byte[] bytes = text.getBytes(Charset.forName(recipe.path("charset").stringValue("UTF-8")));
    String mac = mac(key(message), bytes);
    String header = recipe.path("header").stringValue("HMACSHA256={mac}");
    Map<String, String> placeholders = Map.of("mac", mac, "digest", digest.orElse(""));
    return new Signed(digest, text, fill(header, placeholders));
  }

  private String digest(Body body) {
    JsonNode how = recipe.path("digest");
    byte[] bytes =
        how.path("of") instanceof ObjectNode of
            ? Body.changed(body.bytes(), authored.named(of))
            : body.bytes();
    byte[] hash = Oracle.hash(how.path("algorithm").stringValue("SHA-256"), bytes);
    return how.path("prefix").stringValue("")
        + Oracle.encode(how.path("encoding").stringValue("base64"), hash);
  }

  private Map<String, String> values(Message message, Optional<String> digest) {
    Map<String, String> values = new LinkedHashMap<>(message.components());
    digest.ifPresent(value -> values.put("Digest", value));
    recipe
        .path("values")
        .properties()
        .forEach(
            entry -> {
              if (values.replace(entry.getKey(), entry.getValue().stringValue()) == null) {
                throw new IllegalArgumentException("no such component: " + entry.getKey());
              }
            });
    return values;
  }

  private String text(Map<String, String> values) {
    String text =
        recipe.has("text")
            ? fill(recipe.required("text").stringValue(), values)
            : joined(values) + recipe.path("end").stringValue("");
    return recipe.has("textEdit") ? Body.edited(text, recipe.required("textEdit")) : text;
  }

  private String joined(Map<String, String> values) {
    String separator = recipe.path("nameSeparator").stringValue(":");
    JsonNode names = recipe.path("names");
    List<String> lines = new ArrayList<>();
    for (Map.Entry<String, String> line : lines(values)) {
      String name = names.path(line.getKey()).stringValue(line.getKey());
      lines.add(name + separator + line.getValue());
    }
    return lines.stream().collect(joining(recipe.path("lineSeparator").stringValue("\n")));
  }

  private List<Map.Entry<String, String>> lines(Map<String, String> values) {
    if (!recipe.has("lines")) {
      return List.copyOf(values.entrySet());
    }
    List<Map.Entry<String, String>> lines = new ArrayList<>();
    for (JsonNode line : recipe.required("lines")) {
      String name = line.isString() ? line.stringValue() : line.required(0).stringValue();
      String value =
          line.isString() ? values.getOrDefault(name, "") : line.required(1).stringValue();
      lines.add(Map.entry(name, value));
    }
    return lines;
  }

  private byte[] key(Message message) {
    JsonNode key = recipe.path("key");
    byte[] secret = authored.secret(key.isString() ? key.stringValue() : message.keyName());
    return key instanceof ObjectNode change ? Body.changed(secret, change) : secret;
  }

  private String mac(byte[] key, byte[] bytes) {
    JsonNode how = recipe.path("mac");
    byte[] mac = Oracle.mac(how.path("algorithm").stringValue("HmacSHA256"), key, bytes);
    mac = Arrays.copyOf(mac, how.path("keep").intValue(mac.length));
    if (how.has("flipBit")) {
      int bit = how.required("flipBit").intValue();
      mac[bit / 8] ^= (byte) (0x80 >> bit % 8);
    }
    mac = concatenated(mac, Base64.getDecoder().decode(how.path("append").stringValue("")));
    byte[] once = mac;
    for (int i = 1; i < how.path("repeat").intValue(1); i++) {
      mac = concatenated(mac, once);
    }
    String text = Oracle.encode(how.path("encoding").stringValue("base64"), mac);
    return how.has("insert")
        ? text.substring(0, 20) + how.required("insert").stringValue() + text.substring(20)
        : text;
  }

  private static byte[] concatenated(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  /** Puts values in place of {@code {name}}; other braces stay. */
  static String fill(String template, Map<String, String> values) {
    String result = template;
    for (Map.Entry<String, String> value : values.entrySet()) {
      result = result.replace("{" + value.getKey() + "}", value.getValue());
    }
    return result;
  }

  /** The three stages of a signature. */
  record Signed(Optional<String> digest, String stringToSign, String signature) {}
}
