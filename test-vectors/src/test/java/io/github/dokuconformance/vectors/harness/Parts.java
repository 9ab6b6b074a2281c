package io.github.dokuconformance.vectors.harness;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** What a signature is made from, whether it comes from a caller or from a message's headers. */
record Parts(
    boolean isResponse,
    String method,
    String clientId,
    String requestId,
    String timestamp,
    String target,
    Bytes body,
    Bytes secret,
    String keyClientId,
    List<Map.Entry<String, String>> headers) {

  /** Reads the input of {@code sign}. */
  static Parts ofSign(AdapterRequest request) {
    JsonNode input = request.input();
    return new Parts(
        input.path("kind").asString().equals("response"),
        input.path("method").asString(""),
        input.path("clientId").asString(),
        input.path("requestId").asString(),
        input.path("timestamp").asString(),
        input.path("target").asString(),
        new Bytes(request.bytes("/body")),
        new Bytes(request.secret()),
        request.text("/key/clientId").orElse(""),
        List.of());
  }

  String timestampName() {
    return isResponse ? "Response-Timestamp" : "Request-Timestamp";
  }

  /** Returns a header that carries no component, as the scheme has it. */
  Optional<String> sent(String name) {
    return headers.stream()
        .filter(field -> field.getKey().equalsIgnoreCase(name))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  Parts withClientId(String other) {
    return new Parts(
        isResponse,
        method,
        other,
        requestId,
        timestamp,
        target,
        body,
        secret,
        keyClientId,
        headers);
  }

  Parts withRequestId(String other) {
    return new Parts(
        isResponse, method, clientId, other, timestamp, target, body, secret, keyClientId, headers);
  }

  Parts withTimestamp(String other) {
    return new Parts(
        isResponse, method, clientId, requestId, other, target, body, secret, keyClientId, headers);
  }

  Parts withTarget(String other) {
    return new Parts(
        isResponse,
        method,
        clientId,
        requestId,
        timestamp,
        other,
        body,
        secret,
        keyClientId,
        headers);
  }

  Parts asRequest() {
    return new Parts(
        false, method, clientId, requestId, timestamp, target, body, secret, keyClientId, headers);
  }

  /** Bytes in a record, which an array is not for. */
  static final class Bytes {
    private final byte[] value;

    Bytes(byte[] value) {
      this.value = value.clone();
    }

    byte[] get() {
      return value.clone();
    }
  }
}
