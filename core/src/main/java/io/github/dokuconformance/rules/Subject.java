package io.github.dokuconformance.rules;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import io.github.dokuconformance.contract.Conformity;
import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.contract.Party;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.json.JsonBody;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.signature.HeaderRole;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import io.github.dokuconformance.signature.snap.Snap;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * An exchange made ready for the rules: its operation recognised, its bodies read once.
 *
 * <p>Immutable and thread safe.
 *
 * @param scheme by which its messages are signed
 * @param requestJson tree of the request's body; missing where it has none
 * @param responseJson tree of the response's body; missing where it has none
 * @param requestConformity what is known already of the request's body and its schema
 */
@SuppressWarnings("exports") // Rules, which read trees, are in this module.
public record Subject(
    Exchange exchange,
    Optional<Operation> operation,
    Scheme scheme,
    CheckContext context,
    JsonBody requestBody,
    JsonBody responseBody,
    JsonNode requestJson,
    JsonNode responseJson,
    Conformity requestConformity) {
  public Subject {
    requireNonNull(exchange, "exchange");
    requireNonNull(operation, "operation");
    requireNonNull(scheme, "scheme");
    requireNonNull(context, "context");
  }

  /** Reads an exchange's bodies. */
  public static Subject of(
      Exchange exchange,
      Optional<Operation> operation,
      Scheme scheme,
      JsonBody requestBody,
      CheckContext context) {
    JsonBody responseBody =
        JsonBody.read(exchange.response().map(Response::body).orElse(Body.none()));
    JsonNode requestJson = requestBody.root().orElse(MissingNode.getInstance());
    return new Subject(
        exchange,
        operation,
        scheme,
        context,
        requestBody,
        responseBody,
        requestJson,
        responseBody.root().orElse(MissingNode.getInstance()),
        conformity(operation, requestJson, context));
  }

  private static Conformity conformity(
      Optional<Operation> operation, JsonNode body, CheckContext context) {
    return operation.isPresent() && operation.get().requestSchema().isPresent()
        ? context.contract().schemas().conformity(operation.get().requestSchema().get(), body)
        : Conformity.UNSURE;
  }

  public Request request() {
    return exchange.request();
  }

  public Optional<Response> response() {
    return exchange.response();
  }

  public Headers requestHeaders() {
    return exchange.request().headers();
  }

  public Headers responseHeaders() {
    return exchange.response().map(Response::headers).orElse(Headers.none());
  }

  /** Returns when the exchange is taken to happen, where anything tells. */
  public Optional<Instant> now() {
    return context.now().isPresent() ? context.now() : exchange.recordedAt();
  }

  /** Returns an operation's place of that meaning in a part. */
  Optional<Pointer> pointer(Part part, Meaning meaning) {
    return operation.flatMap(it -> it.pointer(part, meaning));
  }

  /** Returns what stands at a place; missing where nothing does. */
  public JsonNode value(Part part, Pointer pointer) {
    Optional<String> parameter = pointer.parameter();
    if (parameter.isEmpty()) {
      return pointer.in(json(part));
    }
    String raw =
        part == Part.REQUEST && operation.isPresent()
            ? operation.get().pathParameters(request().target().path()).get(parameter.get())
            : null;
    return raw == null ? MissingNode.getInstance() : StringNode.valueOf(decoded(raw));
  }

  /** Returns what has that meaning in a part; missing where nothing does. */
  public JsonNode value(Part part, Meaning meaning) {
    Optional<Pointer> pointer = pointer(part, meaning);
    return pointer.isEmpty() ? MissingNode.getInstance() : value(part, pointer.get());
  }

  private static String decoded(String raw) {
    try {
      return URLDecoder.decode(raw.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return raw;
    }
  }

  /** Returns a part's tree; missing where it has none. */
  public JsonNode json(Part part) {
    return part == Part.REQUEST ? requestJson : responseJson;
  }

  /** Tells whether DOKU is known to call the merchant: to notify, or to ask. */
  public boolean isCalledByDoku() {
    return operation.isPresent() && operation.get().isCalledByDoku();
  }

  /** Tells whether it is known that this side writes that part. */
  public boolean isBy(Party party, Part part) {
    return operation.isPresent() && operation.get().writer(part) == party;
  }

  /** Tells whether DOKU is known to have written the response. */
  public boolean isAnsweredByDoku() {
    return isBy(Party.DOKU, Part.RESPONSE);
  }

  /** Tells whether that part is known to carry a signature. */
  public boolean isSigned(Part part) {
    return operation.isPresent() && operation.get().isSigned(part);
  }

  /**
   * Tells whether the contract has a say in the response. What a merchant answers to a notification
   * is nobody's business, and nobody knows who answers an unknown operation.
   */
  public boolean isAnswerJudged() {
    return isAnsweredByDoku()
        || (operation.isPresent() && operation.get().responseSchema().isPresent());
  }

  /** Tells whether the pages on Non-SNAP headers hold for its headers. */
  public boolean isNonSnap() {
    return scheme == NonSnap.SCHEME;
  }

  /** Tells whether the pages on SNAP's headers hold for its headers. */
  public boolean isSnap() {
    return Snap.SCHEMES.contains(scheme);
  }

  /** Returns the name of the header of that role; empty where the scheme has none. */
  public String headerName(HeaderRole role, Part part) {
    return scheme.header(role, part).orElse("");
  }

  /** Returns the value of the header of that role; nothing where there is none. */
  public Optional<String> header(HeaderRole role, Part part) {
    return scheme.value(role, part, part == Part.REQUEST ? requestHeaders() : responseHeaders());
  }

  /** Tells whether the request carries any of the headers by which DOKU's messages are known. */
  private boolean hasDokuHeaders() {
    for (HeaderRole role : scheme.headers(Part.REQUEST)) {
      if (header(role, Part.REQUEST).isPresent()) {
        return true;
      }
    }
    return false;
  }

  /** Tells whether anything says that the exchange is one with DOKU. */
  public boolean concernsDoku() {
    return operation.isPresent() || hasDokuHeaders();
  }

  /** Tells whether there is a response, and one of success: only then its schema holds. */
  public boolean succeeded() {
    return exchange.response().isPresent()
        && exchange.response().get().status() >= 200
        && exchange.response().get().status() < 300;
  }
}
