package io.github.dokuconformance.pact.mock;

import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpRequest;
import au.com.dius.pact.core.model.IRequest;
import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactReaderKt;
import au.com.dius.pact.core.model.V4Pact;
import io.github.dokuconformance.message.Request;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Turns a request into Pact's form, without the headers that no contract names. */
final class PactRequests {
  private final Set<String> names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);

  PactRequests(V4Pact pact) {
    names.add("Content-Type");
    for (Interaction interaction : pact.getInteractions()) {
      names.addAll(interaction.asSynchronousRequestResponse().getRequest().getHeaders().keySet());
    }
  }

  IRequest of(Request request) {
    Map<String, List<String>> headers = new TreeMap<>();
    for (String name : names) {
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
