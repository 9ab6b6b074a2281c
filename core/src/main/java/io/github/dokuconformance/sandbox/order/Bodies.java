package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.function.Consumer;
import tools.jackson.core.JsonGenerator;

/**
 * The bodies that DOKU writes, field by field as its tables and samples have them.
 *
 * <p>Source: developers.doku.com, Akulaku, response tables; dashboard.doku.com, Akulaku
 * notification (documented). Check status has no PayLater sample: it is "similar to the
 * notification" (documented), so it has the notification's fields (derived).
 */
public final class Bodies {
  /** Source: developers.doku.com, virtual account pages: dates of this form are in UTC+7. */
  private static final DateTimeFormatter COMPACT =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.ofHours(7));

  private Bodies() {}

  static Body order(Order order, String paymentUrl) {
    return write(
        json -> {
          orderPart(order, json);
          startPayment(order, json);
          json.writeStringProperty("url", paymentUrl);
          json.writeStringProperty(
              "status", order.state() == OrderState.FAILED ? "FAILED" : "PENDING");
          identifiers(order, json);
          json.writeEndObject();
          override(order, json);
        });
  }

  static Body cancel(Order order, boolean done, Instant now) {
    return write(
        json -> {
          orderPart(order, json);
          startPayment(order, json);
          json.writeStringProperty("status", cancelStatus(order.state()));
          json.writeStringProperty("date", paymentDate(order));
          identifiers(order, json);
          json.writeEndObject();
          json.writeObjectPropertyStart("cancel");
          json.writeStringProperty("status", done ? "SUCCESS" : "FAILED");
          json.writeStringProperty("date", Timestamps.format(now));
          json.writeEndObject();
          if (!done) {
            json.writeObjectPropertyStart("error");
            json.writeStringProperty("message", "Order is " + order.state());
            json.writeEndObject();
          }
        });
  }

  private static String cancelStatus(OrderState state) {
    return switch (state) {
      case CANCELLED -> "CANCELLED";
      case SUCCESS, REFUNDED -> "SUCCESS";
      default -> "FAILED";
    };
  }

  static Body refund(Order order, String refundReference, boolean done, Instant now) {
    return write(
        json -> {
          orderPart(order, json);
          startPayment(order, json);
          json.writeStringProperty("date", paymentDate(order));
          json.writeStringProperty("status", refundStatus(order.state()));
          identifiers(order, json);
          json.writeEndObject();
          json.writeObjectPropertyStart("refund");
          json.writeStringProperty("date", Timestamps.format(now));
          json.writeStringProperty("status", done ? "SUCCESS" : "FAILED");
          json.writeStringProperty("merchant_unique_reference", refundReference);
          json.writeArrayPropertyStart("identifier");
          identifier("AKULAKU_UNIQUE_REFERENCE", "REF-" + order.clientId() + refundReference, json);
          json.writeEndArray();
          json.writeEndObject();
        });
  }

  private static String refundStatus(OrderState state) {
    return switch (state) {
      case REFUNDED -> "REFUNDED";
      case PENDING -> "PENDING";
      case CANCELLED -> "CANCELED";
      default -> "FAILED";
    };
  }

  static Body status(Order order) {
    return write(
        json -> {
          notificationParts(order, order.state().transactionStatus(), order.changed(), json);
          override(order, json);
        });
  }

  /** Returns the body of a notification that the order came to that status at that time. */
  public static Body notification(Order order, String status, Instant date) {
    return write(json -> notificationParts(order, status, date, json));
  }

  private static Body write(Consumer<JsonGenerator> members) {
    return JsonTree.write(
        json -> {
          json.writeStartObject();
          members.accept(json);
          json.writeEndObject();
        });
  }

  private static void notificationParts(
      Order order, String status, Instant date, JsonGenerator json) {
    id("service", "PEER_TO_PEER", json);
    id("acquirer", "AKULAKU", json);
    id("channel", "PEER_TO_PEER_AKULAKU", json);
    orderPart(order, json);
    json.writeObjectPropertyStart("transaction");
    json.writeStringProperty("status", status);
    json.writeStringProperty("date", Timestamps.format(date));
    json.writeStringProperty("original_request_id", order.requestId());
    json.writeEndObject();
    json.writeObjectPropertyStart("peer_to_peer_info");
    json.writeStringProperty("created_date", COMPACT.format(order.created()));
    json.writeStringProperty("expired_date", COMPACT.format(order.expires()));
    json.writeStringProperty("status", status);
    json.writeStringProperty("merchant_unique_reference", order.reference());
    identifiers(order, json);
    json.writeEndObject();
    startPayment(order, json);
    json.writeEndObject();
  }

  private static void id(String part, String id, JsonGenerator json) {
    json.writeObjectPropertyStart(part);
    json.writeStringProperty("id", id);
    json.writeEndObject();
  }

  private static void orderPart(Order order, JsonGenerator json) {
    json.writeObjectPropertyStart("order");
    json.writeStringProperty("invoice_number", order.invoiceNumber());
    json.writeNumberProperty("amount", order.amount());
    json.writeEndObject();
  }

  /** Writes the first member of the payment, and leaves the object open for others. */
  private static void startPayment(Order order, JsonGenerator json) {
    json.writeObjectPropertyStart("payment");
    json.writeStringProperty("merchant_unique_reference", order.reference());
  }

  private static String paymentDate(Order order) {
    return Timestamps.format(order.paid().orElse(order.changed()));
  }

  private static void override(Order order, JsonGenerator json) {
    if (order.overrideUrl().isPresent()) {
      json.writeObjectPropertyStart("additional_info");
      json.writeStringProperty("override_notification_url", order.overrideUrl().get());
      json.writeEndObject();
    }
  }

  private static void identifiers(Order order, JsonGenerator json) {
    json.writeArrayPropertyStart("identifier");
    identifier("ORDER_ID", Long.toString(order.number()), json);
    identifier("AKULAKU_UNIQUE_REFERENCE", order.clientId() + order.reference(), json);
    json.writeEndArray();
  }

  private static void identifier(String name, String value, JsonGenerator json) {
    json.writeStartObject();
    json.writeStringProperty("name", name);
    json.writeStringProperty("value", value);
    json.writeEndObject();
  }
}
