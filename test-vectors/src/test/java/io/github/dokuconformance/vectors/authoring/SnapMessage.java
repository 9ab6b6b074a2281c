package io.github.dokuconformance.vectors.authoring;

import io.github.dokuconformance.vectors.authoring.Message.Header;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message of SNAP before it is signed.
 *
 * @param token of the Authorization header; nothing in a request for a token
 * @param customer the customer's token
 */
record SnapMessage(
    String scheme,
    String method,
    String target,
    String clientId,
    String externalId,
    String timestamp,
    Optional<String> token,
    Optional<String> customer,
    Optional<Body> body,
    String keyName) {

  static final String TOKEN = "snap.token";
  static final String SYMMETRIC = "snap.symmetric";

  static SnapMessage of(ObjectNode all, Authored authored) {
    String key = all.required("key").stringValue();
    JsonNode body = all.required("body");
    return new SnapMessage(
        all.required("scheme").stringValue(),
        all.required("method").stringValue(),
        all.required("target").stringValue(),
        authored.key(key).required("clientId").stringValue(),
        all.path("externalId").stringValue(""),
        all.required("timestamp").stringValue(),
        all.path("token").stringValueOpt(),
        all.path("customer").stringValueOpt(),
        body.isNull() ? Optional.empty() : Optional.of(authored.body(body)),
        key);
  }

  boolean asksForToken() {
    return scheme.equals(TOKEN);
  }

  boolean isSymmetric() {
    return scheme.equals(SYMMETRIC);
  }

  byte[] bodyBytes() {
    return body.map(Body::bytes).orElse(new byte[0]);
  }

  /** Returns the path: up to the first question mark, as sent. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  List<Header> headers(String signature) {
    List<Header> headers = new ArrayList<>();
    if (asksForToken()) {
      headers.add(new Header("X-CLIENT-KEY", clientId));
    } else {
      headers.add(new Header("Authorization", "Bearer " + token.orElseThrow()));
      customer.ifPresent(it -> headers.add(new Header("Authorization-Customer", "Bearer " + it)));
      headers.add(new Header("X-PARTNER-ID", clientId));
      headers.add(new Header("X-EXTERNAL-ID", externalId));
      headers.add(new Header("CHANNEL-ID", "H2H"));
    }
    headers.add(new Header("X-TIMESTAMP", timestamp));
    headers.add(new Header("X-SIGNATURE", signature));
    return headers;
  }

  /** Returns what a program is given to sign. */
  ObjectNode toSign() {
    ObjectNode input = JsonNodeFactory.instance.objectNode().put("scheme", scheme);
    if (asksForToken()) {
      input.put("clientId", clientId);
    } else {
      input.put("method", method).put("target", target);
      token.filter(it -> isSymmetric()).ifPresent(it -> input.put("token", it));
    }
    input.put("timestamp", timestamp);
    body.filter(it -> !asksForToken()).ifPresent(it -> input.set("body", it.form()));
    return input.put("key", keyName);
  }
}
