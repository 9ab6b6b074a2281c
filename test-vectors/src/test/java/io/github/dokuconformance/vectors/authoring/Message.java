package io.github.dokuconformance.vectors.authoring;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What is signed, with the name of the key.
 *
 * @param method of a request; empty for a response
 * @param status of a response; 0 for a request
 * @param target as sent, with its query string if it has one
 */
record Message(
    String kind,
    String method,
    int status,
    String clientId,
    String requestId,
    String timestamp,
    String target,
    Optional<Body> body,
    String keyName) {
  static final String SIGNATURE = "Signature";

  boolean isRequest() {
    return kind.equals("request");
  }

  String timestampName() {
    return isRequest() ? "Request-Timestamp" : "Response-Timestamp";
  }

  /** Returns the path: up to the first question mark, as sent. */
  String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  boolean hasBody() {
    return body.isPresent() && body.get().bytes().length > 0;
  }

  /** Returns the lines' names and values but for Digest, in order. */
  Map<String, String> components() {
    Map<String, String> components = new LinkedHashMap<>();
    components.put("Client-Id", clientId);
    components.put("Request-Id", requestId);
    components.put(timestampName(), timestamp);
    components.put("Request-Target", path());
    return components;
  }

  /** Returns the headers that carry the components, and the signature. */
  List<Header> headers(String signature) {
    List<Header> headers = new ArrayList<>();
    headers.add(new Header("Client-Id", clientId));
    headers.add(new Header("Request-Id", requestId));
    headers.add(new Header(timestampName(), timestamp));
    headers.add(new Header(SIGNATURE, signature));
    return headers;
  }

  /** Returns the message that a receiver reads from those headers, if each stands just once. */
  Optional<Message> received(List<Header> headers) {
    List<String> values = new ArrayList<>();
    for (String name : List.of("Client-Id", "Request-Id", timestampName())) {
      List<Header> found = headers.stream().filter(header -> header.is(name)).toList();
      if (found.size() != 1) {
        return Optional.empty();
      }
      values.add(found.get(0).value());
    }
    return Optional.of(
        new Message(
            kind,
            method,
            status,
            values.get(0),
            values.get(1),
            values.get(2),
            target,
            body,
            keyName));
  }

  /** One header field. */
  record Header(String name, String value) {
    boolean is(String wanted) {
      return name.equalsIgnoreCase(wanted);
    }

    /** Returns the field with its name in {@code lower} or else in upper case. */
    Header withCase(String letters) {
      return new Header(
          letters.equals("lower") ? name.toLowerCase(Locale.ROOT) : name.toUpperCase(Locale.ROOT),
          value);
    }
  }
}
