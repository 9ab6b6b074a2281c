package io.github.dokuconformance.sandbox.order;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The orders that are known, by each of their names. Past a limit the oldest is forgotten.
 *
 * <p>Not thread safe; {@link Acquirer} guards it.
 */
final class Orders {
  private static final long FIRST_NUMBER = 1_000_000_001L;

  /** A name that is unique for a merchant only. */
  private record Key(String clientId, String name) {}

  private final int limit;
  private final Map<Key, Order> byInvoice = new LinkedHashMap<>();
  private final Map<Key, Key> byRequestId = new HashMap<>();
  private final Map<Long, Key> byNumber = new HashMap<>();
  private final Set<Key> references = new HashSet<>();
  private final Set<Key> refundReferences = new LinkedHashSet<>();
  private long nextNumber = FIRST_NUMBER;
  private long forgotten;

  Orders(int limit) {
    this.limit = limit;
  }

  long nextNumber() {
    return nextNumber++;
  }

  Optional<Order> byInvoice(String clientId, String invoiceNumber) {
    return Optional.ofNullable(byInvoice.get(new Key(clientId, invoiceNumber)));
  }

  Optional<Order> byRequestId(String clientId, String requestId) {
    return Optional.ofNullable(byRequestId.get(new Key(clientId, requestId))).map(byInvoice::get);
  }

  Optional<Order> byNumber(long number) {
    return Optional.ofNullable(byNumber.get(number)).map(byInvoice::get);
  }

  /** Returns the orders of that number with all merchants. */
  List<Order> byInvoice(String invoiceNumber, Set<String> clientIds) {
    return clientIds.stream().flatMap(id -> byInvoice(id, invoiceNumber).stream()).toList();
  }

  boolean hasReference(String clientId, String reference) {
    return references.contains(new Key(clientId, reference));
  }

  /** Takes a refund's reference; false where it was taken before. */
  boolean takeRefundReference(String clientId, String reference) {
    if (refundReferences.size() >= limit) {
      Iterator<Key> oldest = refundReferences.iterator();
      oldest.next();
      oldest.remove();
    }
    return refundReferences.add(new Key(clientId, reference));
  }

  void add(Order order) {
    if (byInvoice.size() >= limit) {
      forgetOldest();
    }
    Key key = new Key(order.clientId(), order.invoiceNumber());
    byInvoice.put(key, order);
    byRequestId.put(new Key(order.clientId(), order.requestId()), key);
    byNumber.put(order.number(), key);
    references.add(new Key(order.clientId(), order.reference()));
  }

  void replace(Order order) {
    byInvoice.put(new Key(order.clientId(), order.invoiceNumber()), order);
  }

  private void forgetOldest() {
    Iterator<Order> oldest = byInvoice.values().iterator();
    Order order = oldest.next();
    oldest.remove();
    byRequestId.remove(new Key(order.clientId(), order.requestId()));
    byNumber.remove(order.number());
    references.remove(new Key(order.clientId(), order.reference()));
    forgotten++;
  }

  long forgotten() {
    return forgotten;
  }

  int size() {
    return byInvoice.size();
  }

  void clear() {
    byInvoice.clear();
    byRequestId.clear();
    byNumber.clear();
    references.clear();
    refundReferences.clear();
    forgotten = 0;
  }
}
