package io.github.dokuconformance.sandbox.order;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * One order at one time.
 *
 * @param number DOKU's own, ten digits; it is an identifier, and part of the payment URL
 * @param channel by which it was made
 * @param code what the customer pays with, such as an account number; empty where there is none
 * @param requestId of the request that made the order
 * @param callbackUrl where the customer goes afterwards; empty where nothing says
 * @param expires when it expires, if it is pending then
 * @param kept what answers need of that request, by the places there
 * @param terms what the customer may do on its page
 * @param standing what became of it so far
 */
@SuppressWarnings("exports") // Orders are made in this package alone.
public record Order(
    long number,
    String channel,
    String code,
    String clientId,
    String requestId,
    String invoiceNumber,
    long amount,
    String reference,
    String callbackUrl,
    Optional<String> overrideUrl,
    Instant created,
    Instant expires,
    Map<String, JsonNode> kept,
    Terms terms,
    Standing standing) {
  /** What is paid where the payer decides and nothing says how much (assumed). */
  private static final long SOME_AMOUNT = 10_000;

  public OrderState state() {
    return standing.state();
  }

  /** Returns when it came into its state. */
  public Instant changed() {
    return standing.changed();
  }

  /** Returns when it was paid, where it was. */
  public Optional<Instant> paid() {
    return standing.paid();
  }

  /** Returns by what the customer paid, or tried to. */
  public Payment payment() {
    return standing.how();
  }

  /** Returns the method by which it was paid or can be alone; empty where nobody has chosen. */
  public String method() {
    boolean chosen = !payment().method().isEmpty() || terms.methods().size() != 1;
    return chosen ? payment().method() : terms.methods().get(0);
  }

  /** Returns why it can't be paid in that way, as what was wanted and what came; else nothing. */
  public Optional<String> refusal(Payment payment) {
    return terms.bounds().refusal(paid(payment));
  }

  /** Returns how much is paid in that way: of an open amount, or within limits, the payer says. */
  long paid(Payment payment) {
    boolean chosen = amount == 0 || terms.bounds().areLimits();
    return chosen && payment.amount() > 0
        ? payment.amount()
        : amount > 0 ? amount : Math.max(SOME_AMOUNT, terms.bounds().least());
  }

  /** Returns how much of it was given back. */
  public long refunded() {
    return standing.refunded();
  }

  /** Returns the length of its texts, of which the addresses may be of any. */
  int characters() {
    int texts = 0;
    for (JsonNode value : kept.values()) {
      texts += value.toString().length();
    }
    return clientId.length()
        + code.length()
        + requestId.length()
        + invoiceNumber.length()
        + reference.length()
        + callbackUrl.length()
        + overrideUrl.map(String::length).orElse(0)
        + texts;
  }

  /** Returns the order as it stands at that time: a pending one expires by itself. */
  public Order at(Instant now) {
    return state() == OrderState.PENDING && !now.isBefore(expires)
        ? with(OrderState.EXPIRED, expires)
        : this;
  }

  /** Returns the order after an event, or nothing where its state forbids that. */
  public Optional<Order> after(OrderEvent event, Instant now) {
    boolean authorised =
        event == OrderEvent.PAY
            && terms.authorisedBy().map(payment().method()::startsWith).orElse(false);
    return state() == event.from()
        ? Optional.of(with(authorised ? OrderState.AUTHORIZED : event.to(), now))
        : Optional.empty();
  }

  /** Returns the order with another amount. */
  public Order withAmount(long other) {
    return with(other, standing);
  }

  /** Returns the order under another invoice number, with another end and other terms. */
  Order with(String invoice, Instant end, Terms other) {
    return new Order(
        number,
        channel,
        code,
        clientId,
        requestId,
        invoice,
        amount,
        reference,
        callbackUrl,
        overrideUrl,
        created,
        end,
        kept,
        other,
        standing);
  }

  /** Returns the order as it was when it came into that state. */
  public Order with(OrderState next, Instant when) {
    return with(amount, standing.with(next, when));
  }

  /** Returns the order after its customer chose how to pay. */
  Order with(Payment payment) {
    return with(amount, standing.with(payment));
  }

  /** Returns the order of which so much was given back. */
  Order withRefunded(long refunded) {
    return with(amount, standing.withRefunded(refunded));
  }

  private Order with(long other, Standing next) {
    return new Order(
        number,
        channel,
        code,
        clientId,
        requestId,
        invoiceNumber,
        other,
        reference,
        callbackUrl,
        overrideUrl,
        created,
        expires,
        kept,
        terms,
        next);
  }
}
