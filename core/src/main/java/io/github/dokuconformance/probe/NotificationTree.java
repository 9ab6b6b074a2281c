package io.github.dokuconformance.probe;

import io.github.dokuconformance.signature.Timestamps;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * A notification's body as a tree, before it is spelt.
 *
 * <p>Source: dashboard.doku.com, Akulaku notification, field table and sample (documented); the
 * sample's values are replaced by the order's.
 */
final class NotificationTree {
  /** Stands where {@link Spelling#withText} puts its text. */
  static final String TEXT = "@TEXT@";

  private NotificationTree() {}

  static ObjectNode success(Setting setting) {
    return of(setting, "SUCCESS");
  }

  static ObjectNode of(Setting setting, String status) {
    Order order = setting.order();
    ObjectNode root = JsonNodeFactory.instance.objectNode();
    root.putObject("service").put("id", "PEER_TO_PEER");
    root.putObject("acquirer").put("id", "AKULAKU");
    root.putObject("channel").put("id", "PEER_TO_PEER_AKULAKU");
    root.putObject("order")
        .put("invoice_number", order.invoiceNumber())
        .put("amount", order.amount());
    root.putObject("transaction")
        .put("status", status)
        .put("date", Timestamps.format(setting.now()))
        .put("original_request_id", order.originalRequestId());
    ObjectNode details = root.putObject("peer_to_peer_info");
    details.put("created_date", "20260102100000").put("expired_date", "20260102160000");
    details.put("status", status).put("merchant_unique_reference", order.reference());
    details
        .putArray("identifier")
        .addObject()
        .put("name", "AKULAKU_UNIQUE_REFERENCE")
        .put("value", TEXT);
    root.putObject("payment").put("merchant_unique_reference", order.reference());
    return root;
  }
}
