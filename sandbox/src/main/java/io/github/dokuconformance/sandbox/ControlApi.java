package io.github.dokuconformance.sandbox;

import static io.github.dokuconformance.sandbox.ControlRequest.optionalText;
import static io.github.dokuconformance.sandbox.ControlRequest.text;

import io.github.dokuconformance.finding.Visible;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.fault.ArmedFaults;
import io.github.dokuconformance.sandbox.fault.ArmedFaults.Armed;
import io.github.dokuconformance.sandbox.fault.Fault;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.sandbox.order.OrderEvent;
import io.github.dokuconformance.sandbox.order.Payment;
import java.net.InetAddress;
import java.net.URI;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The control API: what tests and scripts steer the sandbox with. JSON in, JSON out. */
final class ControlApi {
  private static final Map<String, OrderEvent> EVENTS =
      Map.of("pay", OrderEvent.PAY, "fail", OrderEvent.FAIL, "expire", OrderEvent.EXPIRE);
  private static final List<String> ROUTES =
      List.of(
          "GET /_sandbox",
          "POST /_sandbox/orders/{invoice_number}/pay",
          "POST /_sandbox/orders/{invoice_number}/fail",
          "POST /_sandbox/orders/{invoice_number}/expire",
          "POST /_sandbox/numbers/{number}/pay",
          "PUT /_sandbox/clock",
          "GET /_sandbox/faults",
          "POST /_sandbox/faults",
          "DELETE /_sandbox/faults/{fault}",
          "PUT /_sandbox/notification-url",
          "PUT /_sandbox/inquiry-url",
          "PUT /_sandbox/token-url",
          "GET /_sandbox/doku-key",
          "GET /_sandbox/exchanges",
          "GET /_sandbox/summary",
          "POST /_sandbox/reset");

  private static final Pattern NUMBER = Pattern.compile(" {0,7}[0-9A-Za-z-]{1,64}");

  private final Sandbox sandbox;
  private final ControlAccess access;

  ControlApi(Sandbox sandbox, ControlAccess access) {
    this.sandbox = sandbox;
    this.access = access;
  }

  Response handle(Request request, InetAddress peer) {
    try {
      access.require(request, peer);
      return route(new ControlRequest(request));
    } catch (ControlException e) {
      return error(e.status(), String.valueOf(e.getMessage()));
    }
  }

  static Response error(int status, String message) {
    ObjectNode error = object();
    error.putObject("error").put("message", message);
    return json(status, error);
  }

  private Response route(ControlRequest request) throws ControlException {
    List<String> route = request.route();
    if (route.size() == 4 && route.get(0).equals("POST") && route.get(1).equals("orders")) {
      return order(request, route.get(2), route.get(3));
    }
    if (route.size() == 4
        && route.subList(0, 2).equals(List.of("POST", "numbers"))
        && route.get(3).equals("pay")) {
      return number(request, route.get(2));
    }
    if (route.size() == 3 && route.subList(0, 2).equals(List.of("DELETE", "faults"))) {
      sandbox.disarm(fault(route.get(2)));
      return faults();
    }
    return switch (String.join(" ", route)) {
      case "GET" -> state();
      case "PUT clock" -> clock(request);
      case "GET faults" -> faults();
      case "POST faults" -> arm(request);
      case "PUT notification-url" -> {
        sandbox.setNotificationUrl(url(request));
        yield state();
      }
      case "PUT inquiry-url" -> {
        sandbox.setInquiryUrl(url(request));
        yield state();
      }
      case "PUT token-url" -> {
        sandbox.setTokenUrl(url(request));
        yield state();
      }
      case "GET doku-key" -> json(200, object().put("public_key", sandbox.dokuKey().publicPem()));
      case "GET exchanges" ->
          new Response(
              200,
              Headers.of("Content-Type", "application/jsonl"),
              Body.of(ExchangeLines.write(sandbox.exchanges(), sandbox.mask())));
      case "GET summary" -> json(200, SummaryJson.of(sandbox.summary()));
      case "POST reset" -> {
        sandbox.reset();
        yield state();
      }
      default ->
          throw new ControlException(
              404, "expected one of " + String.join(", ", ROUTES) + "; got " + shown(route));
    };
  }

  private static String shown(List<String> route) {
    return Visible.line(
        route.get(0) + " /_sandbox/" + String.join("/", route.subList(1, route.size())));
  }

  private Response order(ControlRequest request, String invoice, String action)
      throws ControlException {
    OrderEvent event = EVENTS.get(action);
    if (event == null) {
      throw new ControlException(
          404, "expected pay, fail or expire, got " + Visible.quoted(action));
    }
    return apply(request, order(invoice, request.parameter("client_id")), event);
  }

  /** A customer pays at a machine, with nothing in hand but a number. */
  private Response number(ControlRequest request, String number) throws ControlException {
    if (!NUMBER.matcher(number).matches()) {
      throw new ControlException(
          400, "expected a number of at most 64 letters and digits, got " + Visible.quoted(number));
    }
    Merchants merchants = sandbox.merchants();
    Optional<String> clientId = request.parameter("client_id").or(merchants::onlyClientId);
    if (clientId.isEmpty() || !merchants.clientIds().contains(clientId.get())) {
      throw new ControlException(
          409,
          "expected ?client_id= as one of "
              + String.join(", ", merchants.clientIds())
              + ", got "
              + clientId.map(Visible::quoted).orElse("none"));
    }
    Order order =
        sandbox.named(
            clientId.get(), number, request.parameter("channel"), request.parameter("method"));
    return apply(request, order, OrderEvent.PAY);
  }

  private Response apply(ControlRequest request, Order order, OrderEvent event)
      throws ControlException {
    if (event == OrderEvent.PAY && !sandbox.canBePaid(order)) {
      throw new ControlException(409, PaymentPages.NO_METHOD);
    }
    Payment payment = payment(request, order);
    Optional<String> refusal = event == OrderEvent.PAY ? order.refusal(payment) : Optional.empty();
    if (refusal.isPresent()) {
      throw new ControlException(409, refusal.get());
    }
    Order after =
        sandbox
            .apply(order, event, payment)
            .orElseThrow(
                () ->
                    new ControlException(
                        409,
                        "expected an order that is "
                            + event.from()
                            + ", got one that is "
                            + order.state()));
    return json(
        200,
        object()
            .put("invoice_number", after.invoiceNumber())
            .put("client_id", after.clientId())
            .put("state", sandbox.order(after.number()).orElse(after).state().name()));
  }

  private Payment payment(ControlRequest request, Order order) throws ControlException {
    Optional<String> method = request.parameter("method");
    Optional<String> failure = request.parameter("failure");
    require("method", method, sandbox.methods(order).keySet());
    require("failure", failure, sandbox.failures(order).keySet());
    return new Payment(
        method.orElse(Payment.first(order).method()), failure.orElse(""), amount(request));
  }

  private static long amount(ControlRequest request) throws ControlException {
    String amount = request.parameter("amount").orElse("0");
    if (!amount.matches("[0-9]{1,12}")) {
      throw new ControlException(
          400, "expected amount in whole rupiah, got " + Visible.quoted(amount));
    }
    return Long.parseLong(amount);
  }

  private static void require(String name, Optional<String> value, Set<String> known)
      throws ControlException {
    if (value.isPresent() && !known.contains(value.get())) {
      throw new ControlException(
          400,
          "expected "
              + name
              + " to be "
              + (known.isEmpty() ? "left out" : "one of " + String.join(", ", known))
              + ", got "
              + Visible.quoted(value.get()));
    }
  }

  private Order order(String invoice, Optional<String> clientId) throws ControlException {
    List<Order> orders =
        sandbox.orders(invoice).stream()
            .filter(order -> clientId.map(order.clientId()::equals).orElse(true))
            .toList();
    if (orders.isEmpty()) {
      throw new ControlException(
          404, "expected the invoice number of an order, got " + Visible.quoted(invoice));
    }
    if (orders.size() > 1) {
      throw new ControlException(
          409,
          "expected ?client_id=…, since several merchants have an order "
              + Visible.quoted(invoice));
    }
    return orders.get(0);
  }

  private Response clock(ControlRequest request) throws ControlException {
    JsonNode body = request.object("now", "advance");
    Optional<String> now = optionalText(body, "now");
    Optional<String> advance = optionalText(body, "advance");
    if (now.isPresent() == advance.isPresent()) {
      throw new ControlException(
          400,
          "expected exactly one of now and advance, got " + (now.isPresent() ? "both" : "none"));
    }
    try {
      if (now.isPresent()) {
        sandbox.clock().set(Instant.parse(now.get()));
      } else {
        sandbox.clock().advance(Duration.parse(advance.get()));
      }
    } catch (DateTimeException | ArithmeticException e) {
      throw new ControlException(
          400,
          "expected now as 2026-01-31T09:30:00Z or advance as PT6H, got "
              + Visible.quoted(now.or(() -> advance).orElse("")));
    }
    return state();
  }

  private Response arm(ControlRequest request) throws ControlException {
    JsonNode body = request.object("fault", "operation", "times");
    Fault fault = fault(text(body, "fault"));
    Optional<String> operation = optionalText(body, "operation");
    if (operation.isPresent() && !sandbox.operations().contains(operation.get())) {
      throw new ControlException(
          400,
          "expected an operation ("
              + String.join(", ", sandbox.operations())
              + "), got "
              + Visible.quoted(operation.get()));
    }
    try {
      sandbox.arm(new Armed(fault, operation, times(body.path("times"))));
    } catch (IllegalArgumentException e) {
      throw new ControlException(400, String.valueOf(e.getMessage()));
    }
    return faults();
  }

  private static int times(JsonNode value) throws ControlException {
    if (value.isMissingNode()) {
      return 1;
    }
    if (value.isString() && value.asString().equals("always")) {
      return ArmedFaults.ALWAYS;
    }
    if (value.isIntegralNumber() && value.canConvertToInt() && value.asInt() >= 1) {
      return value.asInt();
    }
    throw new ControlException(
        400,
        "expected times as a number of at least 1 or \"always\", got "
            + Visible.line(value.toString()));
  }

  private static Fault fault(String id) throws ControlException {
    return Fault.of(id)
        .orElseThrow(
            () ->
                new ControlException(
                    400, "expected a fault of GET /_sandbox/faults, got " + Visible.quoted(id)));
  }

  private Response faults() {
    ObjectNode body = object();
    var catalogue = body.putArray("catalogue");
    for (Fault fault : Fault.values()) {
      ObjectNode one = catalogue.addObject();
      one.put("fault", fault.id());
      one.put("summary", fault.summary());
      one.put("client", fault.expectation().name().toLowerCase(java.util.Locale.ROOT));
    }
    var armed = body.putArray("armed");
    for (Armed one : sandbox.armed()) {
      ObjectNode entry = armed.addObject().put("fault", one.fault().id());
      one.operation().ifPresent(operation -> entry.put("operation", operation));
      if (one.times() == ArmedFaults.ALWAYS) {
        entry.put("times", "always");
      } else {
        entry.put("times", one.times());
      }
    }
    return json(200, body);
  }

  private static Optional<URI> url(ControlRequest request) throws ControlException {
    Optional<String> url = optionalText(request.object("url"), "url");
    try {
      return url.map(HttpUrls::require);
    } catch (IllegalArgumentException e) {
      throw new ControlException(400, String.valueOf(e.getMessage()));
    }
  }

  private Response state() {
    ObjectNode body = object();
    body.put("now", sandbox.clock().now().toString());
    body.put("orders", sandbox.size());
    body.put("notification_url", sandbox.notificationUrl().map(URI::toString).orElse(null));
    body.put("inquiry_url", sandbox.inquiryUrl().map(URI::toString).orElse(null));
    body.put("token_url", sandbox.tokenUrl().map(URI::toString).orElse(null));
    var routes = body.putArray("routes");
    ROUTES.forEach(routes::add);
    return json(200, body);
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private static Response json(int status, JsonNode body) {
    return Response.json(status, JsonTree.write(body));
  }
}
