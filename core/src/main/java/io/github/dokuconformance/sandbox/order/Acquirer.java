package io.github.dokuconformance.sandbox.order;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.github.dokuconformance.contract.Operation;
import io.github.dokuconformance.message.Body;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongFunction;
import java.util.function.Supplier;

/**
 * Carries out what merchants ask for, one request at a time, and remembers it.
 *
 * <p>Thread safe. Orders are immutable; past the limit of orders the oldest is forgotten.
 */
public final class Acquirer {
  private static final long FIRST_NUMBER = 1_000_000_001L;

  private final Orders orders;
  private final Remembered remembered = new Remembered();
  private final LongFunction<String> paymentUrl;
  private long nextNumber = FIRST_NUMBER;

  /**
   * @param limit the most orders that are kept
   * @param paymentUrl address of the payment page for an order's number
   */
  public Acquirer(int limit, LongFunction<String> paymentUrl) {
    this.orders = new Orders(limit);
    this.paymentUrl = paymentUrl;
  }

  /**
   * Answers a request.
   *
   * @param failOrder whether a new order fails at once
   */
  public Answer answer(Call call, boolean failOrder) {
    return switch (call.operation().id()) {
      case Operation.GENERATE_ORDER -> once(call, () -> generate(call, failOrder));
      case Operation.CANCEL -> once(call, () -> cancel(call));
      case Operation.REFUND -> once(call, () -> refund(call));
      // A status request may repeat its Request-Id: it changes nothing.
      case Operation.CHECK_STATUS -> status(call);
      default -> throw new IllegalStateException("no such operation: " + call.operation().id());
    };
  }

  /** Carries out what was not carried out before. */
  private synchronized Answer once(Call call, Supplier<Answer> work) {
    Optional<Remembered.Entry> earlier = remembered.find(call);
    if (earlier.isPresent()) {
      Remembered.Entry entry = earlier.get();
      return entry.isSame(call)
          ? Answer.repeated(
              entry.answer().content(),
              orders.byInvoice(call.clientId(), entry.order().invoiceNumber()))
          : Answer.refused("request-id-used");
    }
    Answer answer = work.get();
    if (answer.isSuccess()) {
      remembered.add(call, answer);
    }
    return answer;
  }

  private Order order(Call call, boolean fail) {
    return new Order(
        nextNumber++,
        call.clientId(),
        call.requestId(),
        call.invoiceNumber(),
        new BigDecimal(call.text("order", "amount")).longValue(),
        call.reference(),
        call.text("order", "callback_url"),
        Optional.of(call.text("additional_info", "override_notification_url"))
            .filter(url -> !url.isEmpty()),
        call.now(),
        fail ? OrderState.FAILED : OrderState.PENDING,
        call.now(),
        Optional.empty());
  }

  private Answer generate(Call call, boolean fail) {
    if (orders.byInvoice(call.clientId(), call.invoiceNumber()).isPresent()) {
      return Answer.refused("invoice-number-used");
    }
    if (orders.hasReference(call.clientId(), call.reference())) {
      return Answer.refused("reference-used");
    }
    Order order = order(call, fail);
    orders.add(order);
    return Answer.of(
        fail ? "failed" : "pending",
        order,
        () -> Bodies.order(order, paymentUrl.apply(order.number())));
  }

  private Answer cancel(Call call) {
    Optional<Order> found = orders.byInvoice(call.clientId(), call.invoiceNumber());
    Optional<String> refusal = refusal(call, found);
    if (refusal.isPresent()) {
      return Answer.refused(refusal.get());
    }
    Instant now = call.now();
    return settle(
        found.get(), OrderEvent.CANCEL, now, (order, done) -> Bodies.cancel(order, done, now));
  }

  private Answer refund(Call call) {
    Optional<Order> found = orders.byInvoice(call.clientId(), call.invoiceNumber());
    Optional<String> refusal = refusal(call, found);
    if (refusal.isPresent()) {
      return Answer.refused(refusal.get());
    }
    String reference = call.text("refund", "merchant_unique_reference");
    if (!orders.takeRefundReference(call.clientId(), reference)) {
      return Answer.refused("refund-reference-used");
    }
    Instant now = call.now();
    return settle(
        found.get(),
        OrderEvent.REFUND,
        now,
        (order, done) -> Bodies.refund(order, reference, done, now));
  }

  private static Optional<String> refusal(Call call, Optional<Order> order) {
    if (order.isEmpty()) {
      return Optional.of("order-not-found");
    }
    return order.get().reference().equals(call.reference())
        ? Optional.empty()
        : Optional.of("reference-differs");
  }

  private Answer settle(Order known, OrderEvent event, Instant now, Settled body) {
    Order order = known.at(now);
    Optional<Order> after = order.after(event, now);
    after.ifPresent(orders::put);
    Order current = after.orElse(order);
    boolean done = after.isPresent();
    return Answer.of(done ? "success" : "failed", current, () -> body.of(current, done));
  }

  private synchronized Answer status(Call call) {
    Optional<Order> found = find(call.clientId(), statusName(call));
    if (found.isEmpty()) {
      return Answer.refused("order-not-found");
    }
    Order order = found.get().at(call.now());
    return Answer.of(
        order.state().transactionStatus().toLowerCase(Locale.ROOT),
        order,
        () -> Bodies.status(order));
  }

  /** Returns what a status request asks for: an invoice number or a Request-Id. */
  public static String statusName(Call call) {
    String path = call.request().target().path();
    String name = path.substring(path.lastIndexOf('/') + 1);
    try {
      return URLDecoder.decode(name.replace("+", "%2B"), UTF_8);
    } catch (IllegalArgumentException e) {
      return name;
    }
  }

  private Optional<Order> find(String clientId, String name) {
    Optional<Order> byInvoice = orders.byInvoice(clientId, name);
    if (byInvoice.isPresent()) {
      return byInvoice;
    }
    Optional<Remembered.Entry> order =
        remembered
            .find(clientId, name)
            .filter(entry -> entry.operation().equals(Operation.GENERATE_ORDER));
    return order.isPresent()
        ? orders
            .byInvoice(clientId, order.get().order().invoiceNumber())
            .filter(one -> one.requestId().equals(name))
        : orders.first(one -> one.clientId().equals(clientId) && one.requestId().equals(name));
  }

  /** Returns the orders of that invoice number with these merchants, as they stand. */
  public synchronized List<Order> find(String invoiceNumber, Set<String> clientIds, Instant now) {
    return orders.byInvoice(invoiceNumber, clientIds).stream().map(o -> o.at(now)).toList();
  }

  /** Returns the order of that number, as it stands. */
  public synchronized Optional<Order> find(long number, Instant now) {
    return orders.first(order -> order.number() == number).map(order -> order.at(now));
  }

  /** Lets something happen to an order; nothing where its state forbids that. */
  public synchronized Optional<Order> apply(Order order, OrderEvent event, Instant now) {
    Optional<Order> after =
        orders
            .byInvoice(order.clientId(), order.invoiceNumber())
            .filter(known -> known.number() == order.number())
            .flatMap(known -> known.at(now).after(event, now));
    after.ifPresent(orders::put);
    return after;
  }

  public synchronized int size() {
    return orders.size();
  }

  /** Returns how many orders were forgotten, because there were too many. */
  public synchronized long forgotten() {
    return orders.forgotten();
  }

  public synchronized void clear() {
    orders.clear();
    remembered.clear();
  }

  /**
   * Makes the body for an order that was changed or not. It is remembered for long, so it must not
   * hold on to the request.
   */
  private interface Settled {
    Body of(Order order, boolean done);
  }
}
