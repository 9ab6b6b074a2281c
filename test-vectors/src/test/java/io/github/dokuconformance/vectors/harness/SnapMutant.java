package io.github.dokuconformance.vectors.harness;

import static io.github.dokuconformance.vectors.harness.Recipe.base64;
import static io.github.dokuconformance.vectors.harness.Recipe.hash;
import static io.github.dokuconformance.vectors.harness.Recipe.mac;
import static io.github.dokuconformance.vectors.harness.SnapRecipe.hex;
import static io.github.dokuconformance.vectors.harness.SnapRecipe.minified;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A wrong implementation of SNAP: its name, and what it does otherwise than a right one. */
record SnapMutant(String name, Consumer<SnapRecipe> change) {
  private static final JsonMapper MAPPER = JsonMapper.shared();

  static Stream<SnapMutant> all() {
    return Stream.of(bodies(), hashes(), values(), strings(), keys(), presentations(), verifiers())
        .flatMap(mutants -> mutants);
  }

  SnapSoundTarget target() {
    SnapRecipe recipe = new SnapRecipe();
    change.accept(recipe);
    return new SnapSoundTarget(recipe);
  }

  @Override
  public String toString() {
    return name;
  }

  private static Stream<SnapMutant> bodies() {
    return Stream.of(
        body("not-minified", raw -> raw),
        body("trimmed", raw -> text(raw).strip().getBytes(UTF_8)),
        body("line-ends-alone", raw -> text(raw).replaceAll("[\\r\\n]", "").getBytes(UTF_8)),
        body("whitespace-inside-strings", raw -> text(raw).replaceAll("\\s+", "").getBytes(UTF_8)),
        body("spaces-of-minified", raw -> text(minified(raw)).replace(" ", "").getBytes(UTF_8)),
        body(
            "unicode-white-space",
            raw ->
                text(minified(raw))
                    .replaceAll("[\\u2028\\u2029\\u00a0\\u0085]", "")
                    .getBytes(UTF_8)),
        body(
            "escapes-not-understood",
            raw -> text(raw).replaceAll("(\"[^\"]*\")|\\s+", "$1").getBytes(UTF_8)),
        body("ascii-escaped", raw -> escaped(raw, c -> c > 126)),
        body("slash-escaped", raw -> text(minified(raw)).replace("/", "\\/").getBytes(UTF_8)),
        body("html-escaped", raw -> escaped(raw, c -> "<>&".indexOf(c) >= 0)),
        body("gson-escaped", raw -> escaped(raw, c -> "<>&'=".indexOf(c) >= 0)),
        body("line-separators-escaped", raw -> escaped(raw, c -> c == 0x2028 || c == 0x2029)),
        body("keys-sorted", raw -> tree(raw, SnapMutant::sorted)),
        body("nulls-dropped", raw -> tree(raw, SnapMutant::withoutNulls)),
        body(
            "empty-array-for-object",
            raw -> text(minified(raw)).replace("{}", "[]").getBytes(UTF_8)),
        body("null-for-nothing", raw -> raw.length == 0 ? "null".getBytes(UTF_8) : minified(raw)),
        body("braces-for-nothing", raw -> raw.length == 0 ? "{}".getBytes(UTF_8) : minified(raw)),
        body("json-string", raw -> MAPPER.writeValueAsString(text(minified(raw))).getBytes(UTF_8)),
        body("constant", raw -> "{\"grantType\":\"client_credentials\"}".getBytes(UTF_8)),
        body("latin-1", raw -> text(minified(raw)).getBytes(ISO_8859_1)),
        body("us-ascii", raw -> text(minified(raw)).getBytes(US_ASCII)),
        body("utf-16", raw -> text(minified(raw)).getBytes(UTF_16LE)),
        body("never-hashed", raw -> new byte[0]));
  }

  private static Stream<SnapMutant> hashes() {
    return Stream.of(
        hashed("upper-hex", it -> hex(hash("SHA-256", it)).toUpperCase(Locale.ROOT)),
        hashed("base64", it -> base64(hash("SHA-256", it))),
        hashed("base64-of-hex", it -> base64(hex(hash("SHA-256", it)).getBytes(UTF_8))),
        hashed("sha-512", it -> hex(hash("SHA-512", it))),
        hashed("sha-1", it -> hex(hash("SHA-1", it))),
        hashed("md5", it -> hex(hash("MD5", it))),
        hashed("twice", it -> hex(hash("SHA-256", hash("SHA-256", it)))),
        hashed("raw-body", it -> text(it)),
        new SnapMutant(
            "hash.empty-for-nothing", it -> it.hashOf = (v, h) -> v.body().length == 0 ? "" : h),
        new SnapMutant("hash.empty", it -> it.hashOf = (values, hash) -> ""),
        new SnapMutant(
            "hash.keyed",
            it -> it.hashOf = (v, h) -> hex(mac("HmacSHA256", v.secret(), minified(v.body())))));
  }

  private static Stream<SnapMutant> values() {
    return Stream.of(
        new SnapMutant("token.with-bearer", it -> it.token = token -> "Bearer " + token),
        new SnapMutant("token.bearer-kept", it -> it.bearer = header -> header),
        new SnapMutant(
            "token.bearer-in-its-case", it -> it.bearer = h -> h.replaceFirst("^Bearer ", "")),
        new SnapMutant("token.empty", it -> it.token = token -> ""),
        new SnapMutant("token.own", it -> it.token = token -> "TOKEN-THAT-DOKU-ISSUED.e30.c2ln"),
        path("with-host", it -> "https://api.doku.com" + it),
        path("query-mark", it -> it + "?"),
        path("fixed", it -> "/v1.1/transfer-va/payment"),
        path("route-pattern", it -> it.substring(Math.max(0, it.indexOf('/', 1)))),
        path(
            "legacy",
            it -> it.replace("/virtual-accounts", "").replace("/core", "").replace("/shop", "")),
        path("leading-slash", it -> it.substring(1)),
        path("trailing-slash", it -> it + "/"),
        path("double-slash", it -> "/" + it),
        path("lower-case", it -> it.toLowerCase(Locale.ROOT)),
        path("upper-case", it -> it.toUpperCase(Locale.ROOT)),
        path("decoded", it -> it.replace("%2F", "/").replace("%20", " ")),
        path("encoded", it -> it.replace("%", "%25")),
        new SnapMutant("method.lower-case", it -> it.method = m -> m.toLowerCase(Locale.ROOT)),
        new SnapMutant("method.always-post", it -> it.method = method -> "POST"),
        timestamp("utc", it -> it.replace("15:30:00+07:00", "08:30:00Z")),
        timestamp("offset", it -> it.replace("08:30:00Z", "15:30:00+07:00").replace("Z", "+00:00")),
        timestamp("milliseconds", it -> it.replaceFirst(":00([+Z])", ":00.000$1")),
        timestamp("cut", it -> it.replaceFirst("\\.\\d+", "")),
        timestamp("without-colon", it -> it.replace("+07:00", "+0700").replace("Z", "+0000")),
        timestamp("empty", it -> ""),
        new SnapMutant("client.upper-case", it -> it.client = c -> c.toUpperCase(Locale.ROOT)),
        new SnapMutant("client.empty", it -> it.client = client -> ""));
  }

  private static Stream<SnapMutant> strings() {
    return Stream.of(
        joined("bars", it -> String.join("|", it)),
        joined("line-ends", it -> String.join("\n", it)),
        joined("nothing", it -> String.join("", it)),
        joined("colon-space", it -> String.join(": ", it)),
        joined("trailing-newline", it -> String.join(":", it) + "\n"),
        joined("trailing-colon", it -> String.join(":", it) + ":"),
        joined("hash-left-out", it -> String.join(":", without(it, it.size() - 2))),
        joined("timestamp-left-out", it -> String.join(":", without(it, it.size() - 1))),
        joined("path-left-out", it -> String.join(":", without(it, 1))),
        joined("method-left-out", it -> String.join(":", without(it, 0))),
        joined("token-left-out", it -> String.join(":", it.size() == 5 ? without(it, 2) : it)),
        joined(
            "token-for-all",
            it -> it.size() == 4 ? it.get(0) + "::" + it.get(2) : String.join(":", it)),
        new SnapMutant("string.backwards", it -> it.order = SnapMutant::reversed),
        new SnapMutant("token-string.colon", it -> it.joinOfToken = v -> String.join(":", v)),
        new SnapMutant("token-string.nothing", it -> it.joinOfToken = v -> String.join("", v)),
        new SnapMutant(
            "token-string.newline", it -> it.joinOfToken = v -> String.join("|", v) + "\n"),
        new SnapMutant(
            "token-string.body",
            it ->
                it.joinOfToken =
                    v -> String.join("|", v) + "|{\"grantType\":\"client_credentials\"}"));
  }

  private static Stream<SnapMutant> keys() {
    return Stream.of(
        maced("sha-256", (key, text) -> mac("HmacSHA256", key, text)),
        maced("sha-384", (key, text) -> mac("HmacSHA384", key, text)),
        maced("unkeyed", (key, text) -> hash("SHA-512", text)),
        maced("swapped", (key, text) -> mac("HmacSHA512", text, key)),
        maced(
            "key-cut-at-a-block",
            (key, text) -> mac("HmacSHA512", Arrays.copyOf(key, Math.min(128, key.length)), text)),
        maced(
            "key-hashed-from-a-block-on",
            (key, text) -> mac("HmacSHA512", key.length >= 127 ? hash("SHA-512", key) : key, text)),
        secret("empty", it -> new byte[0]),
        secret("line-end", it -> (text(it) + "\n").getBytes(UTF_8)),
        secret("latin-1", it -> text(it).getBytes(ISO_8859_1)),
        secret("decoded", SnapMutant::decoded),
        new SnapMutant("rsa.sha-1", it -> it.rsa = "SHA1withRSA"),
        new SnapMutant("rsa.sha-512", it -> it.rsa = "SHA512withRSA"),
        new SnapMutant("rsa.hashed-twice", it -> it.rsaText = text -> hash("SHA-256", text)),
        new SnapMutant(
            "rsa.hex-hashed", it -> it.rsaText = t -> hex(hash("SHA-256", t)).getBytes(UTF_8)));
  }

  private static Stream<SnapMutant> presentations() {
    return Stream.of(
        presented("hex", it -> hex(it)),
        presented("hex-upper", it -> hex(it).toUpperCase(Locale.ROOT)),
        presented("base64url", it -> Base64.getUrlEncoder().encodeToString(it)),
        presented("unpadded", it -> Base64.getEncoder().withoutPadding().encodeToString(it)),
        presented("double", it -> base64(base64(it).getBytes(UTF_8))),
        presented("of-hex", it -> base64(hex(it).getBytes(UTF_8))),
        presented("lines", it -> Base64.getMimeEncoder().encodeToString(it)),
        presented("prefixed", it -> "HMACSHA512=" + base64(it)),
        presented("truncated", it -> base64(Arrays.copyOf(it, 32))),
        presented("missing", it -> ""));
  }

  private static Stream<SnapMutant> verifiers() {
    return Stream.of(
        verifier("accepts-all", it -> it.verdict = right -> true),
        verifier("rejects-all", it -> it.verdict = right -> false),
        verifier("inverted", it -> it.verdict = right -> !right),
        verifier("ignores-case", it -> it.matches = String::equalsIgnoreCase),
        verifier("ignores-case-in-any-form", it -> anyForm(it).matches = String::equalsIgnoreCase),
        verifier(
            "prefix-is-enough",
            it ->
                anyForm(it).matches =
                    (right, sent) ->
                        !sent.isEmpty()
                            && right.startsWith(
                                sent.replaceFirst("=+$", "")
                                    .substring(
                                        0,
                                        Math.max(0, sent.replaceFirst("=+$", "").length() - 2)))),
        verifier(
            "contained-is-enough",
            it -> anyForm(it).matches = (right, sent) -> sent.contains(right)),
        verifier(
            "length-is-enough",
            it -> it.matches = (right, sent) -> right.length() == sent.length()),
        verifier(
            "lenient-base64",
            it ->
                anyForm(it).matches =
                    (right, sent) -> Arrays.equals(leniently(right), leniently(sent))),
        verifier(
            "hex-too",
            it ->
                anyForm(it).matches =
                    (right, sent) ->
                        right.equals(sent) || hex(leniently(right)).equalsIgnoreCase(sent)),
        verifier("takes-the-first", it -> it.choose = all -> all.stream().findFirst()),
        verifier("takes-the-last", it -> it.choose = all -> all.stream().reduce((one, two) -> two)),
        verifier("names-in-their-case", it -> it.isHeader = String::equals),
        verifier("tolerates-missing", it -> it.toleratesMissing = name -> true),
        verifier(
            "takes-no-token-for-an-empty-one", it -> it.toleratesMissing = "Authorization"::equals),
        verifier("body-not-looked-at", it -> it.minify = body -> new byte[0]),
        verifier("empty-secret", it -> it.secret = values -> new byte[0]));
  }

  private static SnapRecipe anyForm(SnapRecipe recipe) {
    recipe.isWellFormed = text -> true;
    return recipe;
  }

  private static SnapMutant body(String name, UnaryOperator<byte[]> minify) {
    return new SnapMutant("body." + name, it -> it.minify = minify);
  }

  private static SnapMutant hashed(String name, Function<byte[], String> hash) {
    return new SnapMutant("hash." + name, it -> it.hash = hash);
  }

  private static SnapMutant path(String name, UnaryOperator<String> path) {
    return new SnapMutant("path." + name, it -> it.path = path);
  }

  private static SnapMutant timestamp(String name, UnaryOperator<String> timestamp) {
    return new SnapMutant("timestamp." + name, it -> it.timestamp = timestamp);
  }

  private static SnapMutant joined(String name, Function<List<String>, String> join) {
    return new SnapMutant("string." + name, it -> it.join = join);
  }

  private static SnapMutant maced(
      String name, java.util.function.BiFunction<byte[], byte[], byte[]> mac) {
    return new SnapMutant("mac." + name, it -> it.mac = mac);
  }

  private static SnapMutant secret(String name, UnaryOperator<byte[]> change) {
    return new SnapMutant("secret." + name, it -> it.secret = v -> change.apply(v.secret()));
  }

  private static SnapMutant presented(String name, Function<byte[], String> present) {
    return new SnapMutant("signature." + name, it -> it.present = present);
  }

  private static SnapMutant verifier(String name, Consumer<SnapRecipe> change) {
    return new SnapMutant("verifier." + name, change);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }

  private static byte[] escaped(byte[] raw, java.util.function.IntPredicate wanted) {
    StringBuilder out = new StringBuilder();
    text(minified(raw))
        .chars()
        .forEach(
            c ->
                out.append(
                    wanted.test(c)
                        ? String.format(Locale.ROOT, "\\u%04x", c)
                        : String.valueOf((char) c)));
    return out.toString().getBytes(UTF_8);
  }

  private static byte[] tree(byte[] raw, UnaryOperator<JsonNode> change) {
    return raw.length == 0
        ? raw
        : change.apply(MAPPER.readTree(text(raw))).toString().getBytes(UTF_8);
  }

  private static JsonNode sorted(JsonNode node) {
    if (node.isArray()) {
      var array = MAPPER.createArrayNode();
      node.forEach(item -> array.add(sorted(item)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    ObjectNode object = MAPPER.createObjectNode();
    var members = new TreeMap<String, JsonNode>();
    node.properties().forEach(it -> members.put(it.getKey(), sorted(it.getValue())));
    members.forEach(object::set);
    return object;
  }

  private static JsonNode withoutNulls(JsonNode node) {
    if (node instanceof ObjectNode object) {
      ObjectNode copy = MAPPER.createObjectNode();
      object
          .properties()
          .forEach(
              it -> {
                if (!it.getValue().isNull()) {
                  copy.set(it.getKey(), withoutNulls(it.getValue()));
                }
              });
      return copy;
    }
    return node;
  }

  private static List<String> without(List<String> values, int index) {
    List<String> copy = new ArrayList<>(values);
    copy.remove(index);
    return copy;
  }

  private static List<String> reversed(List<String> values) {
    List<String> copy = new ArrayList<>(values);
    Collections.reverse(copy);
    return copy;
  }

  private static byte[] decoded(byte[] secret) {
    return Optional.of(leniently(text(secret))).filter(it -> it.length > 0).orElse(secret);
  }

  private static byte[] leniently(String text) {
    try {
      return Base64.getMimeDecoder().decode(text.replace('-', '+').replace('_', '/'));
    } catch (IllegalArgumentException e) {
      return new byte[0];
    }
  }
}
