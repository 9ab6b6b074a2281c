package io.github.dokuconformance.sandbox.order;

import io.github.dokuconformance.contract.Meaning;
import io.github.dokuconformance.contract.Pointer;
import io.github.dokuconformance.contract.Role;
import io.github.dokuconformance.json.JsonTree;
import io.github.dokuconformance.message.Body;
import io.github.dokuconformance.sandbox.answer.AnswerTemplate;
import io.github.dokuconformance.sandbox.answer.Answers;
import io.github.dokuconformance.sandbox.answer.Values;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import java.util.function.Supplier;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.MissingNode;
import tools.jackson.databind.node.StringNode;

/**
 * Carries out what merchants ask for, one request at a time, and remembers it.
 *
 * <p>Thread safe. Orders are immutable; past the limit of orders the oldest is forgotten.
 */
public final class Acquirer {
  private static final long FIRST_NUMBER = 1_000_000_001L;

  /** The longest life that a request may ask for: six digits of minutes (documented). */
  private static final long MOST_MINUTES = 999_999;

  private static final Set<OrderState> UNPAID =
      EnumSet.of(OrderState.PENDING, OrderState.FAILED, OrderState.EXPIRED, OrderState.CANCELLED);

  private static final Values NOTHING = name -> Optional.empty();

  /** In the table of refusals: the contract's files have no answer to this operation. */
  private static final String NO_ANSWER = "no-answer";

  private final Orders orders;
  private final Remembered remembered = new Remembered();
  private final Answers answers;
  private final LongFunction<String> paymentUrl;
  private final Supplier<Instant> clock;
  private final Tokens tokens;
  private long nextNumber = FIRST_NUMBER;

  /** Gives access tokens. */
  @FunctionalInterface
  public interface Tokens {
    /**
     * Returns a client's token that lives so long from then on.
     *
     * @param accountId of the customer whose token it is; the merchant's own without
     */
    String issue(String clientId, Optional<String> accountId, Duration life, Instant now);
  }

  /**
   * @param limit the most orders that are kept
   * @param answers what DOKU writes
   * @param paymentUrl address of the payment page for an order's number
   * @param clock what time it is, for who waits
   * @param tokens what clients are given who ask for a token
   */
  @SuppressWarnings("exports") // Made by the sandbox alone.
  public Acquirer(
      int limit,
      Answers answers,
      LongFunction<String> paymentUrl,
      Supplier<Instant> clock,
      Tokens tokens) {
    this.orders = new Orders(limit);
    this.answers = answers;
    this.paymentUrl = paymentUrl;
    this.clock = clock;
    this.tokens = tokens;
  }

  /**
   * Answers a request; where the customer has to decide first, when that is done.
   *
   * @param failOrder whether a new order fails at once
   */
  public Answer answer(Call call, boolean failOrder) {
    if (!answers.know(call.operation())) {
      return Answer.refused(NO_ANSWER);
    }
    return switch (call.operation().role()) {
      case ORDER -> decided(call, once(call, () -> generate(call, failOrder)));
      case UPDATE -> onceAbout(call, order -> update(call, order));
      case CANCEL -> onceAbout(call, order -> cancel(call, order));
      case REFUND -> onceAbout(call, order -> refund(call, order));
      case CAPTURE -> onceAbout(call, order -> capture(call, order));
      // A status request may repeat its Request-Id: it changes nothing.
      case STATUS -> status(call);
      default -> comesOnce(call) ? once(call, () -> plain(call)) : plain(call);
    };
  }

  /** Carries out what was not carried out before. */
  private synchronized Answer once(Call call, Supplier<Answer> work) {
    Optional<Remembered.Entry> earlier = remembered.find(call);
    Optional<String> conflict =
        answers
            .find(call.operation(), call.operation().channel())
            .flatMap(AnswerTemplate::conflict);
    if (conflict.isPresent() && earlier.isPresent()) {
      if (earlier.get().isOfDay(call.now())) {
        return Answer.refused(conflict.get());
      }
      earlier = Optional.empty();
    }
    if (earlier.isPresent()) {
      Remembered.Entry entry = earlier.get();
      return entry.isSame(call)
          ? Answer.repeated(
              answers
                  .find(call.operation(), entry.order().channel(), entry.order().method())
                  .map(AnswerTemplate::repeated)
                  .orElseThrow(),
              entry.answer().content(),
              orders.byInvoice(call.clientId(), entry.order().invoiceNumber()))
          : Answer.refused("request-id-used");
    }
    Answer answer = work.get();
    // What still waits is not known yet; what has no id can't come again.
    if (answer.isSuccess() && !answer.isAwaited() && !call.requestId().isEmpty()) {
      remembered.add(call, answer);
    }
    return answer;
  }

  /** As {@link #once}, of an order that was made before, as it stands. */
  private Answer onceAbout(Call call, Function<Order, Answer> work) {
    return once(
        call,
        () -> {
          Optional<Order> found = about(call);
          return refusal(call, found)
              .map(Answer::refused)
              .orElseGet(() -> work.apply(found.get().at(call.now())));
        });
  }

  private Order order(Call call, AnswerTemplate template, boolean fail) {
    long number = nextNumber++;
    return new Order(
        number,
        call.operation().channel(),
        template.code(CallValues.of(call, template, numbered(number))),
        call.clientId(),
        call.requestId(),
        call.invoiceNumber(),
        amount(call).orElse(0L),
        call.reference(),
        call.text(Meaning.URLS),
        Optional.of(call.text(Meaning.NOTIFICATION_URL)).filter(url -> !url.isEmpty()),
        call.now(),
        call.now().plus(life(call, template)),
        kept(call.operation().channel(), call::value),
        Terms.of(call, template),
        Standing.opened(fail ? OrderState.FAILED : OrderState.PENDING, call.now()));
  }

  private static Values numbered(long number) {
    return name -> name.equals("number") ? OrderValues.text("" + number) : Optional.empty();
  }

  private static Duration life(Call call, AnswerTemplate template) {
    return wantedEnd(call, template)
        .map(end -> Duration.between(call.now(), end))
        .orElse(template.life());
  }

  /** Returns when an order is to end as a request has it, in minutes or by the time. */
  private static Optional<Instant> wantedEnd(Call call, AnswerTemplate template) {
    return minutes(call, template).map(call.now()::plus).or(() -> end(call, template));
  }

  /** Returns when a request says that it ends; nothing where that is no time or is over. */
  private static Optional<Instant> end(Call call, AnswerTemplate template) {
    return template
        .until()
        .map(call::value)
        .flatMap(it -> instant(it.asString("")))
        .filter(end -> end.isAfter(call.now()))
        .map(end -> end.isBefore(last(call)) ? end : last(call));
  }

  private static Instant last(Call call) {
    return call.now().plus(Duration.ofMinutes(MOST_MINUTES));
  }

  private static Optional<Instant> instant(String text) {
    try {
      return Optional.of(OffsetDateTime.parse(text).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Duration> minutes(Call call, AnswerTemplate template) {
    return template
        .minutes()
        .map(call::value)
        .map(it -> it.asLong(0))
        .filter(minutes -> minutes > 0 && minutes <= MOST_MINUTES)
        .map(Duration::ofMinutes);
  }

  private static Optional<Long> amount(Call call) {
    String amount = call.text(Meaning.AMOUNT);
    return amount.isEmpty() ? Optional.empty() : Optional.of(new BigDecimal(amount).longValue());
  }

  private Map<String, JsonNode> kept(String channel, Function<Pointer, JsonNode> said) {
    Map<String, JsonNode> kept = new HashMap<>();
    for (Pointer pointer : answers.keptOf(channel)) {
      JsonNode value = said.apply(pointer);
      if (!value.isMissingNode()) {
        kept.put(pointer.toString(), value);
      }
    }
    return Map.copyOf(kept);
  }

  private Answer generate(Call call, boolean fail) {
    Optional<AnswerTemplate> template = answers.find(call.operation(), call.operation().channel());
    if (template.isEmpty()) {
      return Answer.refused(NO_ANSWER);
    }
    Optional<Order> earlier = orders.byInvoice(call.clientId(), call.invoiceNumber());
    if (earlier.isPresent() && !mayReplace(call, earlier.get().at(call.now()))) {
      return Answer.refused("invoice-number-used");
    }
    if (call.operation().unique().contains(Meaning.REFERENCE)
        && orders.hasReference(call.clientId(), call.reference())) {
      return Answer.refused("reference-used");
    }
    Order order = order(call, template.get(), fail);
    orders.add(order);
    // Who waits for one whose place it took waits in vain.
    notifyAll();
    Answer answer = about(fail ? "failed" : "pending", order, call, template.get(), NOTHING);
    return template.get().waits() && !fail ? answer.awaited() : answer;
  }

  /** Returns the answer that tells what the customer decided, where that is what is asked. */
  private Answer decided(Call call, Answer answer) {
    if (!answer.isAwaited()) {
      return answer;
    }
    Order order = awaited(answer.order().orElseThrow());
    return about(outcome(order), order, call, template(call, order).orElseThrow(), NOTHING);
  }

  private static String outcome(Order order) {
    return order.state().transactionStatus().toLowerCase(Locale.ROOT);
  }

  /** Waits until an order is pending no more, and returns it as it stands then. */
  private synchronized Order awaited(Order order) {
    try {
      while (true) {
        Instant now = clock.get();
        Optional<Order> known = current(order).map(one -> one.at(now));
        // Of one that was replaced or forgotten nobody will hear any more.
        if (known.isEmpty()) {
          return order.with(OrderState.EXPIRED, now);
        }
        if (known.get().state() != OrderState.PENDING) {
          return known.get();
        }
        wait(Math.max(1, Duration.between(now, known.get().expires()).toMillis()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return order.with(OrderState.EXPIRED, clock.get());
    }
  }

  /** To be called when the clock was set: who waits looks at it again. */
  public synchronized void clockChanged() {
    notifyAll();
  }

  private Optional<Order> current(Order order) {
    return orders
        .byInvoice(order.clientId(), order.invoiceNumber())
        .filter(one -> one.number() == order.number());
  }

  /**
   * Tells whether a new page may take an order's place: that one that was paid keeps its number is
   * assumed.
   */
  private static boolean mayReplace(Call call, Order earlier) {
    return !call.operation().unique().contains(Meaning.INVOICE) && UNPAID.contains(earlier.state());
  }

  private Answer update(Call call, Order order) {
    if (order.state() != OrderState.PENDING) {
      return Answer.refused("order-not-pending");
    }
    String invoice = call.invoiceNumber().isEmpty() ? order.invoiceNumber() : call.invoiceNumber();
    boolean renamed = !invoice.equals(order.invoiceNumber());
    if (renamed && orders.byInvoice(call.clientId(), invoice).isPresent()) {
      return Answer.refused("invoice-number-used");
    }
    AnswerTemplate template = template(call, order).orElseThrow();
    Instant end = wantedEnd(call, template).orElse(order.expires());
    Order after =
        order
            .withAmount(amount(call).orElse(order.amount()))
            .with(invoice, end, order.terms().with(Bounds.of(call, template)));
    orders.replace(order, after);
    return settled(true, after, call);
  }

  private Answer refund(Call call, Order order) {
    if (call.operation().unique().contains(Meaning.REFUND_REFERENCE)
        && !orders.takeRefundReference(call.clientId(), call.text(Meaning.REFUND_REFERENCE))) {
      return Answer.refused("refund-reference-used");
    }
    long left = order.amount() - order.refunded();
    long wanted = amount(call).orElse(left);
    boolean done = order.state() == OrderState.SUCCESS && wanted > 0 && wanted <= left;
    Optional<String> refuses = template(call, order).flatMap(AnswerTemplate::refuses);
    if (!done && refuses.isPresent() && order.state() == OrderState.SUCCESS) {
      return Answer.refused("amount-refused");
    }
    Order after = done ? refunded(order, wanted, call) : order;
    orders.put(after);
    return settled(done, after, call, "refund", LongNode.valueOf(wanted));
  }

  private static Order refunded(Order order, long wanted, Call call) {
    Order after = order.withRefunded(order.refunded() + wanted);
    return after.refunded() == after.amount() ? after.with(OrderState.REFUNDED, call.now()) : after;
  }

  private Answer capture(Call call, Order order) {
    long wanted = amount(call).orElse(order.amount());
    Optional<Order> after =
        wanted > 0 && wanted <= order.amount()
            ? order.after(OrderEvent.CAPTURE, call.now()).map(taken -> taken.withAmount(wanted))
            : Optional.empty();
    after.ifPresent(orders::put);
    return settled(after.isPresent(), after.orElse(order), call);
  }

  private Answer cancel(Call call, Order order) {
    boolean takesBack = template(call, order).orElseThrow().takesBack();
    return settle(call, order, takesBack ? OrderEvent.REFUND : OrderEvent.CANCEL);
  }

  private Answer settle(Call call, Order order, OrderEvent event) {
    Optional<Order> after = order.after(event, call.now());
    after.ifPresent(orders::put);
    return settled(after.isPresent(), after.orElse(order), call);
  }

  /** Returns the order that a request names, by its invoice number or by DOKU's own. */
  private Optional<Order> about(Call call) {
    Optional<Pointer> number =
        answers
            .find(call.operation(), call.operation().channel())
            .flatMap(AnswerTemplate::numberAt);
    return number.isEmpty()
        ? orders.byInvoice(call.clientId(), call.invoiceNumber())
        : orders.last(
            order ->
                order.clientId().equals(call.clientId())
                    && isNamed(order, call.value(number.get()).asString("")));
  }

  private static boolean isNamed(Order order, String name) {
    return order.code().isEmpty()
        ? Long.toString(order.number()).equals(name)
        : order.code().equals(name);
  }

  /** Returns why a request about an order that was made before is refused. */
  private Optional<String> refusal(Call call, Optional<Order> order) {
    if (order.isEmpty()) {
      return Optional.of("order-not-found");
    }
    if (template(call, order.get()).isEmpty()) {
      return Optional.of(NO_ANSWER);
    }
    String request = call.text(Meaning.ORIGINAL_REQUEST_ID);
    if (!request.isEmpty() && !request.equals(order.get().requestId())) {
      return Optional.of("order-not-found");
    }
    boolean differs =
        call.operation().asOrdered().contains(Meaning.REFERENCE)
            && !call.reference().isEmpty()
            && !call.reference().equals(order.get().reference());
    return differs ? Optional.of("reference-differs") : Optional.empty();
  }

  private Optional<AnswerTemplate> template(Call call, Order order) {
    return answers.find(call.operation(), order.channel(), order.method());
  }

  private Answer settled(boolean done, Order order, Call call) {
    return settled(done, order, call, "", MissingNode.getInstance());
  }

  /** Answers what became of a request, with one more value under that name. */
  private Answer settled(boolean done, Order order, Call call, String name, JsonNode value) {
    AnswerTemplate template = template(call, order).orElseThrow();
    if (!done && template.refuses().isPresent()) {
      return Answer.refused(template.refuses().get());
    }
    JsonNode result = StringNode.valueOf(Boolean.toString(done));
    Answer answer =
        about(
            done ? "success" : "failed",
            order,
            call,
            template,
            wanted ->
                wanted.equals("done")
                    ? Optional.of(result)
                    : wanted.equals(name) ? Optional.of(value) : Optional.empty());
    return done && template.tells() ? answer.told() : answer;
  }

  private synchronized Answer status(Call call) {
    Optional<Order> found =
        call.invoiceNumber().isEmpty() ? about(call) : find(call.clientId(), call.invoiceNumber());
    if (found.isEmpty()) {
      return Answer.refused("order-not-found");
    }
    Order order = found.get().at(call.now());
    Optional<AnswerTemplate> template = template(call, order);
    return template.isEmpty()
        ? Answer.refused(NO_ANSWER)
        : about(outcome(order), order, call, template.get(), NOTHING);
  }

  /** Tells whether an id may not come again the same day. */
  private boolean comesOnce(Call call) {
    return answers
        .find(call.operation(), call.operation().channel())
        .flatMap(AnswerTemplate::conflict)
        .isPresent();
  }

  /** Answers what changes no order. */
  private Answer plain(Call call) {
    Optional<AnswerTemplate> template = answers.find(call.operation(), call.operation().channel());
    if (template.isEmpty()) {
      return Answer.refused(NO_ANSWER);
    }
    AnswerTemplate written = template.get();
    String number = Long.toString(number());
    Values given =
        name ->
            switch (name) {
              case "number" -> OrderValues.text(number);
              case "token" -> token(call, Optional.empty(), written);
              case "customerToken" -> token(call, Optional.of(number), written);
              default -> Optional.empty();
            };
    Values values = CallValues.of(call, written, given);
    Optional<AnswerTemplate.Pays> pays = written.pays().filter(it -> it.when().holds(call.json()));
    return pays.isPresent()
        ? pay(call, written, call.value(pays.get().order()).asString(""), values)
        : Answer.of(status(call, written), () -> body(written, values));
  }

  private Answer pay(Call call, AnswerTemplate written, String invoice, Values values) {
    Optional<Order> order = orders.byInvoice(call.clientId(), invoice);
    if (order.isEmpty()) {
      return Answer.refused("order-not-found");
    }
    return apply(order.get(), OrderEvent.PAY, Payment.first(order.get()), call.now())
        .map(
            paid ->
                Answer.of(status(call, written), outcome(paid), paid, () -> body(written, values))
                    .told())
        .orElseGet(() -> Answer.refused(written.refuses().orElseThrow()));
  }

  private Optional<JsonNode> token(Call call, Optional<String> accountId, AnswerTemplate template) {
    return OrderValues.text(tokens.issue(call.clientId(), accountId, template.life(), call.now()));
  }

  private synchronized long number() {
    return nextNumber++;
  }

  private Answer about(
      String outcome, Order order, Call call, AnswerTemplate template, Values more) {
    Values page =
        name ->
            name.equals("paymentUrl")
                ? OrderValues.text(paymentUrl.apply(order.number()))
                : more.value(name);
    Values values = new OrderValues(order, CallValues.of(call, template, page));
    return Answer.of(status(call, template), outcome, order, () -> body(template, values));
  }

  private static int status(Call call, AnswerTemplate template) {
    return template.status().orElseGet(() -> call.operation().successes().get(0));
  }

  private static Body body(AnswerTemplate template, Values values) {
    return JsonTree.write(template.render(values));
  }

  private Optional<Order> find(String clientId, String name) {
    Optional<Order> byInvoice = orders.byInvoice(clientId, name);
    if (byInvoice.isPresent()) {
      return byInvoice;
    }
    Optional<Remembered.Entry> order =
        remembered.find(clientId, name).filter(entry -> entry.operation().is(Role.ORDER));
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

  /** Returns a merchant's order that is paid with that code, as it stands. */
  public synchronized Optional<Order> findByCode(String clientId, String code, Instant now) {
    return orders
        .last(
            order -> order.clientId().equals(clientId) && order.code().strip().equals(code.strip()))
        .map(order -> order.at(now));
  }

  /**
   * Makes an order of what a merchant answered about a number; nothing where the order of that
   * invoice number was paid before.
   *
   * @param code the number
   * @param told the answer
   */
  public synchronized Optional<Order> take(
      Bill bill, String clientId, String requestId, String code, JsonNode told, Instant now) {
    Optional<OrderState> earlier =
        orders.byInvoice(clientId, bill.invoiceNumber()).map(one -> one.at(now).state());
    if (earlier.isPresent() && !UNPAID.contains(earlier.get())) {
      return Optional.empty();
    }
    Order order =
        new Order(
            nextNumber++,
            bill.channel(),
            code,
            clientId,
            requestId,
            bill.invoiceNumber(),
            bill.amount(),
            "",
            "",
            Optional.empty(),
            now,
            now.plus(bill.life()),
            kept(bill.channel(), pointer -> pointer.in(told)),
            new Terms(
                List.of(bill.method()), false, Optional.empty(), Bounds.of(false, bill.said())),
            Standing.opened(OrderState.PENDING, now));
    orders.add(order);
    return Optional.of(order);
  }

  /** Returns the order of that number, as it stands. */
  public synchronized Optional<Order> find(long number, Instant now) {
    return orders.first(order -> order.number() == number).map(order -> order.at(now));
  }

  /**
   * Lets something happen to an order; nothing where its state or its terms forbid that.
   *
   * @return what to tell of it: an order that may be tried again stands as before, and has failed
   *     nevertheless
   */
  public synchronized Optional<Order> apply(
      Order order, OrderEvent event, Payment payment, Instant now) {
    Optional<Order> known = current(order).map(one -> one.at(now));
    Optional<Order> after =
        known
            .filter(one -> event != OrderEvent.PAY || one.refusal(payment).isEmpty())
            .flatMap(one -> paid(one, event, payment).with(payment).after(event, now));
    boolean stays = event == OrderEvent.FAIL && order.terms().retries();
    after.ifPresent(one -> orders.put(stays ? known.orElse(one) : one));
    notifyAll();
    return after;
  }

  private static Order paid(Order order, OrderEvent event, Payment payment) {
    return event == OrderEvent.PAY ? order.withAmount(order.paid(payment)) : order;
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
    notifyAll();
  }
}
