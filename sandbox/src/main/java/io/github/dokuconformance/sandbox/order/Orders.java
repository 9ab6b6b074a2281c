package io.github.dokuconformance.sandbox.order;

import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The orders that are known, and the references that they and their refunds use up. Past a limit of
 * number, or of length, the oldest is forgotten.
 *
 * <p>Not thread safe; {@link Acquirer} guards it.
 */
final class Orders {
  /** A name that is unique for a merchant only. */
  private record Key(String clientId, String name) {}

  /** The most that the texts of all orders have together: memory is bounded by them. */
  static final long MOST_CHARACTERS = 32 << 20;

  private final int limit;
  private final Map<Key, Order> byInvoice = new LinkedHashMap<>();
  private final Set<Key> references = new HashSet<>();
  private final Set<Key> refundReferences = new LinkedHashSet<>();
  private long characters;
  private long forgotten;

  Orders(int limit) {
    this.limit = limit;
  }

  Optional<Order> byInvoice(String clientId, String invoiceNumber) {
    return Optional.ofNullable(byInvoice.get(new Key(clientId, invoiceNumber)));
  }

  /** Looks through all orders, so it takes longer than a look by invoice number. */
  Optional<Order> first(Predicate<Order> wanted) {
    return byInvoice.values().stream().filter(wanted).findFirst();
  }

  /** As {@link #first}, of several the one that was made last. */
  Optional<Order> last(Predicate<Order> wanted) {
    return byInvoice.values().stream().filter(wanted).reduce((earlier, later) -> later);
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
    Optional<Order> replaced = byInvoice(order.clientId(), order.invoiceNumber());
    replaced.ifPresent(this::forget);
    characters += order.characters();
    put(order);
    references.add(new Key(order.clientId(), order.reference()));
    while (byInvoice.size() > limit || characters > MOST_CHARACTERS) {
      forgetOldest();
    }
  }

  /** Keeps an order as it stands now, in place of what it was. */
  void put(Order order) {
    byInvoice.put(new Key(order.clientId(), order.invoiceNumber()), order);
  }

  /** Keeps an order in place of what it was, which may have had another invoice number. */
  void replace(Order earlier, Order order) {
    byInvoice.remove(new Key(earlier.clientId(), earlier.invoiceNumber()));
    characters += order.characters() - earlier.characters();
    put(order);
  }

  private void forgetOldest() {
    forget(byInvoice.values().iterator().next());
    forgotten++;
  }

  private void forget(Order order) {
    byInvoice.remove(new Key(order.clientId(), order.invoiceNumber()));
    references.remove(new Key(order.clientId(), order.reference()));
    characters -= order.characters();
  }

  long forgotten() {
    return forgotten;
  }

  int size() {
    return byInvoice.size();
  }

  void clear() {
    byInvoice.clear();
    references.clear();
    refundReferences.clear();
    characters = 0;
    forgotten = 0;
  }
}
