package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Request;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** A request to the control API, read strictly. */
final class ControlRequest {
  private final Request request;

  ControlRequest(Request request) {
    this.request = request;
  }

  /** Returns method and path, a decoded segment each: {@code POST, orders, INV-1, pay}. */
  List<String> route() throws ControlException {
    String path = request.target().path().substring(Sandbox.CONTROL.length());
    List<String> segments = new ArrayList<>();
    segments.add(request.method());
    for (String segment : path.split("/", -1)) {
      if (!segment.isEmpty()) {
        segments.add(decode(segment));
      }
    }
    return segments;
  }

  /** Returns the value of a parameter of the query. */
  Optional<String> parameter(String name) throws ControlException {
    for (String pair : request.target().query().orElse("").split("&", -1)) {
      if (pair.startsWith(name + "=")) {
        return Optional.of(decode(pair.substring(name.length() + 1)));
      }
    }
    return Optional.empty();
  }

  private static String decode(String text) throws ControlException {
    try {
      return URLDecoder.decode(text.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      throw new ControlException(400, "expected percent-encoding, got " + Visible.quoted(text));
    }
  }

  /** Returns the body, an object with none but these members. */
  JsonNode object(String... members) throws ControlException {
    JsonBody body = JsonBody.read(request.body());
    if (body.root().isEmpty() || !body.root().get().isObject()) {
      throw new ControlException(
          400, "expected a JSON object with " + String.join(", ", members) + ", got none");
    }
    JsonNode object = body.root().get();
    for (String name : object.propertyNames()) {
      if (!Set.of(members).contains(name)) {
        throw new ControlException(
            400,
            "expected "
                + String.join(" or ", members)
                + ", got the member "
                + Visible.quoted(name));
      }
    }
    return object;
  }

  static String text(JsonNode object, String member) throws ControlException {
    return optionalText(object, member)
        .orElseThrow(
            () -> new ControlException(400, "expected a string \"" + member + "\", got none"));
  }

  static Optional<String> optionalText(JsonNode object, String member) throws ControlException {
    JsonNode value = object.path(member);
    if (value.isMissingNode() || value.isNull()) {
      return Optional.empty();
    }
    if (!value.isString()) {
      throw new ControlException(
          400, "expected \"" + member + "\" as a string, got " + Visible.line(value.toString()));
    }
    return Optional.of(value.asString());
  }
}
