package io.github.dokuconformance.pact.contract;

import au.com.dius.pact.consumer.dsl.HttpInteractionBuilder;
import au.com.dius.pact.consumer.dsl.HttpPartBuilder;
import au.com.dius.pact.consumer.dsl.HttpRequestBuilder;
import au.com.dius.pact.consumer.dsl.HttpResponseBuilder;
import au.com.dius.pact.consumer.dsl.Matchers;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.SynchronousHttp;
import au.com.dius.pact.core.model.V4Pact;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.Scheme;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.ObjectNode;

/** Assembles interactions by Pact's DSL. */
final class PactAssembly {
  private static final String NOTIFICATION_PATH = "/payments/notifications";
  private static final String INVOICE = "INV-FAKE-0001";

  private PactAssembly() {}

  static V4Pact pact(String consumer, String provider, List<InteractionSpec> specs) {
    PactBuilder pact = new PactBuilder(consumer, provider, PactSpecVersion.V4);
    for (InteractionSpec spec : specs) {
      pact.expectsToReceiveHttpInteraction(spec.description(), builder -> fill(builder, spec));
    }
    return pact.toPact();
  }

  private static HttpInteractionBuilder fill(HttpInteractionBuilder builder, InteractionSpec spec) {
    ObjectNode request =
        spec.request().map(Bodies::read).orElseGet(JsonNodeFactory.instance::objectNode);
    builder
        .key(spec.id())
        .reference(InteractionSigning.GROUP, InteractionSigning.OPERATION, spec.operation().id())
        .reference(InteractionSigning.GROUP, InteractionSigning.NAME, spec.signing().id());
    ObjectNode response = response(spec, request);
    spec.state().ifPresent(state -> builder.state(state, order(spec, request, response)));
    builder.withRequest(http -> request(http, spec, request));
    builder.willRespondWith(http -> response(http, spec, response));
    // The DSL repeats one item of a list; the file shows the example as it is.
    SynchronousHttp interaction = builder.getInteraction();
    if (!request.isEmpty()) {
      interaction.getRequest().setBody(body(request));
    }
    if (!response.isEmpty()) {
      interaction.getResponse().setBody(body(response));
    }
    return builder;
  }

  private static ObjectNode response(InteractionSpec spec, ObjectNode request) {
    if (spec.response().body().isEmpty()) {
      return JsonNodeFactory.instance.objectNode();
    }
    ObjectNode body = Bodies.read(spec.response().body().get());
    if (spec.response().isSuccess()) {
      if (!spec.response().allFields()) {
        Bodies.keepMandatory(body, Bodies.responseSchema(spec));
      }
      Echoes.apply(spec.operation(), request, body);
    }
    for (String pointer : spec.response().pinned()) {
      if (body.at(pointer).isMissingNode()) {
        throw new IllegalStateException(spec.id() + ": nothing stands at " + pointer);
      }
    }
    return body;
  }

  /** Names the order that an interaction is about, for who must set the provider's state up. */
  private static Map<String, Object> order(
      InteractionSpec spec, JsonNode request, JsonNode response) {
    Operation operation = spec.operation();
    Map<String, Object> order = new LinkedHashMap<>();
    order.put("channel", spec.channel());
    JsonNode invoice = value(operation, Meaning.INVOICE, Part.REQUEST, request);
    order.put(
        "invoice_number",
        (invoice.isMissingNode()
                ? value(operation, Meaning.INVOICE, Part.RESPONSE, response)
                : invoice)
            .asString(INVOICE));
    JsonNode amount = value(operation, Meaning.AMOUNT, Part.REQUEST, request);
    order.put(
        "amount",
        rupiah(
            amount.isMissingNode()
                ? value(operation, Meaning.AMOUNT, Part.RESPONSE, response)
                : amount));
    order.put(
        "merchant_unique_reference",
        value(operation, Meaning.REFERENCE, Part.REQUEST, request).asString("MUR-FAKE-0001"));
    spec.known().forEach((name, at) -> order.put(name, at.in(request).asString()));
    return order;
  }

  private static long rupiah(JsonNode amount) {
    return amount.isMissingNode() ? 1000 : new BigDecimal(amount.asString()).longValueExact();
  }

  private static JsonNode value(Operation operation, Meaning meaning, Part part, JsonNode body) {
    return operation
        .pointer(part, meaning)
        .map(place -> place.in(body))
        .orElseGet(MissingNode::getInstance);
  }

  private static HttpRequestBuilder request(
      HttpRequestBuilder http, InteractionSpec spec, ObjectNode body) {
    Operation operation = spec.operation();
    http.method(operation.method());
    path(http, operation);
    if (!body.isEmpty()) {
      SchemaNode schema = operation.requestSchema().map(SchemaNode::read).orElse(SchemaNode.NONE);
      http.header("Content-Type", "application/json");
      http.body(BodyRules.of(body, schema, Set.of()));
    }
    Set<String> left = new HashSet<>();
    Scheme scheme = Schemes.bundled().of(operation.scheme());
    spec.signing().without(scheme).ifPresent(left::add);
    needed(operation)
        .forEach(
            (name, schema) -> {
              if (!left.contains(name)) {
                header(http, name, schema);
              }
            });
    return http;
  }

  /** Returns the headers that a request must have, by name, as the contract's document says. */
  private static Map<String, SchemaNode> needed(Operation operation) {
    SchemaNode document = SchemaNode.read("openapi.json");
    JsonNode entry =
        (operation.isCalledByDoku()
                ? document.node().path("webhooks").path(operation.id())
                : document.node().path("paths").path(operation.path()))
            .path(operation.method().toLowerCase(Locale.ROOT));
    Map<String, SchemaNode> needed = new LinkedHashMap<>();
    for (JsonNode each : entry.path("parameters")) {
      SchemaNode parameter = document.follow(each);
      if (parameter.node().path("in").asString().equals("header")
          && parameter.node().path("required").asBoolean()) {
        needed.put(
            parameter.node().path("name").asString(),
            parameter.follow(parameter.node().path("schema")));
      }
    }
    return needed;
  }

  private static void path(HttpRequestBuilder http, Operation operation) {
    if (operation.isCalledByDoku()) {
      http.path(Matchers.regexp("^/.*$", NOTIFICATION_PATH));
      return;
    }
    int brace = operation.path().indexOf('{');
    if (brace < 0) {
      http.path(operation.path());
    } else {
      String start = operation.path().substring(0, brace);
      http.path(Matchers.regexp("^" + start + "[^/]+$", start + INVOICE));
    }
  }

  private static HttpResponseBuilder response(
      HttpResponseBuilder http, InteractionSpec spec, ObjectNode body) {
    switch (spec.response().status()) {
      case "2xx" -> http.successStatus();
      case "4xx" -> http.clientErrorStatus();
      default -> http.status(Integer.parseInt(spec.response().status()));
    }
    if (!body.isEmpty()) {
      Set<String> pinned = new HashSet<>(spec.response().pinned());
      http.header("Content-Type", "application/json");
      http.body(BodyRules.of(body, Bodies.responseSchema(spec), pinned));
    }
    // Whether DOKU signs an error response is not documented.
    if (spec.response().isSuccess() && spec.operation().isSigned(Part.RESPONSE)) {
      SchemaNode schema = SchemaNode.read("json/headers/response.schema.json");
      for (String name : schema.node().path("properties").propertyNames()) {
        header(http, name, schema.property(name));
      }
    }
    return http;
  }

  private static void header(HttpPartBuilder http, String name, SchemaNode schema) {
    http.header(
        name,
        Matchers.regexp(
            schema.regex().orElse("^.+$"), InteractionSpec.headers().getOrDefault(name, "")));
  }

  private static OptionalBody body(ObjectNode json) {
    return OptionalBody.body(JsonMapper.shared().writeValueAsBytes(json), ContentType.getJSON());
  }
}
