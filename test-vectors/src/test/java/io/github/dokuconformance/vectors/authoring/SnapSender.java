package io.github.dokuconformance.vectors.authoring;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.vectors.authoring.Sender.Signed;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Signs a message of SNAP by a recipe that differs from the right one only in what is said.
 *
 * <p>An empty recipe is the right one. Its members, all optional: {@code body} (raw, anew, or as
 * {@link Body#changed} of the minified one), {@code hash} (algorithm, encoding, keyed), {@code
 * values}, {@code text}, {@code hashed}, {@code key}, {@code mac} (algorithm, keep, flipBit,
 * encoding), {@code header}.
 */
final class SnapSender {
  private static final ObjectNode RIGHT = JsonNodeFactory.instance.objectNode();

  private final SnapMessage message;
  private final ObjectNode recipe;
  private final Authored authored;

  private SnapSender(SnapMessage message, ObjectNode recipe, Authored authored) {
    this.message = message;
    this.recipe = recipe;
    this.authored = authored;
  }

  /** Returns the three stages as a right implementation has them. */
  static Signed right(SnapMessage message, Authored authored) {
    return new SnapSender(message, RIGHT, authored).sign();
  }

  static Signed signed(SnapMessage message, ObjectNode recipe, Authored authored) {
    return new SnapSender(message, recipe, authored).sign();
  }

  private Signed sign() {
    Map<String, String> values = values();
    String text = Sender.fill(recipe.path("text").stringValue(layout()), values);
    JsonNode how = recipe.path("mac");
    String algorithm =
        how.path("algorithm").stringValue(message.isSymmetric() ? "HmacSHA512" : "SHA256withRSA");
    byte[] bytes = signedBytes(text);
    byte[] made =
        algorithm.contains("RSA")
            ? Oracle.sign(algorithm, authored.key(keyName()), bytes)
            : Oracle.mac(algorithm, secret(), bytes);
    made = Arrays.copyOf(made, how.path("keep").intValue(made.length));
    if (how.has("flipBit")) {
      int bit = how.required("flipBit").intValue();
      made[bit / 8] ^= (byte) (0x80 >> bit % 8);
    }
    String mac = Oracle.encode(how.path("encoding").stringValue("base64"), made);
    String header = recipe.path("header").stringValue("{mac}");
    return new Signed(
        Optional.of(values.getOrDefault("hash", "")).filter(hash -> !message.asksForToken()),
        text,
        Sender.fill(header, Map.of("mac", mac)));
  }

  private byte[] signedBytes(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    return switch (recipe.path("hashed").stringValue("")) {
      case "" -> bytes;
      case "bytes" -> Oracle.hash("SHA-256", bytes);
      default ->
          Oracle.encode(recipe.required("hashed").stringValue(), Oracle.hash("SHA-256", bytes))
              .getBytes(UTF_8);
    };
  }

  private String layout() {
    if (message.asksForToken()) {
      return "{client}|{timestamp}";
    }
    return message.isSymmetric()
        ? "{method}:{path}:{token}:{hash}:{timestamp}"
        : "{method}:{path}:{hash}:{timestamp}";
  }

  private Map<String, String> values() {
    byte[] raw = message.bodyBytes();
    Map<String, String> values = new LinkedHashMap<>();
    values.put("method", message.method());
    values.put("path", message.path());
    values.put("target", message.target());
    values.put("token", message.token().orElse(""));
    values.put("customer", message.customer().orElse(""));
    values.put("client", message.clientId());
    values.put("external", message.externalId());
    values.put("timestamp", message.timestamp());
    values.put("hash", hash(body(raw)));
    values.put("digest", Oracle.encode("base64", Oracle.hash("SHA-256", raw)));
    Map<String, String> own = Map.copyOf(values);
    for (Map.Entry<String, JsonNode> value : recipe.path("values").properties()) {
      if (values.replace(value.getKey(), Sender.fill(value.getValue().stringValue(), own))
          == null) {
        throw new IllegalArgumentException("no such value: " + value.getKey());
      }
    }
    // Last, for it may hold what looks like a name in braces.
    values.put("minified", new String(Minify.withoutSpace(raw), UTF_8));
    values.put("body", new String(raw, UTF_8));
    return values;
  }

  private byte[] body(byte[] raw) {
    byte[] minified = Minify.withoutSpace(raw);
    if (!(recipe.get("body") instanceof ObjectNode change)) {
      return minified;
    }
    if (change.has("raw")) {
      return raw;
    }
    return change.has("anew") ? Minify.anew(raw) : Body.changed(minified, authored.named(change));
  }

  private String hash(byte[] body) {
    JsonNode how = recipe.path("hash");
    byte[] hash =
        how.has("keyed")
            ? Oracle.mac(how.required("keyed").stringValue(), secret(), body)
            : Oracle.hash(how.path("algorithm").stringValue("SHA-256"), body);
    return Oracle.encode(how.path("encoding").stringValue("hex"), hash);
  }

  private String keyName() {
    return recipe.path("key").isString() ? recipe.required("key").stringValue() : message.keyName();
  }

  private byte[] secret() {
    if (!(recipe.get("key") instanceof ObjectNode change)) {
      return authored.secret(keyName());
    }
    return change.has("member")
        ? authored
            .key(message.keyName())
            .required(change.required("member").stringValue())
            .stringValue()
            .getBytes(UTF_8)
        : Body.changed(authored.secret(keyName()), change);
  }
}
