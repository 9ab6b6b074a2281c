package io.github.dokuconformance.sandbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNullElse;

import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.message.Headers;
import io.github.dokuconformance.message.Request;
import io.github.dokuconformance.message.Response;
import io.github.dokuconformance.sandbox.order.Order;
import io.github.dokuconformance.sandbox.order.OrderEvent;
import io.github.dokuconformance.sandbox.order.OrderState;
import io.github.dokuconformance.sandbox.order.Payment;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page that {@code payment.url} names: a person pays, fails or cancels there, and is sent back
 * to the merchant's {@code callback_url}.
 *
 * <p>The page needs no script and nothing from elsewhere. What comes from a request is escaped.
 */
final class PaymentPages {
  static final String PATH = Sandbox.CONTROL + "/pages/";

  private static final Map<String, OrderEvent> ACTIONS =
      Map.of("pay", OrderEvent.PAY, "fail", OrderEvent.FAIL, "cancel", OrderEvent.CANCEL);
  private static final Pattern FORM =
      Pattern.compile(
          "token=([A-Za-z0-9_-]*)(?:&method=(\\w*))?(?:&failure=(\\w*))?&action=(\\w+)");
  private static final Pattern NUMBER = Pattern.compile("[0-9]{10}");
  private static final Pattern PLACE = Pattern.compile("\\{\\{(\\w+)\\}\\}");
  private static final String ORDER_PAGE = template("payment-page.html");
  private static final String MESSAGE_PAGE = template("message-page.html");

  static final String NO_METHOD =
      "expected an order that asks for a method whose notification is known; of those that it asks"
          + " for DOKU's pages show none";

  private final Sandbox sandbox;

  /** Stands in each form, so that who sends one has read the page. */
  private final String token = Nonce.make();

  PaymentPages(Sandbox sandbox) {
    this.sandbox = sandbox;
  }

  Response handle(Request request) {
    String number = request.target().path().substring(PATH.length());
    if (!NUMBER.matcher(number).matches()) {
      return message(404, "No such page", "The address of a payment page ends in ten digits.");
    }
    sandbox.marks().opened(Long.parseLong(number));
    Optional<Order> order = sandbox.order(Long.parseLong(number));
    if (order.isEmpty()) {
      return message(
          404,
          "No such order",
          "This address was not made by the sandbox, or it came in a response that was faulty on"
              + " purpose and should not have been trusted.");
    }
    return switch (request.method()) {
      case "GET", "HEAD" -> show(order.get());
      case "POST" -> act(request, order.get());
      default -> message(405, "Not possible", "Open the page, or send one of its buttons.");
    };
  }

  private Response act(Request request, Order order) {
    Matcher form = FORM.matcher(request.body().toDisplayText());
    if (!form.matches() || !isToken(form.group(1))) {
      return message(
          403,
          "Not from here",
          "Only this page's own form may press its buttons: open it anew. A script lets an order be"
              + " paid with POST "
              + Sandbox.CONTROL
              + "/orders/{invoice_number}/pay.");
    }
    OrderEvent event = ACTIONS.get(form.group(4));
    if (event == null) {
      return message(400, "Not possible", "Expected action=pay, action=fail or action=cancel.");
    }
    Payment payment =
        new Payment(
            requireNonNullElse(form.group(2), ""),
            event == OrderEvent.FAIL ? requireNonNullElse(form.group(3), "") : "",
            0);
    if (!payment.method().isEmpty() && !order.terms().methods().contains(payment.method())) {
      return message(400, "Not possible", "This order can't be paid by " + payment.method() + ".");
    }
    if (event == OrderEvent.PAY && !sandbox.canBePaid(order)) {
      return message(409, "Not possible", NO_METHOD);
    }
    Optional<String> refusal = event == OrderEvent.PAY ? order.refusal(payment) : Optional.empty();
    if (refusal.isPresent()) {
      return message(409, "Not possible", "DOKU " + refusal.get() + ".");
    }
    if (sandbox.apply(order, event, payment).isEmpty()) {
      return message(409, "Too late", "The order is " + state(order) + " already.");
    }
    // Where nothing says where the shop is, the page itself tells what was done.
    String next = order.callbackUrl().isEmpty() ? request.target().path() : order.callbackUrl();
    return new Response(
        303, Headers.of("Location", next, "Cache-Control", "no-store"), Body.none());
  }

  private boolean isToken(String text) {
    return MessageDigest.isEqual(text.getBytes(UTF_8), token.getBytes(UTF_8));
  }

  private Response show(Order order) {
    boolean pending = order.state() == OrderState.PENDING;
    Map<String, String> methods = sandbox.methods(order);
    Map<String, String> failures = sandbox.failures(order);
    return page(
        200,
        fill(
            ORDER_PAGE
                .replace("{{methods}}", options(methods))
                .replace("{{failures}}", options(failures)),
            Map.ofEntries(
                Map.entry("channel", sandbox.title(order)),
                Map.entry("merchant", order.clientId()),
                Map.entry("invoice", order.invoiceNumber()),
                Map.entry("amount", String.format(Locale.GERMANY, "Rp %,d", order.amount())),
                Map.entry("reference", order.reference()),
                Map.entry("referred", order.reference().isEmpty() ? "hidden" : ""),
                Map.entry("choice", methods.isEmpty() ? "hidden" : ""),
                Map.entry("reasons", failures.isEmpty() ? "hidden" : ""),
                Map.entry("state", state(order)),
                Map.entry("token", token),
                Map.entry("callback", order.callbackUrl()),
                Map.entry("back", order.callbackUrl().isEmpty() ? "hidden" : ""),
                Map.entry("buttons", pending ? "" : "hidden"),
                Map.entry("done", pending ? "hidden" : ""))));
  }

  private static String options(Map<String, String> titles) {
    StringBuilder html = new StringBuilder();
    titles.forEach(
        (value, title) ->
            html.append("<option value=\"")
                .append(escape(value))
                .append("\">")
                .append(escape(title))
                .append("</option>"));
    return html.toString();
  }

  private static String state(Order order) {
    return order.state().name().toLowerCase(Locale.ROOT);
  }

  private static Response message(int status, String title, String text) {
    return page(status, fill(MESSAGE_PAGE, Map.of("title", title, "text", text)));
  }

  private static Response page(int status, String html) {
    return new Response(
        status,
        Headers.of(
            "Content-Type", "text/html; charset=utf-8",
            // No form-action: browsers would hold the redirect to the merchant against it.
            "Content-Security-Policy",
                "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none';"
                    + " frame-ancestors 'none'",
            "X-Content-Type-Options", "nosniff",
            // Under no-referrer browsers send "Origin: null" with the page's own form.
            "Referrer-Policy", "same-origin",
            "Cache-Control", "no-store"),
        Body.ofUtf8(html));
  }

  private static String fill(String template, Map<String, String> values) {
    Matcher places = PLACE.matcher(template);
    StringBuilder html = new StringBuilder(template.length() + 256);
    while (places.find()) {
      String value = values.getOrDefault(places.group(1), "");
      places.appendReplacement(html, Matcher.quoteReplacement(escape(value)));
    }
    return places.appendTail(html).toString();
  }

  private static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private static String template(String name) {
    try (InputStream in = PaymentPages.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
