package io.github.dokuconformance.cli.input.postman;

import io.github.dokuconformance.cli.input.InputException;
import io.github.dokuconformance.cli.input.LostBytes;
import io.github.dokuconformance.cli.input.http.Variables;
import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.HeaderBlock;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.HttpSyntax;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Reads a request as Postman's collections and newman's reports have it.
 *
 * <p>Source: Postman Collection Format 2.1.
 *
 * @param place what names the request in messages
 * @param resolve puts the values of variables in
 */
record PostmanRequest(String file, String place, UnaryOperator<String> resolve) {

  Request request(JsonNode json) throws InputException {
    String method = json.path("method").asString("GET");
    String url = resolved(url(json.path("url")));
    int fragment = url.indexOf('#');
    String sent = fragment < 0 ? url : url.substring(0, fragment);
    if (!sent.contains("://") && !sent.startsWith("/")) {
      sent = "http://" + sent;
    }
    if (!HttpSyntax.isToken(method) || !HttpSyntax.isTarget(sent)) {
      throw error("expected a method and a URL, got " + Visible.quoted(method + " " + sent));
    }
    return new Request(
        method, Target.of(sent), headers(json.path("header")), body(json.path("body")));
  }

  /** Makes sure that the body has the length that the request names. */
  void requireLength(Request request) throws InputException {
    Optional<String> length =
        request.headers().first("Content-Length").filter(text -> text.matches("\\d{1,9}"));
    if (length.isPresent() && Integer.parseInt(length.get()) != request.body().length()) {
      throw error(
          "Content-Length is %s, but the body has %s bytes%s"
              .formatted(
                  length.get(),
                  request.body().length(),
                  LostBytes.likelyReason(
                      Integer.parseInt(length.get()), request.body().toDisplayText())));
    }
  }

  Headers headers(JsonNode json) throws InputException {
    HeaderBlock block = new HeaderBlock();
    for (JsonNode header : json.values()) {
      if (header.path("disabled").asBoolean(false)) {
        continue;
      }
      String name = resolved(header.path("key").asString(""));
      String value = resolved(header.path("value").asString(""));
      Optional<String> wanted = block.add(name, value.strip());
      if (wanted.isPresent()) {
        throw error("expected " + wanted.get() + ", got " + Visible.quoted(name + ": " + value));
      }
    }
    return block.toHeaders();
  }

  private Body body(JsonNode json) throws InputException {
    if (json.isMissingNode() || json.isNull() || json.path("disabled").asBoolean(false)) {
      return Body.none();
    }
    String mode = json.path("mode").asString("raw");
    if (!mode.equals("raw")) {
      throw error("expected a raw body, got one of the mode " + Visible.quoted(mode));
    }
    String text = resolved(json.path("raw").asString(""));
    if (!HttpSyntax.isUnicode(text)) {
      throw error("expected a body that has a UTF-8 form, got half a surrogate pair");
    }
    return Body.ofUtf8(text);
  }

  private static String url(JsonNode json) {
    if (json.isString()) {
      return json.asString();
    }
    @Nullable String raw = json.path("raw").asString(null);
    if (raw != null) {
      return raw;
    }
    StringBuilder url = new StringBuilder();
    url.append(json.path("protocol").asString("http")).append("://");
    url.append(joined(json.path("host"), "."));
    if (json.path("port").isString()) {
      url.append(':').append(json.path("port").asString());
    }
    url.append('/').append(joined(json.path("path"), "/"));
    List<String> query = new ArrayList<>();
    for (JsonNode part : json.path("query").values()) {
      if (!part.path("disabled").asBoolean(false)) {
        String value = part.path("value").asString(null);
        query.add(part.path("key").asString("") + (value == null ? "" : "=" + value));
      }
    }
    return query.isEmpty()
        ? url.toString()
        : url.append('?').append(String.join("&", query)).toString();
  }

  private static String joined(JsonNode parts, String separator) {
    if (parts.isString()) {
      return parts.asString();
    }
    List<String> texts = new ArrayList<>();
    for (JsonNode part : parts.values()) {
      texts.add(part.isString() ? part.asString() : part.path("value").asString(""));
    }
    return String.join(separator, texts);
  }

  private String resolved(String text) throws InputException {
    String resolved = resolve.apply(text);
    Optional<String> variable = Variables.find(resolved);
    if (variable.isPresent()) {
      throw error(
          Variables.reason(variable.get())
              + ", give --environment FILE, or newman's report of the run");
    }
    return resolved;
  }

  InputException error(String reason) {
    return InputException.of(file, reason + " (at " + Visible.line(place) + ")");
  }
}
