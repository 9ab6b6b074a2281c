package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.json.Recordings;
import io.github.dokuconformance.diagnosis.nonsnap.NonSnapMistake;
import io.github.dokuconformance.signature.SignedPart;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** Every mistake of the catalogue in each of its variants, made by hand. */
final class Forgings {
  static final String HEX_SECRET = "6e6f742d612d736563726574";

  /** By the bytes that {@link #HEX_SECRET} stands for; it is about that secret alone. */
  static final Forging HEX_DECODED =
      new Forging(
          NonSnapMistake.SECRET_HEX_DECODED,
          "hex",
          f -> f.key = HexFormat.of().parseHex(HEX_SECRET));

  private static final List<Forging> ALL = make();

  private final List<Forging> all = new ArrayList<>();

  static List<Forging> all() {
    return ALL;
  }

  private static List<Forging> make() {
    Forgings forgings = new Forgings();
    forgings.presentations();
    forgings.macs();
    forgings.texts();
    forgings.lines();
    forgings.digests();
    forgings.bodies();
    forgings.serializers();
    forgings.targets();
    forgings.timestamps();
    forgings.ids();
    forgings.secrets();
    forgings.responses();
    return List.copyOf(forgings.all);
  }

  private void add(String code, String variant, Consumer<Forgery> change) {
    all.add(new Forging(NonSnapMistake.of(code).orElseThrow(), variant, change));
  }

  private void addAlone(String code, String variant, Consumer<Forgery> change) {
    all.add(new Forging(NonSnapMistake.of(code).orElseThrow(), variant, true, change));
  }

  /** Returns those that are looked for beside others. */
  static List<Forging> combined() {
    return ALL.stream().filter(forging -> !forging.alone()).toList();
  }

  /**
   * Returns the separator with a space on two lines: what the same on one line and a space in front
   * of another one's value come to.
   */
  static List<Forging> withSpacesAfterNames() {
    List<String> names =
        List.of(
            "Client-Id",
            "Request-Id",
            "Request-Timestamp",
            "Response-Timestamp",
            "Request-Target",
            "Digest");
    Forgings forgings = new Forgings();
    for (String one : names) {
      for (String other : names.subList(names.indexOf(one) + 1, names.size())) {
        forgings.addAlone(
            "string-to-sign.separator",
            "space on " + one + " and " + other,
            f -> {
              f.oddLines = List.of(one, other);
              f.oddSeparator = ": ";
            });
      }
    }
    return forgings.all;
  }

  private void presentations() {
    add("signature.prefix-missing", "none", f -> f.prefix = "");
    for (String prefix :
        List.of("HMACHSHA256=", "hmacsha256=", "SHA256=", "HMAC-SHA256=", "HmacSHA256: ")) {
      add("signature.prefix-wrong", prefix, f -> f.prefix = prefix);
    }
    HexFormat hex = HexFormat.of();
    add("signature.encoding-hex", "lower", f -> f.encoding = hex::formatHex);
    add("signature.encoding-hex", "upper", f -> f.encoding = hex.withUpperCase()::formatHex);
    add(
        "signature.encoding-base64url",
        "padded",
        f -> f.encoding = Base64.getUrlEncoder()::encodeToString);
    add(
        "signature.encoding-base64url",
        "unpadded",
        f -> f.encoding = Base64.getUrlEncoder().withoutPadding()::encodeToString);
    add(
        "signature.encoding-unpadded",
        "base64",
        f -> f.encoding = Base64.getEncoder().withoutPadding()::encodeToString);
    add(
        "signature.double-encoded",
        "hex",
        f -> f.encoding = mac -> Forgery.base64(hex.formatHex(mac).getBytes(US_ASCII)));
    add(
        "signature.double-encoded",
        "upper hex",
        f ->
            f.encoding =
                mac -> Forgery.base64(hex.withUpperCase().formatHex(mac).getBytes(US_ASCII)));
    add(
        "signature.double-encoded",
        "base64",
        f -> f.encoding = mac -> Forgery.base64(Forgery.base64(mac).getBytes(US_ASCII)));
    structured("keyId=\"a\",algorithm=\"hmac-sha256\",signature=\"", "\"");
    structured("HMACSHA256=\"", "\"");
    structured("t=1736929980,v1=", ",v0=none");
    structured("{\"signature\":\"", "\"}");
    for (int bytes : List.of(8, 16, 20, 31)) {
      add(
          "signature.truncated",
          bytes + " bytes",
          f -> f.cutBytes = mac -> Arrays.copyOf(mac, Math.min(bytes, mac.length)));
    }
    for (int characters : List.of(24, 32)) {
      add(
          "signature.truncated",
          characters + " characters",
          f -> f.cutText = text -> text.substring(0, Math.min(characters, text.length())));
    }
  }

  private void structured(String before, String after) {
    add(
        "signature.structured",
        before,
        f -> {
          f.prefix = before;
          f.cutText = text -> text + after;
        });
  }

  private void macs() {
    add("signature.unkeyed", "SHA-256", f -> f.mac = (key, text) -> Forgery.hash("SHA-256", text));
    for (String hash : List.of("SHA1", "SHA384", "SHA512", "SHA512/256", "MD5")) {
      add(
          "signature.algorithm",
          hash,
          f -> f.mac = (key, text) -> Forgery.hmac("Hmac" + hash, key, text));
    }
  }

  private void texts() {
    for (String end : List.of("\n", "\r\n")) {
      add("string-to-sign.trailing-newline", shown(end), f -> f.lastLineEnd = end);
    }
    for (String separator : List.of("\r\n", "\\n", "", " ", ",", ";", "&", "|")) {
      add("string-to-sign.line-separator", shown(separator), f -> f.lineSeparator = separator);
    }
    for (String separator : List.of("", ": ", "=")) {
      add("string-to-sign.separator", shown(separator), f -> f.nameSeparator = separator);
    }
    for (String separator : List.of("", ": ", "=")) {
      for (String odd : List.of("Digest", "Client-Id")) {
        add(
            "string-to-sign.separator",
            shown(separator) + " on " + odd,
            f -> {
              f.oddLines = List.of(odd);
              f.oddSeparator = separator;
            });
      }
      for (List<String> odd :
          List.of(
              List.of("Client-Id", "Request-Id"),
              List.of("Client-Id", "Request-Id", "Request-Target"))) {
        addAlone(
            "string-to-sign.separator",
            shown(separator) + " on " + odd,
            f -> {
              f.oddLines = odd;
              f.oddSeparator = separator;
            });
      }
    }
    add("string-to-sign.names", "lower case", f -> f.spelling = n -> n.toLowerCase(Locale.ROOT));
    add("string-to-sign.names", "upper case", f -> f.spelling = n -> n.toUpperCase(Locale.ROOT));
    add(
        "string-to-sign.names",
        "REQUEST_ID",
        f -> f.spelling = n -> n.toUpperCase(Locale.ROOT).replace('-', '_'));
    add(
        "string-to-sign.names",
        "Client-ID alone",
        f -> f.spelling = n -> n.replaceAll("^Client-Id", "Client-ID"));
    add(
        "string-to-sign.names",
        "another name alone",
        f -> f.spelling = n -> n.equals("Request-Target") ? "Request-Path" : n);
    add(
        "string-to-sign.names",
        "Response-Timestamp alone",
        f -> {
          if (f.sample.input().part() != SignedPart.RESPONSE) {
            f.spelling = n -> n.replace("Request-Timestamp", "Response-Timestamp");
          }
        });
    add("string-to-sign.names", "clientId", f -> f.spelling = Forgings::camelCase);
    add("string-to-sign.names", "Client-ID", f -> f.spelling = n -> n.replaceAll("Id$", "ID"));
    add("string-to-sign.values-only", "values", f -> f.names = false);
    add(
        "string-to-sign.html-decoded",
        "basic",
        f -> {
          f.toBytes = text -> text.replace("&#039;", "'").replace("&amp;", "&").getBytes(UTF_8);
        });
    charset("UTF-16LE", UTF_16LE);
    charset("UTF-16BE", UTF_16BE);
  }

  private void charset(String name, Charset charset) {
    add("string-to-sign.charset", name, f -> f.toBytes = text -> text.getBytes(charset));
  }

  private static String camelCase(String name) {
    String joined = name.replace("-", "");
    return Character.toLowerCase(joined.charAt(0)) + joined.substring(1);
  }

  private void lines() {
    for (int i = 0; i < 4; i++) {
      int missing = i;
      add("string-to-sign.component-missing", "line " + i, f -> f.order.remove(missing));
    }
    add("string-to-sign.component-order", "reversed", f -> Collections.reverse(f.order));
    add("string-to-sign.component-order", "sorted", f -> Collections.sort(f.order));
    add("string-to-sign.component-order", "ids exchanged", f -> Collections.swap(f.order, 0, 1));
    add("string-to-sign.component-order", "moved round", f -> Collections.rotate(f.order, 1));
    for (int at : List.of(0, 2, 4)) {
      add(
          "string-to-sign.component-extra",
          "method at " + at,
          f -> extra(f, at, "Request-Method", f.sample.input().request().method()));
      add(
          "string-to-sign.component-extra",
          "host at " + at,
          f ->
              extra(
                  f, at, "Host", f.sample.input().request().headers().first("Host").orElseThrow()));
      add(
          "string-to-sign.component-extra",
          "type at " + at,
          f -> extra(f, at, "Content-Type", "application/json"));
      add(
          "string-to-sign.component-extra",
          "other timestamp at " + at,
          f ->
              extra(
                  f,
                  at,
                  f.timestampName.equals("Request-Timestamp")
                      ? "Response-Timestamp"
                      : "Request-Timestamp",
                  f.timestampName.equals("Request-Timestamp")
                      ? f.timestamp()
                      : f.sample
                          .input()
                          .request()
                          .headers()
                          .first("Request-Timestamp")
                          .orElseThrow()));
    }
    checksum();
    snap("", "HmacSHA512", true);
    snap("", "HmacSHA512", false);
    snap("", "HmacSHA256", true);
    snap("eyJ.test.token", "HmacSHA512", true);
  }

  private static void extra(Forgery forgery, int at, String name, String value) {
    forgery.values.put(name, value);
    forgery.order.add(at, name);
  }

  private void snap(String token, String mac, boolean minified) {
    add(
        "string-to-sign.snap-recipe",
        mac + (minified ? " minified " : " ") + token,
        f -> {
          f.snapToken = token;
          f.snapMac = mac;
          f.snapMinified = minified;
        });
  }

  private void checksum() {
    add(
        "string-to-sign.body-checksum",
        "of three values",
        f -> {
          if (f.body.length > 0) {
            String text = new String(f.body, UTF_8);
            f.checksum = value(text, "amount") + Sample.CLIENT_ID + value(text, "invoice_number");
          }
        });
  }

  private static String value(String json, String name) {
    Matcher value = Pattern.compile('"' + name + "\"\\s*:\\s*\"?([^\",}\\s]+)").matcher(json);
    return value.find() ? value.group(1) : "";
  }

  private void digests() {
    add("digest.omitted", "line", f -> f.digestLine = false);
    for (String body : List.of("", "{}", "null")) {
      add(
          "digest.on-bodyless-request",
          "of \"" + body + '"',
          f -> {
            if (f.body.length == 0) {
              f.body(body);
              f.digestLine = true;
            }
          });
    }
    HexFormat hex = HexFormat.of();
    add("digest.encoding-hex", "lower", f -> f.digestEncoding = hex::formatHex);
    add("digest.encoding-hex", "upper", f -> f.digestEncoding = hex.withUpperCase()::formatHex);
    add(
        "digest.double-encoded",
        "hex",
        f -> f.digestEncoding = d -> Forgery.base64(hex.formatHex(d).getBytes(US_ASCII)));
    for (String prefix : List.of("SHA-256=", "sha-256=", "SHA256=", "sha256=")) {
      add("digest.prefixed", prefix, f -> f.digestPrefix = prefix);
    }
    add(
        "digest.encoding-base64url",
        "padded",
        f -> f.digestEncoding = Base64.getUrlEncoder()::encodeToString);
    add(
        "digest.encoding-base64url",
        "unpadded",
        f -> f.digestEncoding = Base64.getUrlEncoder().withoutPadding()::encodeToString);
    add(
        "digest.encoding-unpadded",
        "base64",
        f -> f.digestEncoding = Base64.getEncoder().withoutPadding()::encodeToString);
    add("digest.empty-body", "nothing", f -> ifBody(f, text -> ""));
    add("digest.raw-body", "body", f -> f.rawBody = f.body.length > 0);
    for (String hash : List.of("MD5", "SHA-1", "SHA-512")) {
      add("digest.algorithm", hash, f -> f.digestHash = hash);
    }
  }

  private static void ifBody(Forgery forgery, UnaryOperator<String> change) {
    if (forgery.body.length > 0) {
      forgery.body(change.apply(new String(forgery.body, UTF_8)));
    }
  }

  private void body(String code, String variant, UnaryOperator<String> change) {
    add(code, variant, f -> ifBody(f, change));
  }

  private void bodies() {
    add(
        "body.minified",
        "minified",
        f -> {
          if (f.body.length > 0) {
            f.body(Forgery.minified(f.body));
          }
        });
    body("body.whitespace-stripped", "spaces", text -> text.replace(" ", ""));
    body("body.whitespace-stripped", "all", text -> text.replaceAll("\\s", ""));
    body("body.trimmed", "both ends", String::strip);
    body("body.trimmed", "LF added", text -> text + "\n");
    body("body.trimmed", "CRLF added", text -> text + "\r\n");
    body("body.line-endings", "LF", text -> text.replace("\r\n", "\n"));
    body("body.line-endings", "CRLF", text -> text.replaceAll("\r?\n", "\r\n"));
    body("body.line-endings", "removed", text -> text.replaceAll("[\r\n]", ""));
    body("body.bom", "put", text -> "\uFEFF" + text);
    for (Charset charset : List.of(ISO_8859_1, UTF_16LE, UTF_16BE)) {
      add(
          "body.charset",
          charset.name(),
          f -> {
            if (f.body.length > 0) {
              f.body(new String(f.body, UTF_8).getBytes(charset));
            }
          });
    }
    add(
        "body.charset",
        "UTF-8 twice",
        f -> {
          if (f.body.length > 0) {
            f.body(new String(f.body, ISO_8859_1).getBytes(UTF_8));
          }
        });
    for (int place : List.of(1, 2)) {
      add(
          "body.charset",
          "two chunks, the first ends inside character " + place,
          f -> {
            if (f.body.length > 0) {
              f.body(inTwoChunks(f.body, place));
            }
          });
    }
    add(
        "body.charset",
        "question marks",
        f -> {
          if (f.body.length > 0) {
            f.body(new String(f.body, ISO_8859_1).replaceAll("[^\\x00-\\x7f]", "?"));
          }
        });
    add(
        "body.charset",
        "low bytes",
        f -> {
          if (f.body.length > 0) {
            byte[] wide = new String(f.body, UTF_8).getBytes(UTF_16LE);
            byte[] low = new byte[wide.length / 2];
            for (int i = 0; i < low.length; i++) {
              low[i] = wide[2 * i];
            }
            f.body(low);
          }
        });
    addAlone(
        "body.compressed",
        "by gzip",
        f -> {
          if (f.body.length > 0) {
            f.body(gzipped(f.body));
          }
        });
    body("body.url-decoded", "decoded", text -> URLDecoder.decode(text, UTF_8));
    body("body.url-decoded", "encoded", text -> URLEncoder.encode(text, UTF_8));
    body("body.html-decoded", "basic", text -> text.replace("&#039;", "'").replace("&amp;", "&"));
    body(
        "body.html-decoded",
        "all",
        text -> text.replace("&#039;", "'").replace("&copy;", "©").replace("&amp;", "&"));
    body(
        "body.json-string",
        "stringified",
        text ->
            '"'
                + text.replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n")
                    .replace("\r", "\\r")
                    .replace("\t", "\\t")
                + '"');
    body(
        "body.other-amount-format",
        "one decimal",
        text ->
            text.replaceAll("(amount\"\\s*:\\s*\\d+)", "$1.0")
                .replaceAll("(price\"\\s*:\\s*\\d+\\.0)0", "$1"));
    body(
        "body.other-amount-format",
        "two decimals",
        text -> text.replaceAll("(amount\"\\s*:\\s*\\d+)", "$1.00"));
    body(
        "body.other-amount-format",
        "exponent",
        text -> text.replace("90000", "9E+4").replace("30000.00", "3E+4"));
    body(
        "body.other-amount-format",
        "exponent and fraction",
        text -> text.replace("90000", "9.0E4").replace("30000.00", "3.0E4"));
    body(
        "body.other-amount-format",
        "string",
        text -> text.replace("90000", "\"90000\"").replace("30000.00", "\"30000.00\""));
    body(
        "body.other-amount-format",
        "string to number",
        text ->
            text.replace("\"10.00\"", "10.00")
                .replace("\"120129\"", "120129")
                .replace("\"6285694566147\"", "6285694566147")
                .replace("\"1002\"", "1002"));
    body(
        "body.reserialized",
        "slashes escaped by hand",
        text -> text.replace("\\/", "/").replace("/", "\\/"));
    body("body.reserialized", "slashes unescaped by hand", text -> text.replace("\\/", "/"));
    body("body.reserialized", "list for object", text -> text.replace("{}", "[]"));
    body("body.reserialized", "object for list", text -> text.replace("[]", "{}"));
    body(
        "body.reserialized",
        "camelCase",
        text ->
            Pattern.compile("(?<=[a-z])_([a-z])(?=[a-z_]*\"\\s*:)")
                .matcher(text)
                .replaceAll(first -> first.group(1).toUpperCase(Locale.ROOT)));
    body("body.reserialized", "backslashes stripped", text -> text.replace("\\", ""));
  }

  private void serializers() {
    for (String runtime : List.of("JavaScript", "Python", "PHP", "Go", "Gson", "Jackson")) {
      Recordings.of(runtime)
          .forEach(
              (call, outputs) ->
                  add(
                      "body.reserialized",
                      runtime + " " + call,
                      f -> {
                        if (f.body.length > 0) {
                          f.body(outputs.get(f.sample.body()));
                        }
                      }));
    }
    for (String indent : List.of("2", "3", "4", "tab")) {
      for (String lineEnd : List.of("\n", "\r\n")) {
        add(
            "body.pretty-printed",
            indent + shown(lineEnd),
            f -> {
              if (f.body.length > 0) {
                String unit = indent.equals("tab") ? "\t" : " ".repeat(Integer.parseInt(indent));
                f.body(indented(new String(Forgery.minified(f.body), UTF_8), unit, lineEnd));
              }
            });
      }
    }
  }

  /** Indents compact JSON; every bracket in it stands outside strings. */
  private static String indented(String compact, String unit, String lineEnd) {
    StringBuilder out = new StringBuilder();
    int depth = 0;
    boolean inString = false;
    for (int i = 0; i < compact.length(); i++) {
      char c = compact.charAt(i);
      char next = i + 1 < compact.length() ? compact.charAt(i + 1) : ' ';
      if (c == '\\') {
        out.append(c).append(next);
        i++;
        continue;
      }
      inString ^= c == '"';
      if (inString) {
        out.append(c);
      } else if (c == '{' || c == '[') {
        boolean empty = next == '}' || next == ']';
        out.append(c).append(empty ? "" : lineEnd + unit.repeat(++depth));
        if (empty) {
          out.append(next);
          i++;
        }
      } else if (c == '}' || c == ']') {
        out.append(lineEnd).append(unit.repeat(--depth)).append(c);
      } else if (c == ',') {
        out.append(c).append(lineEnd).append(unit.repeat(depth));
      } else {
        out.append(c == ':' ? ": " : String.valueOf(c));
      }
    }
    return out.toString();
  }

  private static String inTwoChunks(byte[] body, int place) {
    int found = 0;
    for (int i = 0; i < body.length; i++) {
      if ((body[i] & 0xc0) == 0x80 && ++found == place) {
        return new String(body, 0, i, UTF_8) + new String(body, i, body.length - i, UTF_8);
      }
    }
    return new String(body, UTF_8);
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

  private void target(String code, String variant, UnaryOperator<String> change) {
    add(code, variant, f -> f.target(change.apply(f.target())));
  }

  private static String query(Forgery forgery) {
    return "?" + forgery.sample.input().request().target().query().orElseThrow();
  }

  private static String host(Forgery forgery) {
    return forgery.sample.input().request().headers().first("Host").orElseThrow();
  }

  private void targets() {
    for (String scheme : List.of("https://", "http://")) {
      add("target.full-url", scheme, f -> f.target(scheme + host(f) + f.target()));
    }
    add(
        "target.full-url",
        "with query",
        f -> f.target("https://" + host(f) + f.target() + query(f)));
    add("target.host-included", "host", f -> f.target(host(f) + f.target()));
    add("target.query-included", "query", f -> f.target(f.target() + query(f)));
    target("target.leading-slash-missing", "none", path -> path.substring(1));
    target("target.trailing-slash", "added", path -> path + "/");
    target("target.double-slash", "at the front", path -> "/" + path);
    target("target.double-slash", "collapsed", path -> path.replace("//", "/"));
    target(
        "target.percent-encoding", "decoded", path -> path.replace("%2f", "/").replace("%20", " "));
    target("target.percent-encoding", "upper case", path -> path.replace("%2f", "%2F"));
    target("target.percent-encoding", "encoded again", path -> path.replace("%", "%25"));
    target("target.path-prefix", "one segment less", path -> path.substring(path.indexOf('/', 1)));
    target("target.path-prefix", "api", path -> "/api" + path);
    target("target.path-prefix", "index.php", path -> "/index.php" + path);
    target("target.cut-short", "last segment", path -> path.substring(0, path.lastIndexOf('/')));
    target(
        "target.cut-short",
        "last segment but for its slash",
        path -> path.substring(0, path.lastIndexOf('/') + 1));
    for (String name : List.of("{invoice_number}", "{id}", ":id")) {
      target("target.template", name, path -> path.substring(0, path.lastIndexOf('/') + 1) + name);
    }
    add(
        "target.path-prefix",
        "of a header",
        f ->
            f.sample
                .input()
                .request()
                .headers()
                .first("X-Forwarded-Prefix")
                .ifPresent(prefix -> f.target(prefix + f.target())));
    for (String other :
        List.of(
            "/akulaku-peer-to-peer/v2/void",
            "/orders/v1/other",
            "/doku-virtual-account/v2/payment-code")) {
      add(
          "target.other-operation",
          other,
          f -> {
            if (f.sample.input().part() != SignedPart.NOTIFICATION) {
              f.target(other);
            }
          });
      add(
          "target.not-own-path",
          other,
          f -> {
            if (f.sample.input().part() == SignedPart.NOTIFICATION) {
              f.target(other);
            }
          });
    }
    add(
        "target.not-own-path",
        "host",
        f -> {
          if (f.sample.input().part() == SignedPart.NOTIFICATION) {
            f.target(host(f));
          }
        });
    target("target.case", "lower", path -> path.toLowerCase(Locale.ROOT));
    target("target.case", "upper", path -> path.toUpperCase(Locale.ROOT));
    target("target.empty", "empty", path -> "");
  }

  private void timestamp(String code, String variant, UnaryOperator<String> change) {
    add(code, variant, f -> f.timestamp(change.apply(f.timestamp())));
  }

  private static String shifted(String timestamp, long seconds) {
    return OffsetDateTime.parse(timestamp)
        .plusSeconds(seconds)
        .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME);
  }

  private void timestamps() {
    for (String fraction : List.of(".000", ".123", ".999", ".000000", ".0000000", ".000000000")) {
      timestamp("timestamp.milliseconds", fraction, t -> t.replace("Z", fraction + "Z"));
    }
    for (String offset : List.of("+00:00", "+0000", "+00")) {
      timestamp("timestamp.offset", offset, t -> t.replace("Z", offset));
    }
    for (String offset : List.of("+07:00", "+08:00", "+09:00", "-05:00", "+05:30")) {
      timestamp(
          "timestamp.offset",
          offset,
          t ->
              OffsetDateTime.parse(t)
                  .withOffsetSameInstant(ZoneOffset.of(offset))
                  .format(DateTimeFormatter.ISO_OFFSET_DATE_TIME));
    }
    for (int hours : List.of(7, 8, 9, -7, 1, 14, -14, -5)) {
      timestamp("timestamp.local-time", hours + " hours", t -> shifted(t, hours * 3600L));
    }
    for (int seconds : List.of(1, -1, 2, -5, 60, 120, -120)) {
      timestamp("timestamp.other-instant", seconds + " seconds", t -> shifted(t, seconds));
    }
    timestamp(
        "timestamp.epoch", "seconds", t -> Long.toString(OffsetDateTime.parse(t).toEpochSecond()));
    timestamp(
        "timestamp.epoch", "milliseconds", t -> OffsetDateTime.parse(t).toEpochSecond() + "000");
    timestamp("timestamp.format", "no T", t -> t.replace("T", " "));
    timestamp("timestamp.format", "no Z", t -> t.replace("Z", ""));
    timestamp("timestamp.format", "neither", t -> t.replace("T", " ").replace("Z", ""));
    timestamp("timestamp.format", "no seconds", t -> t.replaceAll(":\\d\\dZ", "Z"));
    timestamp("timestamp.format", "digits", t -> t.replaceAll("\\D", ""));
  }

  private void requestId(String variant, UnaryOperator<String> change) {
    add(
        "request-id.other",
        variant,
        f -> f.values.computeIfPresent("Request-Id", (n, v) -> change.apply(v)));
  }

  private void ids() {
    requestId("lower case", id -> id.toLowerCase(Locale.ROOT));
    requestId("upper case", id -> id.toUpperCase(Locale.ROOT));
    requestId("no dashes", id -> id.replace("-", ""));
    add(
        "request-id.other",
        "invoice number",
        f ->
            f.sample
                .text()
                .lines()
                .filter(l -> l.contains("INV-"))
                .findFirst()
                .ifPresent(
                    l -> f.values.put("Request-Id", l.replaceAll("(?s).*(INV-[-0-9]+).*", "$1"))));
    for (UnaryOperator<String> letterCase :
        List.<UnaryOperator<String>>of(
            id -> id.toLowerCase(Locale.ROOT), id -> id.toUpperCase(Locale.ROOT))) {
      add(
          "client-id.other",
          letterCase.apply("Case"),
          f -> f.values.computeIfPresent("Client-Id", (n, v) -> letterCase.apply(v)));
    }
    add("client-id.other", "the secret", f -> f.values.put("Client-Id", Sample.SECRET));
    for (String name : List.of("Client-Id", "Request-Id", "Request-Target", "timestamp")) {
      for (String[] space :
          new String[][] {{" ", ""}, {"", " "}, {" ", " "}, {"", "\t"}, {"", "\r"}}) {
        add(
            "component.whitespace",
            name + " " + shown(space[0]) + "|" + shown(space[1]),
            f ->
                f.values.computeIfPresent(
                    name.equals("timestamp") ? f.timestampName : name,
                    (n, v) -> space[0] + v + space[1]));
      }
    }
  }

  private void key(String code, String variant, byte[] key) {
    add(code, variant, f -> f.key = key);
  }

  private void secrets() {
    String secret = Sample.SECRET;
    for (String[] space :
        new String[][] {{"", "\n"}, {"", "\r\n"}, {"", " "}, {" ", ""}, {"", "\t"}}) {
      key(
          "secret.whitespace",
          shown(space[0]) + "|" + shown(space[1]),
          (space[0] + secret + space[1]).getBytes(UTF_8));
    }
    key("secret.quoted", "double", ('"' + secret + '"').getBytes(UTF_8));
    key("secret.quoted", "single", ("'" + secret + "'").getBytes(UTF_8));
    key("secret.quoted", "taken off", secret.replace("\"", "").getBytes(UTF_8));
    key("secret.html-decoded", "basic", secret.replace("&amp;", "&").getBytes(UTF_8));
    key("secret.base64-decoded", "lenient", lenientBase64(secret));
    for (Charset charset : List.of(ISO_8859_1, UTF_16LE, UTF_16BE)) {
      key("secret.charset", charset.name(), secret.getBytes(charset));
    }
    key("secret.edited", "prefix", secret.replace("SK-", "").getBytes(UTF_8));
    for (String label : List.of("SECRET_KEY=", "Secret Key: ")) {
      key("secret.edited", label, (label + secret).getBytes(UTF_8));
    }
    key("secret.edited", "spaces", secret.replace('+', ' ').getBytes(UTF_8));
    key("secret.edited", "upper case", secret.toUpperCase(Locale.ROOT).getBytes(UTF_8));
    key("secret.edited", "encoded", URLEncoder.encode(secret, UTF_8).getBytes(UTF_8));
    key("secret.edited", "cut", secret.substring(0, secret.length() - 1).getBytes(UTF_8));
    key("secret.client-id", "client id", Sample.CLIENT_ID.getBytes(UTF_8));
    key("secret.empty", "empty", new byte[0]);
    key("secret.other-known", Sample.OTHER_NAME, Sample.OTHER_SECRET.getBytes(UTF_8));
  }

  /** As PHP's base64_decode, which skips what is not of the alphabet. */
  private static byte[] lenientBase64(String secret) {
    String kept = secret.replaceAll("[^A-Za-z0-9+/]", "");
    int odd = kept.length() % 4;
    return Base64.getDecoder().decode(odd == 1 ? kept.substring(0, kept.length() - 1) : kept);
  }

  private void response(String code, String variant, Consumer<Forgery> change) {
    add(
        code,
        variant,
        f -> {
          if (f.sample.input().part() == SignedPart.RESPONSE) {
            change.accept(f);
          }
        });
  }

  private void responses() {
    String request = "Request-Timestamp";
    response("response.request-timestamp", "value", f -> f.timestamp(header(f, request)));
    response("response.request-timestamp", "name", f -> rename(f, f.timestamp()));
    response("response.request-timestamp", "both", f -> rename(f, header(f, request)));
    response(
        "response.request-digest",
        "body",
        f -> f.body(f.sample.input().request().body().toByteArray()));
    response(
        "response.other-request-id",
        "id",
        f -> f.values.put("Request-Id", header(f, "Request-Id")));
  }

  private static String header(Forgery forgery, String name) {
    return forgery.sample.input().request().headers().first(name).orElseThrow();
  }

  private static void rename(Forgery forgery, String value) {
    forgery.order.replaceAll(n -> n.equals("Response-Timestamp") ? "Request-Timestamp" : n);
    forgery.values.remove("Response-Timestamp");
    forgery.values.put("Request-Timestamp", value);
    forgery.timestampName = "Request-Timestamp";
  }

  private static String shown(String text) {
    return text.replace("\r", "CR").replace("\n", "LF").replace("\t", "tab").replace(" ", "space");
  }
}
