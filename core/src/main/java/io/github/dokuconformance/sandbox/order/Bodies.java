package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.signature.Timestamps;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

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
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneOffset.ofHours(7));

  private Bodies() {}

  static Body order(Order order, String paymentUrl) {
    ObjectNode root = orderPart(order);
    ObjectNode payment = paymentPart(order, root);
    payment.put("url", paymentUrl);
    payment.put("status", order.state() == OrderState.FAILED ? "FAILED" : "PENDING");
    payment.set("identifier", identifiers(order));
    addOverride(order, root);
    return JsonTree.write(root);
  }

  static Body cancel(Order order, boolean done, Instant now) {
    ObjectNode root = orderPart(order);
    ObjectNode payment = paymentPart(order, root);
    payment.put("status", cancelStatus(order.state()));
    payment.put("date", Timestamps.format(order.paid().orElse(order.changed())));
    payment.set("identifier", identifiers(order));
    ObjectNode cancel = root.putObject("cancel");
    cancel.put("status", done ? "SUCCESS" : "FAILED");
    cancel.put("date", Timestamps.format(now));
    if (!done) {
      root.putObject("error").put("message", "Order is " + order.state());
    }
    return JsonTree.write(root);
  }

  private static String cancelStatus(OrderState state) {
    return switch (state) {
      case CANCELLED -> "CANCELLED";
      case SUCCESS, REFUNDED -> "SUCCESS";
      default -> "FAILED";
    };
  }

  static Body refund(Order order, String refundReference, boolean done, Instant now) {
    ObjectNode root = orderPart(order);
    ObjectNode payment = paymentPart(order, root);
    payment.put("date", Timestamps.format(order.paid().orElse(order.changed())));
    payment.put("status", refundStatus(order.state()));
    payment.set("identifier", identifiers(order));
    ObjectNode refund = root.putObject("refund");
    refund.put("date", Timestamps.format(now));
    refund.put("status", done ? "SUCCESS" : "FAILED");
    refund.put("merchant_unique_reference", refundReference);
    identifier(
        refund.putArray("identifier"),
        "AKULAKU_UNIQUE_REFERENCE",
        "REF-" + order.clientId() + refundReference);
    return JsonTree.write(root);
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
    ObjectNode root = notificationParts(order, order.state().transactionStatus(), order.changed());
    addOverride(order, root);
    return JsonTree.write(root);
  }

  /** Returns the body of a notification that the order came to that status at that time. */
  public static Body notification(Order order, String status, Instant date) {
    return JsonTree.write(notificationParts(order, status, date));
  }

  private static ObjectNode notificationParts(Order order, String status, Instant date) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("service").put("id", "PEER_TO_PEER");
    root.putObject("acquirer").put("id", "AKULAKU");
    root.putObject("channel").put("id", "PEER_TO_PEER_AKULAKU");
    addOrder(order, root);
    ObjectNode transaction = root.putObject("transaction");
    transaction.put("status", status);
    transaction.put("date", Timestamps.format(date));
    transaction.put("original_request_id", order.requestId());
    ObjectNode info = root.putObject("peer_to_peer_info");
    info.put("created_date", COMPACT.format(order.created()));
    info.put("expired_date", COMPACT.format(order.expires()));
    info.put("status", status);
    info.put("merchant_unique_reference", order.reference());
    info.set("identifier", identifiers(order));
    paymentPart(order, root);
    return root;
  }

  private static ObjectNode orderPart(Order order) {
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    addOrder(order, root);
    return root;
  }

  private static void addOrder(Order order, ObjectNode root) {
    ObjectNode part = root.putObject("order");
    part.put("invoice_number", order.invoiceNumber());
    part.put("amount", order.amount());
  }

  private static ObjectNode paymentPart(Order order, ObjectNode root) {
    ObjectNode payment = root.putObject("payment");
    payment.put("merchant_unique_reference", order.reference());
    return payment;
  }

  private static void addOverride(Order order, ObjectNode root) {
    if (order.overrideUrl().isPresent()) {
      root.putObject("additional_info").put("override_notification_url", order.overrideUrl().get());
    }
  }

  private static ArrayNode identifiers(Order order) {
    ArrayNode list = JsonNodeFactory.instance.arrayNode();
    identifier(list, "ORDER_ID", Long.toString(order.number()));
    identifier(list, "AKULAKU_UNIQUE_REFERENCE", order.clientId() + order.reference());
    return list;
  }

  private static void identifier(ArrayNode list, String name, String value) {
    ObjectNode identifier = list.addObject();
    identifier.put("name", name);
    identifier.put("value", value);
  }
}
