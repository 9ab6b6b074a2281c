package io.github.dokuconformance.diagnosis;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.diagnosis.snap.SnapMistake;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Every code of SNAP in each of its variants, written as a careless sender writes it. */
final class SnapForgings {
  private final List<SnapForging> all = new ArrayList<>();

  private SnapForgings() {}

  /** Returns what can go wrong with a signature of that kind, but for what needs another header. */
  static List<SnapForging> of(SnapSample.Kind kind) {
    SnapForgings forgings = new SnapForgings();
    forgings.timestamps();
    if (kind == SnapSample.Kind.TOKEN) {
      forgings.tokenStrings();
    } else {
      forgings.bodies();
      forgings.hashes();
      forgings.paths();
      forgings.strings();
    }
    if (kind == SnapSample.Kind.SYMMETRIC) {
      forgings.tokens();
      forgings.macs();
      forgings.secrets();
    } else {
      forgings.rsa();
    }
    return List.copyOf(forgings.all);
  }

  private void add(SnapMistake code, String variant, Consumer<SnapForgery> change) {
    all.add(new SnapForging(code, variant, change));
  }

  private void body(SnapMistake code, String variant, Function<String, String> of) {
    add(code, variant, f -> f.body = of.apply(f.sample.minified()).getBytes(UTF_8));
  }

  private void bodies() {
    SnapMistake raw = SnapMistake.BODY_NOT_MINIFIED;
    add(raw, "as sent", f -> f.body = f.sample.body().getBytes(UTF_8));
    add(raw, "LF added", f -> f.body = (f.sample.body() + "\n").getBytes(UTF_8));
    add(raw, "stripped", f -> f.body = f.sample.body().strip().getBytes(UTF_8));
    add(raw, "CRLF to LF", f -> f.body = f.sample.body().replace("\r\n", "\n").getBytes(UTF_8));
    SnapMistake stripped = SnapMistake.BODY_WHITESPACE_STRIPPED;
    add(
        stripped,
        "all white space",
        f -> f.body = f.sample.body().replaceAll("\\s+", "").getBytes(UTF_8));
    body(stripped, "spaces of the minified text", text -> text.replace(" ", ""));
    add(
        stripped,
        "spaces of the text as sent",
        f -> f.body = f.sample.body().replace(" ", "").getBytes(UTF_8));
    body(SnapMistake.BODY_ASCII_ESCAPED, "lower case", text -> escaped(text, c -> c > 0x7e));
    body(
        SnapMistake.BODY_ASCII_ESCAPED,
        "upper case",
        text -> escaped(text, c -> c > 0x7f, "\\u%04X"));
    body(SnapMistake.BODY_SLASH_ESCAPED, "slashes", text -> text.replace("/", "\\/"));
    body(
        SnapMistake.BODY_SLASH_ESCAPED,
        "PHP",
        text -> escaped(text, c -> c > 0x7f).replace("/", "\\/"));
    body(SnapMistake.BODY_HTML_ESCAPED, "Go", text -> escaped(text, c -> "<>&".indexOf(c) >= 0));
    body(
        SnapMistake.BODY_HTML_ESCAPED, "Gson", text -> escaped(text, c -> "<>&='".indexOf(c) >= 0));
    spaced("json.dumps", 0, ", ", ": ");
    spaced("two spaces", 2, ",", ": ");
    spaced("four spaces", 4, ",", ": ");
    body(SnapMistake.BODY_KEYS_SORTED, "everywhere", text -> tree(text, n -> sorted(n, true)));
    body(SnapMistake.BODY_KEYS_SORTED, "at the top", text -> tree(text, n -> sorted(n, false)));
    body(
        SnapMistake.BODY_KEYS_SORTED,
        "with Go's escapes",
        text -> escaped(tree(text, n -> sorted(n, true)), c -> "<>&".indexOf(c) >= 0));
    body(SnapMistake.BODY_INTEGER_KEYS_FIRST, "JavaScript", text -> tree(text, this::indicesFirst));
    number("without zeros", number -> number.replaceAll("\\.?0+$", ""));
    number("one decimal", number -> number.replaceAll("0$", ""));
    body(SnapMistake.BODY_EMPTY_ARRAY, "PHP", text -> text.replace("{}", "[]"));
    body(
        SnapMistake.BODY_NULLS_DROPPED,
        "Java",
        text -> text.replaceAll(",\"[^\"]*\":null", "").replaceAll("\"[^\"]*\":null,", ""));
    for (String other : List.of("null", "[]", "")) {
      body(SnapMistake.BODY_NULL_TEXT, '"' + other + '"', text -> other);
    }
    body(
        SnapMistake.BODY_JSON_STRING,
        "twice",
        text -> JsonMapper.shared().writeValueAsString(text));
    body(SnapMistake.BODY_OTHER_MESSAGE, "token", text -> "{\"grantType\":\"client_credentials\"}");
    body(SnapMistake.BODY_CHARSET, "mark", text -> "\uFEFF" + text);
    add(SnapMistake.BODY_CHARSET, "UTF-16", f -> f.body = f.sample.minified().getBytes(UTF_16LE));
    add(
        SnapMistake.BODY_CHARSET,
        "Latin-1",
        f -> f.body = f.sample.minified().getBytes(ISO_8859_1));
  }

  /** Writes a body as programs space it; strings stay as they are. */
  private void spaced(String variant, int indent, String comma, String colon) {
    body(
        SnapMistake.BODY_DEFAULT_SEPARATORS,
        variant,
        text -> {
          StringBuilder out = new StringBuilder();
          int depth = 0;
          boolean inString = false;
          for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            inString ^= c == '"';
            boolean empty = i + 1 < text.length() && "}]".indexOf(text.charAt(i + 1)) >= 0;
            if (inString || c == '"') {
              out.append(c);
            } else if ("{[".indexOf(c) >= 0) {
              out.append(c);
              depth++;
              out.append(empty ? "" : line(indent, depth));
            } else if ("}]".indexOf(c) >= 0) {
              depth--;
              boolean wasEmpty = "{[".indexOf(text.charAt(i - 1)) >= 0;
              out.append(wasEmpty ? "" : line(indent, depth)).append(c);
            } else if (c == ',') {
              out.append(comma).append(line(indent, depth));
            } else {
              out.append(c == ':' ? colon : String.valueOf(c));
            }
          }
          return out.toString();
        });
  }

  private static String line(int indent, int depth) {
    return indent == 0 ? "" : "\n" + " ".repeat(indent * depth);
  }

  private interface Wanted {
    boolean test(int c);
  }

  private static String escaped(String text, Wanted wanted) {
    return escaped(text, wanted, "\\u%04x");
  }

  private static String escaped(String text, Wanted wanted, String form) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(wanted.test(c) ? String.format(Locale.ROOT, form, (int) c) : String.valueOf(c));
    }
    return out.toString();
  }

  private void number(String variant, UnaryOperator<String> spelling) {
    body(
        SnapMistake.BODY_NUMBER_RESPELLED,
        variant,
        text -> {
          StringBuilder out = new StringBuilder();
          java.util.regex.Matcher matcher =
              java.util.regex.Pattern.compile("(?<=[:\\[])(\\d+\\.\\d+)").matcher(text);
          while (matcher.find()) {
            matcher.appendReplacement(out, spelling.apply(matcher.group()));
          }
          return matcher.appendTail(out).toString();
        });
  }

  private static String tree(String text, UnaryOperator<JsonNode> change) {
    JsonMapper exact =
        JsonMapper.builder()
            .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(tools.jackson.databind.cfg.JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();
    return exact.writeValueAsString(change.apply(exact.readTree(text)));
  }

  private static JsonNode sorted(JsonNode node, boolean deep) {
    return reordered(node, deep, Collections::sort);
  }

  private JsonNode indicesFirst(JsonNode node) {
    return reordered(
        node,
        true,
        names ->
            names.sort(
                (a, b) -> {
                  boolean one = a.matches("[0-9]+");
                  boolean two = b.matches("[0-9]+");
                  return one && two
                      ? Integer.compare(Integer.parseInt(a), Integer.parseInt(b))
                      : Boolean.compare(two, one);
                }));
  }

  private static JsonNode reordered(JsonNode node, boolean deep, Consumer<List<String>> order) {
    if (node.isArray() && deep) {
      var array = JsonMapper.shared().createArrayNode();
      node.forEach(item -> array.add(reordered(item, true, order)));
      return array;
    }
    if (!node.isObject()) {
      return node;
    }
    List<String> names = new ArrayList<>(node.propertyNames());
    order.accept(names);
    ObjectNode object = JsonMapper.shared().createObjectNode();
    names.forEach(
        name -> object.set(name, deep ? reordered(node.get(name), true, order) : node.get(name)));
    return object;
  }

  private void hashes() {
    add(SnapMistake.HASH_UPPER_HEX, "upper", f -> f.hash = b -> sha256(b).toUpperCase(Locale.ROOT));
    add(
        SnapMistake.HASH_BASE64,
        "of the digest",
        f -> f.hash = b -> base64(SnapForgery.digest("SHA-256", b)));
    add(
        SnapMistake.HASH_BASE64,
        "of the text",
        f -> f.hash = b -> base64(sha256(b).getBytes(UTF_8)));
    add(
        SnapMistake.HASH_BASE64,
        "of URLs",
        f -> f.hash = b -> Base64.getUrlEncoder().encodeToString(SnapForgery.digest("SHA-256", b)));
    for (String algorithm : List.of("SHA-512", "SHA-1", "MD5", "SHA-384")) {
      add(
          SnapMistake.HASH_ALGORITHM,
          algorithm,
          f -> f.hash = b -> SnapForgery.hex(SnapForgery.digest(algorithm, b)));
    }
    add(SnapMistake.HASH_OMITTED, "and its colon", f -> f.hash = b -> null);
    add(SnapMistake.HASH_OMITTED, "alone", f -> f.hash = b -> "");
    add(SnapMistake.HASH_RAW_BODY, "minified", f -> f.hash = b -> new String(b, UTF_8));
    add(SnapMistake.HASH_RAW_BODY, "as sent", f -> f.hash = b -> f.sample.body());
    add(
        SnapMistake.HASH_KEYED,
        "hex",
        f -> f.hash = b -> SnapForgery.hex(SnapForgery.hmac("HmacSHA256", f.key, b)));
  }

  private static String sha256(byte[] bytes) {
    return SnapForgery.hex(SnapForgery.digest("SHA-256", bytes));
  }

  private static String base64(byte[] bytes) {
    return Base64.getEncoder().encodeToString(bytes);
  }

  private void path(SnapMistake code, String variant, UnaryOperator<String> of) {
    add(code, variant, f -> f.path = of.apply(f.path));
  }

  private void paths() {
    path(SnapMistake.PATH_WITH_HOST, "https", p -> "https://api-sandbox.doku.com" + p);
    path(SnapMistake.PATH_WITH_HOST, "host alone", p -> "api.doku.com" + p);
    path(SnapMistake.PATH_QUERY, "a mark", p -> p + "?");
    for (String fixed : List.of("/v1.0/debit/notify", "/v1.1/transfer-va/payment", "")) {
      path(SnapMistake.PATH_FIXED, '"' + fixed + '"', p -> fixed);
    }
    path(SnapMistake.PATH_ROUTE_PATTERN, "less two", p -> p.substring(p.indexOf('/', 20)));
    path(SnapMistake.PATH_LEGACY, "version", p -> p.replaceFirst("/v1(\\.1)?/", "/v1.0/"));
    path(SnapMistake.PATH_OTHER_OPERATION, "status", p -> "/orders/v1.0/debit/status");
    path(
        SnapMistake.PATH_OTHER_OPERATION,
        "delete",
        p -> "/virtual-accounts/bi-snap-va/v1.1/transfer-va/delete-va");
    path(SnapMistake.PATH_LEADING_SLASH, "none", p -> p.substring(1));
    path(SnapMistake.PATH_TRAILING_SLASH, "one", p -> p + "/");
    path(SnapMistake.PATH_DOUBLE_SLASH, "in front", p -> "/" + p);
    path(SnapMistake.PATH_PERCENT_ENCODING, "slashes", p -> p.replace("/", "%2F"));
    path(SnapMistake.PATH_CASE, "upper", p -> p.toUpperCase(Locale.ROOT));
    add(SnapMistake.METHOD_LOWER_CASE, "post", f -> f.method = "post");
    add(SnapMistake.METHOD_LOWER_CASE, "Post", f -> f.method = "Post");
    add(SnapMistake.METHOD_OTHER, "PUT", f -> f.method = "PUT");
    add(SnapMistake.METHOD_OTHER, "GET", f -> f.method = "GET");
  }

  private void strings() {
    for (String separator : List.of("|", "\n", ", ", "", ": ")) {
      add(SnapMistake.SEPARATOR, '"' + separator + '"', f -> f.separator = separator);
    }
    add(SnapMistake.ORDER, "two changed", f -> Collections.swap(f.order, 2, 3));
    add(SnapMistake.ORDER, "the first last", f -> Collections.rotate(f.order, -1));
    add(SnapMistake.ORDER, "backwards", f -> Collections.reverse(f.order));
    add(SnapMistake.STRING_TRAILING_NEWLINE, "LF", f -> f.ending = "\n");
    add(SnapMistake.STRING_TRAILING_NEWLINE, "CRLF", f -> f.ending = "\r\n");
    add(SnapMistake.STRING_EXTRA_COMPONENT, "partner id", f -> extra(f, SnapSample.CLIENT_ID));
    add(SnapMistake.STRING_EXTRA_COMPONENT, "external id", f -> extra(f, SnapSample.EXTERNAL_ID));
    add(
        SnapMistake.STRING_EXTRA_COMPONENT,
        "partner id in front",
        f -> {
          f.extra = SnapSample.CLIENT_ID;
          f.order.add(0, "extra");
        });
  }

  private static void extra(SnapForgery f, String text) {
    f.extra = text;
    f.order.add("extra");
  }

  private void timestamps() {
    for (String spelling :
        List.of(
            "2026-01-15T08:30:00Z",
            "2026-01-15T08:30:00+00:00",
            "2026-01-15T15:30:00+0700",
            "2026-01-15T16:30:00+08:00")) {
      time(SnapMistake.TIMESTAMP_OTHER_SPELLING, spelling);
    }
    time(SnapMistake.TIMESTAMP_MILLISECONDS, "2026-01-15T15:30:00.000+07:00");
    time(SnapMistake.TIMESTAMP_MILLISECONDS, "2026-01-15T08:30:00.000Z");
    time(SnapMistake.TIMESTAMP_TAKEN_TWICE, "2026-01-15T15:30:01+07:00");
    time(SnapMistake.TIMESTAMP_TAKEN_TWICE, "2026-01-15T15:28:00+07:00");
    time(SnapMistake.TIMESTAMP_LOCAL_LABELLED_Z, "2026-01-15T15:30:00Z");
    time(SnapMistake.TIMESTAMP_WRONG_OFFSET, "2026-01-15T08:30:00+07:00");
    time(SnapMistake.TIMESTAMP_MALFORMED_OFFSET, "2026-01-15T15:30:00+5.5:30");
    time(SnapMistake.TIMESTAMP_MALFORMED_OFFSET, "2026-01-15T15:30:00-3:-30");
    time(SnapMistake.TIMESTAMP_MALFORMED_OFFSET, "2026-01-15T15:30:00-00:00");
    time(SnapMistake.TIMESTAMP_EPOCH, "1768465800");
    time(SnapMistake.TIMESTAMP_EPOCH, "1768465800000");
    time(SnapMistake.TIMESTAMP_FORMAT, "20260115153000");
    time(SnapMistake.TIMESTAMP_FORMAT, "2026-01-15 15:30:00");
    add(SnapMistake.TIMESTAMP_OMITTED, "all of it", f -> f.order.remove("timestamp"));
    time(SnapMistake.TIMESTAMP_OMITTED, "");
  }

  private void time(SnapMistake code, String signed) {
    add(code, '"' + signed + '"', f -> f.timestamp = signed);
  }

  private void tokens() {
    for (String word : List.of("Bearer ", "bearer ", "Bearer")) {
      add(SnapMistake.TOKEN_WITH_BEARER, word, f -> f.token = word + f.token);
    }
    add(SnapMistake.TOKEN_OMITTED, "all of it", f -> f.order.remove("token"));
    add(SnapMistake.TOKEN_EMPTY, "empty", f -> f.token = "");
    add(SnapMistake.TOKEN_OWN_OUTBOUND, "outbound", f -> f.token = SnapSample.OUTBOUND);
    add(SnapMistake.TOKEN_STALE, "another", f -> f.token = SnapSample.OUTBOUND);
    add(SnapMistake.TOKEN_CUSTOMER, "customer", f -> f.token = SnapSample.CUSTOMER);
    add(SnapMistake.TOKEN_CUSTOMER, "its header", f -> f.token = "Bearer " + SnapSample.CUSTOMER);
  }

  private void macs() {
    add(SnapMistake.MAC_HEX, "lower", f -> f.encoding = SnapForgery::hex);
    add(
        SnapMistake.MAC_HEX,
        "upper",
        f -> f.encoding = b -> SnapForgery.hex(b).toUpperCase(Locale.ROOT));
    add(
        SnapMistake.MAC_BASE64URL,
        "padded",
        f -> f.encoding = b -> Base64.getUrlEncoder().encodeToString(b));
    add(
        SnapMistake.MAC_UNPADDED,
        "unpadded",
        f -> f.encoding = b -> Base64.getEncoder().withoutPadding().encodeToString(b));
    add(
        SnapMistake.MAC_DOUBLE_ENCODED,
        "of base64",
        f -> f.encoding = b -> base64(base64(b).getBytes(UTF_8)));
    add(
        SnapMistake.MAC_DOUBLE_ENCODED,
        "of hex",
        f -> f.encoding = b -> base64(SnapForgery.hex(b).getBytes(UTF_8)));
    add(SnapMistake.MAC_LINE_BROKEN, "76", f -> f.encoding = SnapForgings::broken);
    add(SnapMistake.MAC_PREFIXED, "HMACSHA512=", f -> f.prefix = "HMACSHA512=");
    for (String algorithm : List.of("HmacSHA256", "HmacSHA384", "HmacSHA1")) {
      add(
          SnapMistake.MAC_ALGORITHM,
          algorithm,
          f -> f.mac = text -> SnapForgery.hmac(algorithm, f.key, text));
    }
    add(
        SnapMistake.MAC_UNKEYED,
        "SHA-512",
        f -> f.mac = text -> SnapForgery.digest("SHA-512", text));
    add(
        SnapMistake.MAC_UNKEYED,
        "SHA-256",
        f -> f.mac = text -> SnapForgery.digest("SHA-256", text));
    for (boolean minified : new boolean[] {true, false}) {
      add(
          SnapMistake.RECIPE_NON_SNAP,
          minified ? "minified" : "as sent",
          f -> {
            String body = minified ? f.sample.minified() : f.sample.body();
            f.whole =
                "Client-Id:%s\nRequest-Id:%s\nRequest-Timestamp:%s\nRequest-Target:%s\nDigest:%s"
                    .formatted(
                        SnapSample.CLIENT_ID,
                        SnapSample.EXTERNAL_ID,
                        SnapSample.TIMESTAMP,
                        f.path,
                        base64(SnapForgery.digest("SHA-256", body.getBytes(UTF_8))));
            f.mac = text -> SnapForgery.hmac("HmacSHA256", f.key, text);
          });
    }
  }

  private static String broken(byte[] bytes) {
    return Base64.getMimeEncoder(76, new byte[] {' '}).encodeToString(bytes);
  }

  private void secrets() {
    key(SnapMistake.SECRET_PRIVATE_KEY, "file", SnapKeys.pem("merchant-NOT-A-SECRET.pem"));
    key(
        SnapMistake.SECRET_PRIVATE_KEY,
        "stripped",
        SnapKeys.pem("merchant-NOT-A-SECRET.pem").strip());
    key(SnapMistake.SECRET_PUBLIC_KEY, "file", SnapKeys.pem("merchant-public.pem"));
    key(SnapMistake.SECRET_CLIENT_ID, "own", SnapSample.CLIENT_ID);
    key(SnapMistake.SECRET_EMPTY, "empty", "");
    key(SnapMistake.SECRET_WHITESPACE, "LF", SnapKeys.SECRET + "\n");
    key(SnapMistake.SECRET_QUOTED, "double", '"' + SnapKeys.SECRET + '"');
    key(SnapMistake.SECRET_OTHER_KNOWN, "other", SnapSample.OTHER_SECRET);
    add(
        SnapMistake.SECRET_BASE64_DECODED,
        "URL alphabet",
        f -> {
          String text = SnapKeys.SECRET.replace('-', '+');
          f.key =
              Base64.getDecoder()
                  .decode(
                      text.substring(
                          0,
                          text.length() / 4 * 4
                              + (text.length() % 4 == 1 ? 0 : text.length() % 4)));
        });
  }

  private void key(SnapMistake code, String variant, String key) {
    add(code, variant, f -> f.key = key.getBytes(UTF_8));
  }

  private void tokenStrings() {
    for (String separator : List.of(":", "", "\n")) {
      add(SnapMistake.TOKEN_STRING_SEPARATOR, separator, f -> f.separator = separator);
    }
    add(SnapMistake.TOKEN_STRING_ORDER, "timestamp first", f -> Collections.reverse(f.order));
    add(
        SnapMistake.TOKEN_STRING_BODY_APPENDED,
        "body",
        f -> extra(f, "{\"grantType\":\"client_credentials\"}"));
    add(SnapMistake.TOKEN_STRING_CLIENT_ID, "another", f -> f.clientKey = SnapSample.OTHER_ID);
    add(
        SnapMistake.TOKEN_STRING_CLIENT_ID,
        "capitals",
        f -> f.clientKey = SnapSample.CLIENT_ID.toUpperCase(Locale.ROOT));
    add(SnapMistake.STRING_TRAILING_NEWLINE, "LF", f -> f.ending = "\n");
  }

  private void rsa() {
    add(SnapMistake.RSA_HEX, "lower", f -> f.encoding = SnapForgery::hex);
    add(
        SnapMistake.RSA_BASE64URL,
        "padded",
        f -> f.encoding = b -> Base64.getUrlEncoder().encodeToString(b));
    add(
        SnapMistake.RSA_UNPADDED,
        "unpadded",
        f -> f.encoding = b -> Base64.getEncoder().withoutPadding().encodeToString(b));
    add(
        SnapMistake.RSA_DOUBLE_ENCODED,
        "of base64",
        f -> f.encoding = b -> base64(base64(b).getBytes(UTF_8)));
    add(SnapMistake.RSA_LINE_BROKEN, "76", f -> f.encoding = SnapForgings::broken);
    for (String algorithm : List.of("SHA1withRSA", "SHA512withRSA", "MD5withRSA")) {
      add(
          SnapMistake.RSA_HASH,
          algorithm,
          f -> f.mac = text -> SnapForgery.rsa(algorithm, SnapForgery.MERCHANT, text));
    }
    add(
        SnapMistake.RSA_DOUBLE_HASH,
        "hex",
        f ->
            f.mac =
                text ->
                    SnapForgery.rsa(
                        "SHA256withRSA", SnapForgery.MERCHANT, sha256(text).getBytes(UTF_8)));
    add(
        SnapMistake.RSA_DOUBLE_HASH,
        "bytes",
        f ->
            f.mac =
                text ->
                    SnapForgery.rsa(
                        "SHA256withRSA",
                        SnapForgery.MERCHANT,
                        SnapForgery.digest("SHA-256", text)));
    add(
        SnapMistake.RSA_OTHER_KEY,
        "another",
        f -> f.mac = text -> SnapForgery.rsa("SHA256withRSA", SnapForgery.DOKU, text));
  }
}
