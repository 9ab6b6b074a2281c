package io.github.dokuconformance.pact.mock;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactReaderKt;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.scheme.Schemes;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Turns a request into Pact's form, without the headers that no contract names. */
final class PactRequests {
  private static final List<String> HEADERS =
      Stream.concat(
              Stream.of("Content-Type"),
              Schemes.bundled().all().stream()
                  .flatMap(each -> each.scheme().names(Part.REQUEST).stream()))
          .distinct()
          .toList();

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
