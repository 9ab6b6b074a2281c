package io.github.dokuconformance.check;

import io.github.dokuconformance.contract.Contract;
import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.finding.Part;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Exchange;
import io.github.dokuconformance.message.Header;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.message.Target;
import io.github.dokuconformance.rules.CheckContext;
import io.github.dokuconformance.scheme.Schemes;
import io.github.dokuconformance.signature.AccessToken;
import io.github.dokuconformance.signature.Components;
import io.github.dokuconformance.signature.KeyRing;
import io.github.dokuconformance.signature.MerchantSecret;
import io.github.dokuconformance.signature.Scheme;
import io.github.dokuconformance.signature.SignedPart;
import io.github.dokuconformance.signature.SigningKey;
import io.github.dokuconformance.signature.nonsnap.NonSnap;
import io.github.dokuconformance.signature.snap.Snap;
import io.github.dokuconformance.signature.snap.SnapKeys;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** An exchange in the making: a documented one, changed, and signed when it is done. */
public final class Draft {
  private static final String CLIENT_ID = "MCH-FAKE-0001";

  private @Nullable String operation;
  private String method = "POST";
  private String target;
  private String clientId = CLIENT_ID;
  private String requestId = "3f0c8d1e-6a55-4b0e-9d3b-fake00000001";
  private String requestTime = "2026-01-02T03:04:05Z";
  private String responseTime = "2026-01-02T03:04:06Z";
  private @Nullable String responseId;
  private Body body;
  private int status = 200;
  private Body responseBody;
  private boolean answered = true;
  private CheckContext context = CheckContext.nothing().withKeys(KeyRing.of(Samples.KEY));
  private UnaryOperator<Headers> requestHeaders = headers -> headers;
  private UnaryOperator<Headers> responseHeaders = headers -> headers;

  private @Nullable Scheme snap;

  private Draft(String target, Body body, Body responseBody) {
    this.target = target;
    this.body = body;
    this.responseBody = responseBody;
  }

  static Draft of(String operation, String body, String responseBody) {
    Operation known = Contract.bundled().operation(operation).orElseThrow();
    if (!known.scheme().equals(NonSnap.SCHEME.id())) {
      return ofSnap(known, Body.ofUtf8(body), Body.ofUtf8(responseBody));
    }
    if (known.isSigned(Part.RESPONSE) && known.isCalledByDoku()) {
      return new Draft("/inquiries", Body.ofUtf8(body), Body.ofUtf8(responseBody));
    }
    if (known.isCalledByDoku()) {
      return new Draft("/payments/notifications", Body.ofUtf8(body), Body.ofUtf8("OK"));
    }
    Draft draft =
        new Draft(
            known.path().replaceAll("[{][^}]+}", "INV-FAKE-0001"),
            known.requestSchema().isPresent() ? Body.ofUtf8(body) : Body.none(),
            Body.ofUtf8(responseBody));
    draft.method = known.method();
    known.asRequestId().stream()
        .flatMap(meaning -> known.pointer(Part.REQUEST, meaning).stream())
        .map(at -> at.in(Samples.parse(body)).asString(""))
        .filter(id -> !id.isEmpty())
        .forEach(id -> draft.requestId = id);
    return draft;
  }

  /** Starts with what every operation of SNAP takes: whatever header any of them wants is there. */
  private static Draft ofSnap(Operation known, Body body, Body responseBody) {
    String target =
        known.isCalledByDoku() ? "/told" : known.path().replaceAll("[{][^}]+}", "INV-FAKE-0001");
    Draft draft = new Draft(target, body, responseBody);
    draft.method = known.method();
    draft.operation = known.id();
    draft.snap = Schemes.bundled().of(known.scheme());
    draft.requestTime = "2026-01-02T10:04:05+07:00";
    draft.requestId = "20260102100405000123456789";
    draft.context =
        CheckContext.nothing().withKeys(KeyRing.of(Map.of(CLIENT_ID, SnapKeys.ofMerchant())));
    return draft
        .header("CHANNEL-ID", "H2H")
        .header("Authorization-Customer", "Bearer FAKE.CUSTOMER.NOT-A-SECRET")
        .header("X-IP-ADDRESS", "203.0.113.10")
        .header("X-DEVICE-ID", "FAKE1");
  }

  /** Starts with a request of SNAP and its answer, both with every field. */
  static Draft snap(String operation) {
    return of(
        operation,
        Samples.text(operation + "/request-full.json"),
        Samples.text(operation + "/response-full.json"));
  }

  /** Starts with a POST to a target of any contract. */
  static Draft to(String target, String body, String responseBody) {
    return new Draft(target, Body.ofUtf8(body), Body.ofUtf8(responseBody));
  }

  static Draft order() {
    return documented("akulaku.generate-order");
  }

  static Draft cancel() {
    return documented("akulaku.cancel");
  }

  static Draft refund() {
    return documented("akulaku.refund");
  }

  static Draft notification() {
    return of("akulaku.notification", Samples.text("akulaku.notification/request-full.json"), "");
  }

  static Draft checkout() {
    return of(
        "checkout.payment",
        Samples.text("checkout.payment/request-full.json"),
        Samples.text("checkout.payment/response-full.json"));
  }

  static Draft cardRefund() {
    return documented("cards.refund");
  }

  static Draft vaNotification() {
    return of("va.notification", Samples.text("va.notification/request-bca-documented.json"), "");
  }

  static Draft vaOfBni() {
    return of(
        "va.bni.create",
        Samples.text("va.bni.create/request-full.json"),
        Samples.text("va.create/response-full.json"));
  }

  /** Starts with the request for a code to pay at a store. */
  static Draft code(String operation) {
    return of(
        operation,
        Samples.text(operation + "/request-full.json"),
        Samples.text("o2o.alfa/response-full.json"));
  }

  static Draft status() {
    return of("orders.check-status", "", Samples.text("orders.check-status/response-full.json"));
  }

  static Draft jenius() {
    return of(
        "jenius.payment",
        Samples.text("jenius.payment/request-full.json"),
        Samples.text("jenius.payment/response-full.json"));
  }

  static Draft ovo() {
    return of(
        "ovo.payment",
        Samples.text("ovo.payment/request-full.json"),
        Samples.text("ovo.payment/response-full.json"));
  }

  private static Draft documented(String operation) {
    return of(
        operation,
        Samples.text(operation + "/request-documented.json"),
        Samples.text(operation + "/response-documented.json"));
  }

  Draft contract(Contract contract) {
    context = context.withContract(contract);
    return this;
  }

  Draft status(int other) {
    status = other;
    return this;
  }

  Draft operation(String id) {
    operation = id;
    return this;
  }

  Draft method(String other) {
    method = other;
    return this;
  }

  Draft target(String other) {
    target = other;
    return this;
  }

  Draft requestId(String id) {
    requestId = id;
    return this;
  }

  Draft requestTime(String time) {
    requestTime = time;
    return this;
  }

  Draft responseTime(String time) {
    responseTime = time;
    return this;
  }

  Draft responseId(String id) {
    responseId = id;
    return this;
  }

  Draft body(String text) {
    return body(Body.ofUtf8(text));
  }

  Draft body(Body other) {
    body = other;
    return this;
  }

  /** Puts a JSON text into the request's body. */
  Draft set(String pointer, String json) {
    return body(changed(body, pointer, Samples.parse(json)));
  }

  Draft text(String pointer, String value) {
    return body(changed(body, pointer, StringNode.valueOf(value)));
  }

  Draft remove(String pointer) {
    return body(changed(body, pointer, null));
  }

  Draft response(int other, String text) {
    status = other;
    responseBody = Body.ofUtf8(text);
    return this;
  }

  Draft noResponse() {
    answered = false;
    return this;
  }

  Draft respond(String pointer, String json) {
    responseBody = changed(responseBody, pointer, Samples.parse(json));
    return this;
  }

  Draft respondText(String pointer, String value) {
    responseBody = changed(responseBody, pointer, StringNode.valueOf(value));
    return this;
  }

  Draft removeAnswer(String pointer) {
    responseBody = changed(responseBody, pointer, null);
    return this;
  }

  /** Changes the request's headers after it was signed. */
  Draft headers(UnaryOperator<Headers> change) {
    UnaryOperator<Headers> before = requestHeaders;
    requestHeaders = headers -> change.apply(before.apply(headers));
    return this;
  }

  Draft header(String name, String value) {
    return headers(headers -> headers.with(name, value));
  }

  Draft withoutHeader(String name) {
    return headers(headers -> headers.without(name));
  }

  Draft repeatHeader(String name) {
    return headers(headers -> added(headers, name, headers.first(name).orElseThrow()));
  }

  Draft responseHeader(String name, String value) {
    UnaryOperator<Headers> before = responseHeaders;
    responseHeaders = headers -> before.apply(headers).with(name, value);
    return this;
  }

  Draft withoutResponseHeader(String name) {
    UnaryOperator<Headers> before = responseHeaders;
    responseHeaders = headers -> before.apply(headers).without(name);
    return this;
  }

  Draft now(String instant) {
    context = context.withNow(Instant.parse(instant));
    return this;
  }

  Draft notificationPath(String path) {
    context = context.withNotificationPath(path);
    return this;
  }

  Draft keys(KeyRing keys) {
    context = context.withKeys(keys);
    return this;
  }

  private Exchange exchange(Scheme scheme) {
    SignedPart part = SignedPart.of(Part.REQUEST, target.equals("/told"));
    Components components =
        Components.of(part, method, Target.of(target).path(), body)
            .withClientId(clientId)
            .withRequestId(requestId)
            .withTimestamp(requestTime)
            .withToken(AccessToken.ofHeader("Bearer FAKE.TOKEN.NOT-A-SECRET"));
    SigningKey key =
        scheme != Snap.TOKEN
            ? SigningKey.of(MerchantSecret.of(SnapKeys.SECRET))
            : target.equals("/told") ? SnapKeys.DOKU : SnapKeys.MERCHANT;
    Headers signed = scheme.sign(components, key);
    return new Exchange(
        "draft",
        Optional.ofNullable(operation),
        new Request(
            method,
            Target.of(target),
            requestHeaders.apply(added(signed, "Content-Type", "application/json")),
            body),
        answered
            ? Optional.of(new Response(status, responseHeaders.apply(Headers.none()), responseBody))
            : Optional.empty(),
        Optional.empty());
  }

  Exchange exchange() {
    if (snap != null) {
      return exchange(snap);
    }
    String path = Target.of(target).path();
    Headers signed =
        NonSnap.SCHEME.sign(
            Components.of(SignedPart.REQUEST, "POST", path, body)
                .withClientId(clientId)
                .withRequestId(requestId)
                .withTimestamp(requestTime),
            Samples.KEY);
    Request request =
        new Request(
            method,
            Target.of(target),
            requestHeaders.apply(
                body.isEmpty() ? signed : added(signed, "Content-Type", "application/json")),
            body);
    String id = responseId == null ? requestId : responseId;
    boolean merchantAnswers = target.startsWith("/payments/");
    Headers response =
        merchantAnswers
            ? Headers.none()
            : NonSnap.SCHEME.sign(
                Components.of(SignedPart.RESPONSE, "POST", path, responseBody)
                    .withClientId(clientId)
                    .withRequestId(id)
                    .withTimestamp(responseTime),
                Samples.KEY);
    return new Exchange(
        "draft",
        Optional.ofNullable(operation),
        request,
        answered
            ? Optional.of(new Response(status, responseHeaders.apply(response), responseBody))
            : Optional.empty(),
        Optional.empty());
  }

  CheckContext context() {
    return context;
  }

  CheckResult check() {
    return Check.check(exchange(), context);
  }

  private static Headers added(Headers headers, String name, String value) {
    List<Header> list = new ArrayList<>(headers.list());
    list.add(new Header(name, value));
    return new Headers(list);
  }

  private static Body changed(Body body, String pointer, @Nullable JsonNode value) {
    JsonNode document = Samples.parse(body.toDisplayText());
    JsonPointer place = JsonPointer.compile(pointer);
    JsonNode parent = document.at(place.head());
    if (parent instanceof ArrayNode array) {
      array.set(place.last().getMatchingIndex(), value);
    } else if (value == null) {
      ((ObjectNode) parent).remove(place.last().getMatchingProperty());
    } else {
      ((ObjectNode) parent).set(place.last().getMatchingProperty(), value);
    }
    return Body.ofUtf8(document.toString());
  }
}
