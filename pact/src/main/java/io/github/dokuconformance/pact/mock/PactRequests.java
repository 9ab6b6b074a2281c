package io.github.dokuconformance.pact.mock;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactReaderKt;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.signature.Component;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Turns a request into Pact's form, without the headers that no contract names. */
final class PactRequests {
  private static final List<String> HEADERS =
      List.of(
          "Content-Type",
          Component.CLIENT_ID,
          Component.REQUEST_ID,
          Component.REQUEST_TIMESTAMP,
          Component.SIGNATURE);

  private PactRequests() {}

  static IRequest of(Request request) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String name : HEADERS) {
      List<String> values = request.headers().all(name);
      if (!values.isEmpty()) {
        headers.put(name, values);
      }
    }
    String type = request.headers().first("Content-Type").orElse("application/json");
    return new HttpRequest(
        request.method(),
        request.target().path(),
        PactReaderKt.queryStringToMap(request.target().query().orElse("")),
        headers,
        request.body().isEmpty()
            ? OptionalBody.empty()
            : OptionalBody.body(request.body().toByteArray(), new ContentType(type)));
  }
}
