package io.github.dokuconformance.vectors.harness;

import static io.github.dokuconformance.vectors.harness.Recipe.PREFIX;
import static io.github.dokuconformance.vectors.harness.Recipe.base64;
import static io.github.dokuconformance.vectors.harness.Recipe.hash;
import static io.github.dokuconformance.vectors.harness.Recipe.mac;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.vectors.harness.Recipe.Line;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;

/** Mistakes in how the string to sign is made from its parts, and in the MAC. */
final class SignatureMutants {
  private static final HexFormat HEX = HexFormat.of();

  private SignatureMutants() {}

  static Stream<Mutant> all() {
    return Stream.of(presentation(), text(), values(), secrets()).flatMap(mutants -> mutants);
  }

  private static Stream<Mutant> presentation() {
    return Stream.of(
        presented("signature.missing", mac -> ""),
        presented("signature.prefix-missing", mac -> base64(mac)),
        presented("signature.prefix-wrong misspelt", mac -> "HMACHSHA256=" + base64(mac)),
        presented("signature.prefix-wrong lower-case", mac -> "hmacsha256=" + base64(mac)),
        presented("signature.encoding-hex", mac -> PREFIX + HEX.formatHex(mac)),
        presented("signature.encoding-base64url", mac -> PREFIX + base64url(mac)),
        presented("signature.encoding-unpadded", mac -> PREFIX + unpadded(mac)),
        presented("signature.double-encoded of-hex", mac -> PREFIX + base64OfHex(mac)),
        presented(
            "signature.double-encoded twice", mac -> PREFIX + base64(base64(mac).getBytes(UTF_8))),
        presented("signature.structured", mac -> PREFIX + '"' + base64(mac) + '"'),
        presented("signature.truncated", mac -> PREFIX + base64(Arrays.copyOf(mac, 16))),
        maced("signature.unkeyed", (key, text) -> hash("SHA-256", text)),
        maced("signature.algorithm sha-1", (key, text) -> mac("HmacSHA1", key, text)),
        maced("signature.algorithm sha-384", (key, text) -> mac("HmacSHA384", key, text)),
        maced("signature.algorithm sha-512", (key, text) -> mac("HmacSHA512", key, text)),
        maced("signature.algorithm sha-512/256", (key, text) -> mac("HmacSHA512/256", key, text)),
        maced("signature.algorithm swapped", (key, text) -> mac("HmacSHA256", text, key)));
  }

  private static Stream<Mutant> text() {
    return Stream.of(
        joined("string-to-sign.trailing-newline lf", it -> String.join("\n", it) + "\n"),
        joined("string-to-sign.trailing-newline crlf", it -> String.join("\n", it) + "\r\n"),
        joined("string-to-sign.line-separator crlf", it -> String.join("\r\n", it)),
        joined("string-to-sign.line-separator escaped", it -> String.join("\\n", it)),
        joined("string-to-sign.line-separator nothing", it -> String.join("", it)),
        joined("string-to-sign.line-separator comma", it -> String.join(",", it)),
        lined("string-to-sign.separator colon-space", it -> it.name() + ": " + it.value()),
        lined("string-to-sign.separator equals", it -> it.name() + "=" + it.value()),
        lined("string-to-sign.names lower-case", it -> lower(it.name()) + ":" + it.value()),
        lined(
            "string-to-sign.names underscores",
            it -> it.name().toUpperCase(Locale.ROOT).replace('-', '_') + ":" + it.value()),
        lined("string-to-sign.values-only", Line::value),
        ordered("string-to-sign.component-missing client-id", it -> it.remove(0)),
        ordered("string-to-sign.component-missing request-id", it -> it.remove(1)),
        ordered("string-to-sign.component-missing timestamp", it -> it.remove(2)),
        ordered("string-to-sign.component-missing target", it -> it.remove(3)),
        ordered(
            "string-to-sign.component-order alphabetical",
            it -> it.sort(Comparator.comparing(Line::name))),
        ordered(
            "string-to-sign.component-order digest-first",
            it -> it.add(0, it.remove(it.size() - 1))),
        ordered("string-to-sign.component-extra", it -> it.add(0, new Line("Method", "POST"))),
        joined("string-to-sign.html-decoded", it -> String.join("\n", it).replace("&amp;", "&")),
        new Mutant(
            "string-to-sign.charset utf-16", it -> it.encode = text -> text.getBytes(UTF_16LE)),
        new Mutant(
            "string-to-sign.snap-recipe",
            it -> {
              it.digest = body -> HEX.formatHex(hash("SHA-256", body));
              it.line = Line::value;
              it.join = lines -> "POST:" + lines.get(3) + ":token:" + lines.get(lines.size() - 1);
              it.mac = (key, text) -> mac("HmacSHA512", key, text);
            }),
        new Mutant(
            "string-to-sign.body-checksum",
            it -> {
              it.digest = body -> new String(body, UTF_8);
              it.join = lines -> lines.get(lines.size() - 1).replaceAll("[^0-9A-Za-z-]", "");
              it.mac = (key, text) -> hash("SHA-256", joined(text, key));
            }),
        digested("digest.omitted", it -> it.isDigested = parts -> false),
        digested("digest.on-bodyless-request", it -> it.isDigested = parts -> true),
        digested("digest.encoding-hex", it -> it.digest = body -> HEX.formatHex(sha256(body))),
        digested("digest.double-encoded", it -> it.digest = body -> base64OfHex(sha256(body))),
        digested("digest.prefixed", it -> it.digest = body -> "SHA-256=" + base64(sha256(body))),
        digested("digest.encoding-base64url", it -> it.digest = body -> base64url(sha256(body))),
        digested("digest.encoding-unpadded", it -> it.digest = body -> unpadded(sha256(body))),
        digested("digest.empty-body", it -> it.digest = body -> base64(sha256(new byte[0]))),
        digested("body.compressed", it -> it.digest = body -> base64(sha256(gzipped(body)))),
        digested("digest.raw-body", it -> it.digest = body -> new String(body, UTF_8)),
        digested("digest.algorithm md5", it -> it.digest = body -> base64(hash("MD5", body))),
        digested(
            "digest.algorithm sha-512", it -> it.digest = body -> base64(hash("SHA-512", body))));
  }

  private static Stream<Mutant> values() {
    return Stream.of(
        target("target.full-url", it -> "https://api.doku.com" + it),
        target("target.host-included", it -> "api.doku.com" + it),
        target("target.leading-slash-missing", it -> it.substring(1)),
        target("target.trailing-slash", it -> it + "/"),
        target("target.double-slash", it -> "/" + it),
        target("target.path-prefix", it -> it.substring(Math.max(0, it.indexOf('/', 1)))),
        target("target.other-operation", it -> it.replace("/generate-order", "/cancel")),
        target("target.case", SignatureMutants::lower),
        target("target.empty", it -> ""),
        target("target.not-own-path", it -> "/akulaku-peer-to-peer/v2/generate-order"),
        target("target.cut-short", it -> it.substring(0, Math.max(0, it.lastIndexOf('/')))),
        target(
            "target.template",
            it -> it.substring(0, Math.max(0, it.lastIndexOf('/'))) + "/{invoice_number}"),
        target("target.cut", it -> it.substring(0, Math.min(it.length(), 255))),
        timestamp("timestamp.milliseconds", it -> it.replace("Z", ".000Z")),
        timestamp("timestamp.offset", it -> it.replace("Z", "+00:00")),
        timestamp("timestamp.local-time", it -> shifted(it, 7 * 3600)),
        timestamp("timestamp.other-instant", it -> shifted(it, 1)),
        timestamp("timestamp.epoch", it -> Long.toString(instant(it).getEpochSecond())),
        timestamp("timestamp.format", it -> it.replace("T", " ").replace("Z", "")),
        valued("request-id.other upper-case", it -> it.withRequestId(upper(it.requestId()))),
        valued("request-id.other dashes", it -> it.withRequestId(it.requestId().replace("-", ""))),
        valued("request-id.other cut", it -> it.withRequestId(cut(it.requestId(), 64))),
        valued("client-id.other upper-case", it -> it.withClientId(upper(it.clientId()))),
        valued("client-id.other configured", it -> it.withClientId(it.keyClientId())),
        valued("component.whitespace", it -> it.withRequestId(it.requestId() + " ")),
        valued(
            "component.whitespace collapsed",
            it -> it.withRequestId(it.requestId().replaceAll(" +", " "))),
        valued("response.request-timestamp", Parts::asRequest));
  }

  private static Stream<Mutant> secrets() {
    return Stream.of(
        keyed("secret.whitespace", it -> it + "\n"),
        keyed("secret.whitespace removed", it -> it.replace(" ", "")),
        keyed("secret.quoted", it -> "\"" + it + "\""),
        keyed("secret.quoted unquoted", it -> it.replace("\"", "")),
        keyed("secret.html-decoded", it -> it.replace("&amp;", "&").replace("&lt;", "<")),
        keyed("secret.url-decoded", it -> it.replace('+', ' ').replace("%25", "%")),
        keyed("secret.unescaped", it -> it.replace("\\n", "\n")),
        keyed("secret.edited", it -> it.substring(Math.min(3, it.length()))),
        keyed("secret.empty", it -> ""),
        keyed("secret.cut", it -> cut(it, 64)),
        new Mutant(
            "secret.base64-decoded",
            it -> it.key = parts -> decoded(parts, Base64.getDecoder()::decode)),
        new Mutant("secret.hex-decoded", it -> it.key = parts -> decoded(parts, HEX::parseHex)),
        new Mutant(
            "secret.charset",
            it -> it.key = parts -> new String(parts.secret().get(), UTF_8).getBytes(ISO_8859_1)),
        new Mutant("secret.client-id", it -> it.key = parts -> parts.clientId().getBytes(UTF_8)));
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] both = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }

  private static byte[] gzipped(byte[] body) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(body);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static Mutant presented(String name, Function<byte[], String> present) {
    return new Mutant(name, it -> it.present = present);
  }

  private static Mutant maced(
      String name, java.util.function.BiFunction<byte[], byte[], byte[]> mac) {
    return new Mutant(name, it -> it.mac = mac);
  }

  private static Mutant joined(String name, Function<List<String>, String> join) {
    return new Mutant(name, it -> it.join = join);
  }

  private static Mutant lined(String name, Function<Line, String> line) {
    return new Mutant(name, it -> it.line = line);
  }

  private static Mutant ordered(String name, java.util.function.Consumer<List<Line>> change) {
    return new Mutant(
        name,
        it ->
            it.lines =
                lines -> {
                  List<Line> copy = new ArrayList<>(lines);
                  change.accept(copy);
                  return copy;
                });
  }

  private static Mutant digested(String name, java.util.function.Consumer<Recipe> change) {
    return new Mutant(name, change);
  }

  private static Mutant valued(String name, UnaryOperator<Parts> change) {
    return new Mutant(
        name,
        it -> {
          UnaryOperator<Parts> right = it.parts;
          it.parts = parts -> change.apply(right.apply(parts));
        });
  }

  private static Mutant target(String name, UnaryOperator<String> change) {
    return valued(name, it -> it.withTarget(change.apply(it.target())));
  }

  private static Mutant timestamp(String name, UnaryOperator<String> change) {
    return valued(name, it -> it.withTimestamp(change.apply(it.timestamp())));
  }

  private static Mutant keyed(String name, UnaryOperator<String> change) {
    return new Mutant(
        name,
        it ->
            it.key =
                parts -> change.apply(new String(parts.secret().get(), UTF_8)).getBytes(UTF_8));
  }

  private static byte[] sha256(byte[] bytes) {
    return hash("SHA-256", bytes);
  }

  private static String base64url(byte[] bytes) {
    return Base64.getUrlEncoder().encodeToString(bytes);
  }

  private static String unpadded(byte[] bytes) {
    return Base64.getEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String base64OfHex(byte[] bytes) {
    return base64(HEX.formatHex(bytes).getBytes(UTF_8));
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }

  private static String upper(String text) {
    return text.toUpperCase(Locale.ROOT);
  }

  private static String cut(String text, int length) {
    return text.substring(0, Math.min(text.length(), length));
  }

  private static String shifted(String timestamp, long seconds) {
    return DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss'Z'")
        .withZone(ZoneOffset.UTC)
        .format(instant(timestamp).plusSeconds(seconds));
  }

  private static Instant instant(String timestamp) {
    try {
      return Instant.parse(timestamp);
    } catch (DateTimeParseException e) {
      return Instant.EPOCH;
    }
  }

  /** Decodes a secret that can be decoded, as a guessing implementation does. */
  private static byte[] decoded(Parts parts, Function<String, byte[]> decode) {
    byte[] secret = parts.secret().get();
    try {
      return decode.apply(new String(secret, UTF_8));
    } catch (IllegalArgumentException e) {
      return secret;
    }
  }
}
