package io.github.dokuconformance.cli.input.loose;

import io.github.dokuconformance.cli.input.HeaderText;
import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.LostBytes;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.MessageLimits;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds a request in JSON as programs log it: an object with headers, and beside them or around
 * them method, URL and body, under the names that frameworks give them.
 *
 * <p>A body that has been parsed is refused: its bytes, which were signed, are not known any more.
 */
public final class LooseExchange {
  private static final int DEEPEST = 4;

  private static final List<String> HEADERS =
      List.of("headers", "header", "requestHeaders", "request_headers");
  private static final List<String> BODIES =
      List.of(
          "rawBody",
          "raw_body",
          "body",
          "data",
          "payload",
          "content",
          "requestBody",
          "request_body");
  private static final List<String> URLS =
      List.of(
          "originalUrl", "original_url", "target", "url", "fullUrl", "uri", "requestUri", "path");
  private static final List<String> METHODS =
      List.of("method", "httpMethod", "http_method", "verb");

  /** Go prints headers so: {@code map[Client-Id:[MCH-1] Request-Id:[r-1]]}. */
  private static final Pattern GO_HEADER =
      Pattern.compile(
          "(?<![!#$%&'*+.^_`|~0-9A-Za-z-])([!#$%&'*+.^_`|~0-9A-Za-z-]++):\\[(.{0,8000}?)](?= |$)");

  private final String file;
  private final long line;
  private final Optional<String> target;

  private LooseExchange(String file, long line, Optional<String> target) {
    this.file = file;
    this.line = line;
    this.target = target;
  }

  /**
   * Returns the request in a JSON value, or empty if it has none.
   *
   * @param target the target, or method and target, of a request that says none
   * @throws InputException if there is one that can't be made out
   */
  public static Optional<Request> find(
      String file, long line, JsonNode json, Optional<String> target) throws InputException {
    return new LooseExchange(file, line, target).in(json, List.of(), 0);
  }

  private Optional<Request> in(JsonNode json, List<JsonNode> around, int depth)
      throws InputException {
    if (!json.isObject() || depth > DEEPEST) {
      return Optional.empty();
    }
    List<JsonNode> scopes = new ArrayList<>();
    scopes.add(json);
    scopes.addAll(around);
    JsonNode headers = first(List.of(json), HEADERS);
    if (headers != null && isHeaders(headers)) {
      return Optional.of(request(headers, scopes));
    }
    for (Map.Entry<String, JsonNode> member : json.properties()) {
      if (!member.getKey().startsWith("res")) {
        Optional<Request> found = in(member.getValue(), scopes, depth + 1);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isHeaders(JsonNode headers) {
    return headers.isObject()
        || headers.isArray()
        || (headers.isString()
            && headers.asString().length() <= MessageLimits.HEADER_BYTES
            && GO_HEADER.matcher(headers.asString()).find());
  }

  private Request request(JsonNode named, List<JsonNode> scopes) throws InputException {
    Headers headers = headers(named);
    String method = text(first(scopes, METHODS));
    String url = text(first(scopes, URLS));
    if (url == null || target.isPresent()) {
      String[] given = target.map(text -> text.split(" ", 2)).orElse(new String[0]);
      if (given.length == 0) {
        throw error("the request has no URL; say with --target PATH where it went");
      }
      url = given[given.length - 1];
      method = given.length == 2 ? given[0] : method;
    }
    int fragment = url.indexOf('#');
    String sent = fragment < 0 ? url : url.substring(0, fragment);
    if (!HttpSyntax.isTarget(sent)) {
      throw error("expected a target like /path or https://host/path, got " + Visible.quoted(sent));
    }
    Body body = body(headers, scopes);
    String verb =
        method == null ? (body.isEmpty() ? "GET" : "POST") : method.toUpperCase(Locale.ROOT);
    if (!HttpSyntax.isToken(verb)) {
      throw error("expected a method such as POST, got " + Visible.quoted(verb));
    }
    return new Request(verb, Target.of(sent), headers, body);
  }

  private Body body(Headers headers, List<JsonNode> scopes) throws InputException {
    JsonNode json = first(scopes, BODIES);
    if (json != null && !json.isString() && !json.isNull()) {
      if (json.isObject() && json.isEmpty() && !hasLength(headers)) {
        return Body.none();
      }
      throw error(
          "expected the body as the text that was sent, got JSON that has been parsed: the bytes"
              + " that were signed are not known any more; log the raw body, before it is parsed,"
              + " or give it as {\"utf8\": \"…\"}");
    }
    String text = json == null || json.isNull() ? "" : json.asString();
    if (!HttpSyntax.isUnicode(text)) {
      throw error("expected a body that has a UTF-8 form, got half a surrogate pair");
    }
    Body body = Body.ofUtf8(text);
    Optional<String> length = headers.first("Content-Length").filter(HttpSyntax::isDigits);
    if (length.isPresent()
        && length.get().length() < 10
        && Integer.parseInt(length.get()) != body.length()) {
      throw error(
          json == null
              ? "the request had a body of %s bytes, which is not logged".formatted(length.get())
              : "Content-Length is %s, but the logged body has %s bytes%s"
                  .formatted(
                      length.get(),
                      body.length(),
                      LostBytes.likelyReason(Integer.parseInt(length.get()), text)));
    }
    return body;
  }

  private static boolean hasLength(Headers headers) {
    return headers.first("Content-Length").filter(text -> !text.equals("0")).isPresent();
  }

  private Headers headers(JsonNode json) throws InputException {
    HeaderBlock block = new HeaderBlock();
    if (json.isString()) {
      Matcher header = GO_HEADER.matcher(json.asString().replaceFirst("^map\\[(.*)]$", "$1"));
      while (header.find()) {
        add(block, header.group(1), header.group(2));
      }
    } else if (json.isArray()) {
      for (JsonNode header : json) {
        addElement(block, header);
      }
    } else {
      for (Map.Entry<String, JsonNode> member : json.properties()) {
        List<JsonNode> values =
            member.getValue().isArray()
                ? List.copyOf(member.getValue().values())
                : List.of(member.getValue());
        for (JsonNode value : values) {
          if (value.isValueNode() && !value.isNull()) {
            add(block, member.getKey(), value.asString());
          }
        }
      }
    }
    return block.toHeaders();
  }

  /** Reads {@code ["Name","value"]}, {@code {"name":…,"value":…}} and {@code "Name: value"}. */
  private void addElement(HeaderBlock block, JsonNode header) throws InputException {
    if (header.isArray() && header.size() == 2) {
      add(block, header.get(0).asString(), header.get(1).asString());
    } else if (header.isObject()) {
      String name = text(first(List.of(header), List.of("name", "key")));
      String value = text(first(List.of(header), List.of("value")));
      if (name != null && value != null) {
        add(block, name, value);
      }
    } else if (header.isString() && header.asString().indexOf(':') > 0) {
      String text = header.asString();
      int colon = text.indexOf(':');
      add(
          block,
          text.substring(0, colon),
          HeaderText.withoutOuterWhiteSpace(text.substring(colon + 1)));
    } else {
      throw error("expected a header as [\"Name\", \"value\"], got another element");
    }
  }

  private void add(HeaderBlock block, String name, String value) throws InputException {
    if (name.startsWith(":")) {
      return;
    }
    Optional<String> wanted = block.add(name, value);
    if (wanted.isPresent()) {
      throw error("expected " + wanted.get() + ", got " + Visible.quoted(name + ": " + value));
    }
  }

  private static @Nullable JsonNode first(List<JsonNode> scopes, List<String> names) {
    for (JsonNode scope : scopes) {
      for (String name : names) {
        JsonNode value = scope.get(name);
        if (value != null && !value.isNull()) {
          return value;
        }
      }
    }
    return null;
  }

  private static @Nullable String text(@Nullable JsonNode json) {
    return json != null && json.isString() ? json.asString() : null;
  }

  private InputException error(String reason) {
    return InputException.atLine(file, line, reason);
  }
}
